/**
 * `window.called(name)`, if there is one, is called before each of the module's exported functions but the glue's own; what
 * it throws is thrown in their place. To be loaded before any script of ours.
 */
{
  const wrap = ({ module, instance }) => {
    const exports = Object.fromEntries(
      Object.entries(instance.exports).map(([name, made]) => [
        name,
        typeof made !== "function" || name.startsWith("__")
          ? made
          : (...given) => {
              window.called?.(name);
              return made(...given);
            },
      ]),
    );
    return { module, instance: { exports } };
  };
  for (const name of ["instantiateStreaming", "instantiate"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => wrap(await original.apply(WebAssembly, given));
  }
}
