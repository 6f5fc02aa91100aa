// An article that a server rendered, an element edition in it: React takes the page over as it finds it, and renders again
// whenever the button is pressed.
import { useState } from "react";
import { hydrateRoot } from "react-dom/client";
import "actor-map/react";

const edition: string = JSON.parse(document.getElementById("edition")!.textContent!);

function Article() {
  const [renders, render] = useState(0);
  return (
    <article>
      <h1>An article</h1>
      <button onClick={() => render(renders + 1)}>Render again</button>
      <p>
        Rendered <output id="renders">{renders}</output>
      </p>
      <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: edition }} />
    </article>
  );
}

hydrateRoot(document.getElementById("root")!, <Article />);
