// What is wrong with a field of a form, said below it.

import { showError } from "./notices.js";
import { element } from "./parts.js";
import { say } from "./words.js";

/** Shows a message below a field, and moves the focus there. */
export function refuse(id, key, values) {
  say(element(`${id}-error`), key, values);
  point(id);
}

/** Shows below a field why nenpo refuses it, and moves the focus there. */
export function refuseFor(id, error) {
  showError(element(`${id}-error`), error);
  point(id);
}

/** Takes away what was said of a field. */
export function accept(id) {
  element(`${id}-error`).hidden = true;
  element(id).removeAttribute("aria-invalid");
}

function point(id) {
  element(`${id}-error`).hidden = false;
  const field = element(id);
  if (field.matches("input")) field.setAttribute("aria-invalid", "true");
  field.focus();
}
