// d3 with positions that were computed when the story was published.

import { draw } from "./drawing.mjs";
import { story } from "./panel.mjs";

draw(story.camps, story.ties, story.actors);
