// The one panel beside the pages (below them on a narrow screen). It is not modal: the pages stay usable. What closes
// it gives the focus back to what opened it.

import { element } from "./parts.js";
import { keepPlace } from "./place.js";
import { say } from "./words.js";

const names = ["origins", "problems", "commands", "settings"];
// On a screen so low the panel covers the page.
const lowScreen = matchMedia("(max-height: 30rem)");

let opener = null;
let isClosed = () => {};

/** Returns the name of what the panel shows, or null. */
export function shownInPanel() {
  const panel = element("panel");
  return panel.hidden ? null : panel.dataset.shows;
}

/**
 * Shows one of the contents of the panel. The focus moves there, unless nobody asked for it (`quietly`), and goes
 * back to `from`, an element or what returns one, when the panel is closed; then `closed` is called.
 */
export function openPanel(name, { from = document.activeElement, quietly = false, closed = () => {} } = {}) {
  isClosed();
  isClosed = closed;
  if (!(from instanceof Node && element("panel").contains(from))) opener = from;
  keepPlace(() => {
    element("panel").hidden = false;
    element("panel").dataset.shows = name;
    document.body.classList.add("has-panel");
    names.forEach((one) => (element(one).hidden = one !== name));
  });
  say(element("panel-heading"), `desk-${name}`);
  tellButtons(name);
  coverOrNot();
  if (!quietly) element("panel-heading").focus();
}

/** Makes a message the heading of the panel, if it shows this content. */
export function headPanel(name, key, values) {
  if (shownInPanel() === name) say(element("panel-heading"), key, values);
}

/** Closes the panel and gives the focus back. */
export function closePanel() {
  if (element("panel").hidden) return;
  const hadFocus = element("panel").contains(document.activeElement) || document.activeElement === document.body;
  keepPlace(() => {
    element("panel").hidden = true;
    document.body.classList.remove("has-panel");
  });
  tellButtons(null);
  coverOrNot();
  isClosed();
  isClosed = () => {};
  if (hadFocus) giveFocusBack();
}

function giveFocusBack() {
  const target = typeof opener === "function" ? opener() : opener;
  (target?.isConnected ? target : element("main")).focus({ preventScroll: true });
}

function tellButtons(name) {
  document.querySelectorAll("[data-panel][aria-expanded]").forEach((button) => {
    button.setAttribute("aria-expanded", String(button.dataset.panel === name));
  });
}

function coverOrNot() {
  const isCovered = lowScreen.matches && !element("panel").hidden;
  element("main").inert = isCovered;
  document.querySelector(".bar").inert = isCovered;
}

/** Lets the buttons of the page open the panel with what they name; `opened` fills it. */
export function startPanel(opened) {
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-panel]");
    if (!button) return;
    const isShown = shownInPanel() === button.dataset.panel && button.hasAttribute("aria-expanded");
    if (isShown) {
      closePanel();
    } else {
      openPanel(button.dataset.panel, { from: button, quietly: true });
      opened();
      element("panel-heading").focus();
    }
  });
  element("close-panel").addEventListener("click", closePanel);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) closePanel();
  });
  lowScreen.addEventListener("change", coverOrNot);
}
