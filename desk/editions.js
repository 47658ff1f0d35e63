// The editions of a report as a table of templates and languages, with a box to tick for each.

import { copyOf, element, part } from "./parts.js";
import { templateName } from "./view.js";
import { label, language, say, show } from "./words.js";

let written = null;

/** Fills the table with what a report can have, and ticks what it has. */
export function writeEditions({ editions, templates, "known-languages": languages }) {
  const content = JSON.stringify([editions, templates, languages, language()]);
  if (content === written) return;
  written = content;
  const all = [...new Set([...templates, ...editions.map(({ template }) => template)])];
  element("edition-languages").replaceChildren(cornerCell(), ...languages.map(languageCell));
  element("edition-rows").replaceChildren(...all.map((template) => editionRow(template, languages, editions)));
}

/** Returns the editions that are ticked, in the order that they have in the report; new ones follow. */
export function readEditions(before) {
  const rows = [...element("edition-rows").children].map((row) => row.dataset.template);
  const templates = inOrderOf(before.map(({ template }) => template), rows);
  return templates.map((template) => editionOf(template, before)).filter(({ languages }) => languages.length > 0);
}

function editionOf(template, before) {
  const row = [...element("edition-rows").children].find((one) => one.dataset.template === template);
  const ticked = [...row.querySelectorAll("input:checked")].map(({ value }) => value);
  const known = before.find((edition) => edition.template === template)?.languages ?? [];
  return { template, languages: inOrderOf(known, ticked) };
}

/** The same items, those that are known first and in the known order. */
function inOrderOf(known, items) {
  return [...known.filter((item) => items.includes(item)), ...items.filter((item) => !known.includes(item))];
}

function editionRow(template, languages, editions) {
  const row = copyOf("edition");
  row.dataset.template = template;
  show(part(row, "template"), templateName(template));
  const ticked = new Set(editions.filter((one) => one.template === template).flatMap((one) => one.languages));
  row.append(...languages.map((one) => editionCell(template, one, ticked.has(one.tag))));
  return row;
}

function editionCell(template, { tag, name }, isTicked) {
  const cell = document.createElement("td");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.value = tag;
  box.checked = isTicked;
  label(box, "desk-edition", { template: templateName(template), language: name });
  cell.append(box);
  return cell;
}

function cornerCell() {
  const cell = headCell();
  say(cell, "desk-template");
  return cell;
}

function languageCell({ tag, name }) {
  const cell = headCell();
  cell.lang = tag;
  show(cell, name);
  return cell;
}

function headCell() {
  const cell = document.createElement("th");
  cell.scope = "col";
  return cell;
}
