// Copies of the templates in index.html, their parts, and lists of them.

import { translate } from "./words.js";

/** Returns the element of the page with this id. */
export function element(id) {
  return document.getElementById(id);
}

/** Returns a copy of a template, in the language of the user. */
export function copyOf(name) {
  const copy = element(`${name}-template`).content.cloneNode(true);
  translate(copy);
  return copy.firstElementChild;
}

/** Returns the part of an element that has this name. */
export function part(root, name) {
  return root.querySelector(`[data-part="${name}"]`);
}

/**
 * Makes the children of a list those of the items, in their order. An item whose content is the same keeps its
 * element, and with it the focus; where the element with the focus is made again or goes, the focus stays at its
 * place in the list.
 */
export function arrange(list, items, { key, content = JSON.stringify, make }) {
  const focus = focusIn(list);
  const before = new Map([...list.children].map((child) => [child.dataset.key, child]));
  const children = items.map((item) => {
    const child = before.get(String(key(item)));
    return child?.arranged === content(item) ? child : made(item, { key, content, make });
  });
  place(list, children);
  restoreFocus(list, focus);
}

function made(item, { key, content, make }) {
  const child = make(item);
  child.dataset.key = key(item);
  child.arranged = content(item);
  return child;
}

/** Moves no element that is already at its place: an element that is moved loses the focus. */
function place(list, children) {
  const kept = new Set(children);
  [...list.children].filter((child) => !kept.has(child)).forEach((child) => child.remove());
  children.forEach((child, index) => {
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
  });
}

function focusIn(list) {
  const focused = document.activeElement;
  const child = [...list.children].find((one) => one.contains(focused));
  if (!child) return null;
  return { focused, key: child.dataset.key, index: [...list.children].indexOf(child), part: focused.dataset.part };
}

function restoreFocus(list, focus) {
  if (!focus || document.activeElement === focus.focused) return;
  const same = [...list.children].find((child) => child.dataset.key === focus.key);
  const heir = same ?? list.children[Math.min(focus.index, list.children.length - 1)];
  const target = (same && focus.part && visible(part(same, focus.part))) || heir?.querySelector("h3, h4, button");
  (target ?? list.closest(".panel")?.querySelector("h2"))?.focus();
}

function visible(candidate) {
  return candidate?.checkVisibility() ? candidate : null;
}
