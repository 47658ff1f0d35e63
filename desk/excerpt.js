// A place in a file of the report: its excerpt with the marked part, and what to do with it.

import { send } from "./connection.js";
import { copyOnClick } from "./copying.js";
import { announce, attempt } from "./notices.js";
import { copyOf, part } from "./parts.js";
import { say, show } from "./words.js";

/**
 * Fills the parts that every place has: its name, its excerpt, and the buttons that open its file and copy its name.
 */
export function fillPlace(card, { location, excerpt, file, of, "can-open": canOpen }) {
  fillOrHide(part(card, "location"), location);
  fillExcerpt(part(card, "excerpt"), excerpt);
  const open = part(card, "open");
  open.hidden = !canOpen;
  open.addEventListener("click", () => attempt(send("/api/open", { file, of })));
  const copyPlace = part(card, "copy-place");
  copyPlace.hidden = !location;
  copyOnClick(copyPlace, () => location);
  open.parentElement.hidden = open.hidden && copyPlace.hidden;
}

/** Makes data the text of an element, and hides the element where there is none. */
export function fillOrHide(element, text) {
  element.hidden = !text;
  show(element, text ?? "");
}

/** Makes data the value of a message, and hides the element where there is none. */
export function sayOrHide(element, key, text) {
  element.hidden = !text;
  if (text) say(element, key, { text });
}

function fillExcerpt(element, excerpt) {
  element.hidden = !excerpt;
  if (!excerpt) return;
  const mark = document.createElement("mark");
  mark.textContent = excerpt.marked ?? "";
  element.replaceChildren(excerpt.before ?? "", mark, excerpt.after ?? "");
}

/**
 * Puts the lines to write in place of an element. `apply` writes them, where nenpo can do so itself, with the texts that
 * they leave open.
 */
export function fillLines(placeholder, { lines, into, "can-fill": canFill }, apply = null) {
  if (!lines?.length) {
    placeholder.remove();
    return;
  }
  const block = copyOf("lines");
  const key = into ? "desk-lines-into" : "desk-lines";
  say(part(block, "into"), key, { file: into ?? "" });
  const text = lines.join("\n");
  show(part(block, "text"), text);
  copyOnClick(part(block, "copy"), () => `${text}\n`);
  if (apply) offerToApply(block, canFill ? fields(block, lines) : [], apply, into);
  placeholder.replaceWith(block);
}

/** One field for each line, in place of the lines. */
function fields(block, lines) {
  const made = lines.map((line) => {
    const field = copyOf("open-text");
    show(part(field, "name"), line.split(" = ")[0]);
    return field;
  });
  part(block, "text").closest("pre").replaceWith(...made);
  return made.map((field) => part(field, "text"));
}

function offerToApply(form, inputs, apply, into) {
  const button = part(form, "apply");
  button.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    if (await attempt(apply(inputs.map(({ value }) => value)))) announce("desk-applied", { file: into ?? "" });
    button.disabled = false;
  });
}
