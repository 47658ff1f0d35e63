// The view of a report: its name, how the last build went, and its pages with what changed.

import { forgetProblems, showProblems } from "./faults.js";
import { announce } from "./notices.js";
import { openPanel } from "./panel.js";
import { arrange, element } from "./parts.js";
import { goToPage, isShownTemplate, templateName, view } from "./view.js";
import { language, number, say, show, words } from "./words.js";

const wideScreen = matchMedia("(min-width: 64rem)");
let last = null;

/** Shows a report as it is now. */
export function showReport(report) {
  const isOther = last?.folder !== report.folder;
  if (isOther) forgetProblems();
  nameReport(report);
  sayHowBuilt(report);
  view(report);
  listChangedPages(report);
  element("outdated").hidden = !report["is-outdated"] || report.documents.length === 0;
  sayWhyNoPages(report);
  if (isOther && report.errors > 0 && wideScreen.matches) openPanel("problems", { quietly: true });
  showProblems(report);
  if (isOther) scrollTo(0, 0);
  else if (report.revision !== last.revision) announcePages(report);
  last = report;
}

/** Forgets the report that was shown. */
export function forgetReport() {
  last = null;
}

function nameReport({ title, name, folder, errors }) {
  const shown = title || name;
  show(element("report-title"), shown);
  show(element("report-folder"), folder);
  const key = errors > 0 ? "desk-document-title-errors" : "desk-document-title";
  document.title = words(key, { title: shown, count: number(errors) });
}

function sayHowBuilt(report) {
  const state = element("build-state");
  const seconds = number(report.seconds ?? 0, 2);
  const files = list(report.changed ?? []);
  state.classList.toggle("is-outdated", report["is-outdated"] && !report["is-building"]);
  if (report["is-building"]) say(state, "desk-building");
  else if (report["is-outdated"]) say(state, "desk-not-built");
  else if (files) say(state, "desk-built-from", { files, seconds });
  else say(state, "desk-built", { seconds });
}

/** The first names of a list. */
function list(names) {
  const most = 3;
  const first = new Intl.ListFormat(language(), { style: "narrow" }).format(names.slice(0, most));
  return names.length > most ? `${first}…` : first;
}

function changedPages({ documents, "is-outdated": isOutdated }) {
  if (isOutdated) return [];
  return documents.flatMap((document) =>
    document.pages.flatMap((page, index) => (page["is-changed"] ? [{ document, number: index + 1 }] : [])),
  );
}

function listChangedPages(report) {
  const changed = changedPages(report);
  element("changed").hidden = changed.length === 0;
  say(element("changed-heading"), "desk-changed", { count: number(changed.length) });
  const links = changed.map((one) => ({ ...one, text: linkText(one) }));
  arrange(element("changed-pages"), links, {
    key: ({ document, number: page }) => `${document.id}/${page}`,
    content: ({ text }) => text,
    make: changedLink,
  });
}

function linkText({ document, number: page }) {
  const key = isShownTemplate(document.template) ? "desk-page-short" : "desk-page-named";
  const template = templateName(document.template);
  return words(key, { template, language: document["language-name"], page: number(page) });
}

function changedLink({ document: { id }, number: page, text }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#page-${id}-${page}`;
  link.textContent = text;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const target = last.documents.find((one) => one.id === id);
    if (target) goToPage(target, page);
  });
  item.append(link);
  return item;
}

function sayWhyNoPages(report) {
  const message = element("no-pages");
  const hasPages = report.documents.length > 0;
  message.hidden = hasPages;
  element("page-hint").hidden = !hasPages;
  if (report["is-building"]) say(message, "desk-no-pages-building");
  else say(message, report.errors > 0 ? "desk-no-pages-errors" : "desk-no-pages");
}

function announcePages(report) {
  const count = changedPages(report).length;
  if (count > 0) announce("desk-pages-announced", { count: number(count) });
}
