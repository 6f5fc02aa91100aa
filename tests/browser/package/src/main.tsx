// React around the element: it re-renders at every event, and once more whenever the button is pressed.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import "actor-map/react";
import type { ActorMapEventMap } from "actor-map";

function Article() {
  const [renders, render] = useState(0);
  const [actor, setActor] = useState<string | null>(null);
  const [quotes, setQuotes] = useState(0);
  const selected = (event: ActorMapEventMap["actor-map-select"]) => setActor(event.detail.actor);
  return (
    <article>
      <h1>An article</h1>
      <button onClick={() => render(renders + 1)}>Render again</button>
      <p>
        Rendered <output id="renders">{renders}</output>, open <output id="open">{actor ?? "none"}</output>,
        read <output id="quotes">{quotes}</output>
      </p>
      <actor-map
        src="/incidents/czech-mfa-apt31.json"
        theme={renders % 2 ? "dark" : "light"}
        heading-level={2}
        className="map"
        onactor-map-select={selected}
        onactor-map-quote={() => setQuotes((before) => before + 1)}
      >
        A sentence, rendered {renders} times.
      </actor-map>
    </article>
  );
}

createRoot(document.getElementById("root")!).render(<Article />);
