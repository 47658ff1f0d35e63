// The words of the page: messages of locales/*/desk.ftl in the language of the user. Every element remembers which
// message it shows, so that the whole page can change its language where it stands.

import { ask } from "./connection.js";

let messages = {};
let spoken = null;

/** Returns the tag of the language that the page speaks. */
export function language() {
  return spoken;
}

/** Loads the messages of a language and shows them everywhere. */
export async function speak(tag) {
  messages = await ask(`/api/words/${tag}`);
  spoken = tag;
  document.documentElement.lang = tag;
  translate(document);
}

/** Returns a message with the values of its variables. */
export function words(key, values = {}) {
  const message = messages[key] ?? key;
  return message.replace(/\{\s*\$?([a-z-]+)\s*\}/g, (variable, name) => values[name] ?? variable);
}

/** Returns whether there is such a message. */
export function hasWords(key) {
  return key in messages;
}

/** Makes a message the text of an element. */
export function say(element, key, values = {}) {
  remember(element, "words", key, values);
  write(element);
}

/** Makes a message the accessible name of an element. */
export function label(element, key, values = {}) {
  remember(element, "wordsLabel", key, values);
  write(element);
}

/** Makes text that is not a message, such as a name, the text of an element. */
export function show(element, text) {
  delete element.dataset.words;
  if (element.textContent !== text) element.textContent = text;
}

/** Writes the messages of all elements below a node, as their data attributes name them. */
export function translate(node) {
  node.querySelectorAll("[data-words], [data-words-label]").forEach(write);
}

function remember(element, attribute, key, values) {
  element.dataset[attribute] = key;
  element.dataset.values = JSON.stringify(values);
}

function write(element) {
  const { words: text, wordsLabel: name, values } = element.dataset;
  const variables = JSON.parse(values ?? "{}");
  if (text) {
    const message = words(text, variables);
    if (element.textContent !== message) element.textContent = message;
  }
  if (name) element.setAttribute("aria-label", words(name, variables));
}

/** Returns a number as the user's language writes it. */
export function number(value, digits = 0) {
  const format = new Intl.NumberFormat(spoken, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return format.format(value);
}

/** Returns the size of a file, in kilobytes or megabytes. */
export function fileSize(bytes) {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const format = { style: "unit", unit, maximumFractionDigits: unit === "kilobyte" ? 0 : 1 };
  return new Intl.NumberFormat(spoken, format).format(unit === "kilobyte" ? Math.max(1, value) : value);
}
