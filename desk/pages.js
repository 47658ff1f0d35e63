// The pages of one template: a row for each page, a column for each language. A page keeps its element for as long as
// it is there, so that nothing jumps or flickers when others change.

import { element, copyOf } from "./parts.js";
import { Sheet } from "./sheet.js";

const sheets = new Map();
const sheetOfFrame = new WeakMap();
let listeners = null;

// Blocks are there for pages up to two windows away, and put away beyond.
const nearby = new IntersectionObserver(
  (entries) =>
    entries.forEach(({ target, isIntersecting }) => {
      const sheet = sheetOfFrame.get(target);
      if (isIntersecting) sheet.approach();
      else sheet.leave();
    }),
  { rootMargin: "200% 0px" },
);

/** Says whom to call when a block is pressed (`choose`) and when the blocks of a page are new (`refreshed`). */
export function startPages(whomToCall) {
  listeners = whomToCall;
}

/** Shows the pages of documents side by side, and drops the pages of all others. */
export function showPages(documents, isOutdated) {
  const list = element("pages");
  list.style.setProperty("--columns", documents.length);
  const shown = new Set();
  const rows = Math.max(0, ...documents.map(({ pages }) => pages.length));
  for (let row = 0; row < rows; row += 1) {
    const cells = documents.map((document) => {
      const sheet = sheetFor(document, row, isOutdated);
      if (sheet) shown.add(sheet);
      return sheet?.element ?? placeholder();
    });
    fillRow(rowAt(list, row), cells);
  }
  while (list.children.length > rows) list.lastElementChild.remove();
  forgetAllBut(shown);
  readAhead();
}

/** Returns the sheet of a page that is shown, by its document and its number from 1. */
export function sheetOf(id, number) {
  return sheets.get(`${id}/${number}`);
}

let isReadingAhead = false;

/** Reads what every page says, one after the other: only so can be told later which of its blocks have changed. */
async function readAhead() {
  if (isReadingAhead) return;
  isReadingAhead = true;
  for (const sheet of sheets.values()) await sheet.fetchBlocks();
  isReadingAhead = false;
}

function sheetFor(document, row, isOutdated) {
  const page = document.pages[row];
  if (!page) return null;
  const key = `${document.id}/${row + 1}`;
  let sheet = sheets.get(key);
  if (!sheet) {
    sheet = new Sheet(document, row + 1, listeners);
    sheets.set(key, sheet);
    sheetOfFrame.set(sheet.frame, sheet);
  }
  sheet.update(document, page, isOutdated);
  return sheet;
}

function rowAt(list, index) {
  return list.children[index] ?? list.appendChild(copyOf("row"));
}

function fillRow(row, cells) {
  cells.forEach((cell, index) => {
    if (row.children[index] === cell) return;
    row.insertBefore(cell, row.children[index] ?? null);
    const frame = cell.querySelector(".frame");
    if (frame) nearby.observe(frame);
  });
  while (row.children.length > cells.length) row.lastElementChild.remove();
}

function placeholder() {
  const empty = document.createElement("div");
  empty.className = "no-page";
  return empty;
}

function forgetAllBut(shown) {
  for (const [key, sheet] of sheets) {
    if (shown.has(sheet)) continue;
    nearby.unobserve(sheet.frame);
    sheet.element.remove();
    sheets.delete(key);
  }
}
