// Which pages are shown: those of one template, in all its languages side by side or in one of them.

import { sheetOf, showPages } from "./pages.js";
import { arrange, copyOf, element, part } from "./parts.js";
import { keepPlace } from "./place.js";
import { hasWords, language, say, show, words } from "./words.js";
import { showPercent } from "./zoom.js";

const sideBySide = "all";
const narrowScreen = matchMedia("(max-width: 52rem)");

let report = null;
let template = sessionStorage.getItem("template");
let columns = sessionStorage.getItem("columns") ?? sideBySide;

/** Lets the user choose what is shown. */
export function startView() {
  element("template").addEventListener("change", ({ target }) => choose({ template: target.value }));
  element("columns").addEventListener("change", ({ target }) => choose({ columns: target.value }));
  narrowScreen.addEventListener("change", () => report && view(report));
}

/** Shows the pages of a report by what the user chose. */
export function view(newest) {
  report = newest;
  const templates = [...new Set(report.documents.map((document) => document.template))];
  if (!templates.includes(template)) template = templates[0];
  const documents = report.documents.filter((document) => document.template === template);
  const tags = documents.map((document) => document.language);
  offerTemplates(templates);
  offerColumns(documents);
  const shown = shownColumns(tags);
  const isShown = (document) => shown === sideBySide || document.language === shown;
  showPages(documents.filter(isShown), report["is-outdated"]);
  showPercent();
}

/** Goes to a page, and shows its template and language first if others are shown. */
export function goToPage(document, number) {
  if (!sheetOf(document.id, number)) choose({ template: document.template });
  if (!sheetOf(document.id, number)) choose({ columns: document.language });
  sheetOf(document.id, number)?.goTo();
}

/** Returns whether the pages of a template are those that are shown. */
export function isShownTemplate(name) {
  return name === template;
}

/** Returns the name of a template in the user's language; a template of the user's own has only its identifier. */
export function templateName(id) {
  const key = `desk-template-${id}`;
  return hasWords(key) ? words(key) : id;
}

function choose(choice) {
  template = choice.template ?? template;
  columns = choice.columns ?? columns;
  sessionStorage.setItem("template", template);
  sessionStorage.setItem("columns", columns);
  keepPlace(() => view(report));
  if (choice.template) scrollTo(0, 0);
}

/** On a narrow screen there is one column: the user's own language, unless another was chosen. */
function shownColumns(tags) {
  if (tags.includes(columns)) return columns;
  if (!narrowScreen.matches) return sideBySide;
  return tags.includes(language()) ? language() : tags[0];
}

function offerTemplates(templates) {
  const select = element("template");
  const options = templates.map((id) => ({ id, name: templateName(id) }));
  arrange(select, options, { key: ({ id }) => id, make: ({ id, name }) => new Option(name, id) });
  select.value = template;
  select.closest("label").hidden = templates.length < 2;
}

function offerColumns(documents) {
  const choices = documents.map(({ language: tag, "language-name": name }) => ({ tag, name }));
  if (!narrowScreen.matches) choices.unshift({ tag: sideBySide });
  const group = element("columns");
  group.hidden = documents.length < 2;
  const list = group.querySelector(".segment-list") ?? group.appendChild(segmentList());
  arrange(list, choices, { key: ({ tag }) => tag, make: segment });
  const shown = shownColumns(documents.map((document) => document.language));
  list.querySelectorAll("input").forEach((input) => (input.checked = input.value === shown));
}

function segmentList() {
  const list = document.createElement("div");
  list.className = "segment-list";
  return list;
}

function segment({ tag, name }) {
  const choice = copyOf("segment");
  choice.querySelector("input").value = tag;
  const text = part(choice, "name");
  if (tag === sideBySide) {
    say(text, "desk-side-by-side");
  } else {
    show(text, name);
    text.lang = tag;
  }
  return choice;
}
