// How large the pages are: as wide as the window allows, or a share of their size on paper.

import { element, part } from "./parts.js";
import { keepPlace } from "./place.js";
import { show } from "./words.js";

const steps = [25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400];
const pixelsPerPoint = 96 / 72;
const fit = "fit";

let zoom = sessionStorage.getItem("zoom") ?? fit;

/**
 * Lets buttons and keys change the zoom. The keys work while the focus is in the pages, not while one types
 * elsewhere.
 */
export function startZoom() {
  const control = element("zoom");
  const actions = { smaller: () => step(-1), larger: () => step(1), fit: () => change(fit) };
  for (const [name, action] of Object.entries(actions)) {
    part(control, name).addEventListener("click", action);
  }
  const keys = { "+": actions.larger, "=": actions.larger, "-": actions.smaller, 0: actions.fit };
  element("main").addEventListener("keydown", (event) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? null : keys[event.key];
    if (!action || element("report").hidden) return;
    event.preventDefault();
    action();
  });
  new ResizeObserver(showPercent).observe(element("pages"));
  apply();
}

/** Shows the zoom that the pages have now. */
export function showPercent() {
  show(part(element("zoom"), "percent"), `${Math.round(percentNow())}%`);
}

function change(next) {
  zoom = next;
  sessionStorage.setItem("zoom", next);
  keepPlace(apply);
  showPercent();
}

function apply() {
  const pages = element("pages");
  pages.classList.toggle("is-fit", zoom === fit);
  if (zoom !== fit) pages.style.setProperty("--zoom", (Number(zoom) / 100) * pixelsPerPoint);
  part(element("zoom"), "fit").setAttribute("aria-pressed", String(zoom === fit));
}

function step(direction) {
  const now = Math.round(percentNow());
  const next = direction > 0 ? steps.find((one) => one > now) : steps.findLast((one) => one < now);
  if (next) change(String(next));
}

/** Fitted pages have the zoom that the window gives to the first of them. */
function percentNow() {
  const frame = element("pages").querySelector(".frame");
  if (zoom !== fit || !frame) return zoom === fit ? 100 : Number(zoom);
  const width = Number(frame.style.getPropertyValue("--width"));
  return (100 * frame.clientWidth) / (width * pixelsPerPoint);
}
