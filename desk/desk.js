// The desk: shows the state that nenpo sends, in the user's language. Each module has one part of the page: `start…`
// is called once, `show…` for each state.

import { showCommands, startCommands } from "./commands.js";
import { listen, send } from "./connection.js";
import { announce, attempt, startNotices } from "./notices.js";
import { refreshOrigins, showOrigins } from "./origins.js";
import { startPages } from "./pages.js";
import { closePanel, startPanel } from "./panel.js";
import { element } from "./parts.js";
import { keepPlace } from "./place.js";
import { forgetReport, showReport } from "./report.js";
import { forgetSettings, showSettings, startSettings } from "./settings.js";
import { showStart, startStart } from "./start.js";
import { startView } from "./view.js";
import { language, say, speak, words } from "./words.js";
import { startZoom } from "./zoom.js";

let shown = null;
let next = null;
let isShowing = false;

/** Shows one state after the other; of those that arrive meanwhile, only the last. */
async function showSoon(state) {
  next = state;
  if (isShowing) return;
  isShowing = true;
  while (next) {
    const newest = next;
    next = null;
    await show(newest);
  }
  isShowing = false;
}

async function show(state) {
  if (shown && shown.version !== state.version) location.reload();
  await showLanguage(state);
  const isOtherPlace = shown?.report?.folder !== state.report?.folder;
  if (isOtherPlace) leaveReport();
  shown = state;
  if (state.report) showReportView(state);
  else showStartPage(state);
  if (isOtherPlace) element("main").focus({ preventScroll: true });
}

async function showLanguage(state) {
  const select = element("language");
  if (select.length === 0) select.append(...state.languages.map(languageOption));
  select.value = state.language;
  if (state.language === language()) return;
  await speak(state.language);
  refreshOrigins();
}

function languageOption({ tag, name }) {
  const option = new Option(name, tag);
  option.lang = tag;
  return option;
}

function showReportView(state) {
  switchTo("report");
  keepPlace(() => showReport(state.report));
  showSettings(state.report);
  showCommands(state.report, state.jobs);
}

function showStartPage(state) {
  switchTo("start");
  document.title = words("desk-document-title", { title: words("desk-start-title") });
  showStart(state);
}

function switchTo(view) {
  document.body.dataset.view = view;
  element("start").hidden = view !== "start";
  ["report", "report-identity", "close-report", "view-bar"].forEach((id) => (element(id).hidden = view !== "report"));
}

function leaveReport() {
  closePanel();
  forgetReport();
  forgetSettings();
}

function sayLost(isRefused) {
  const notice = element("connection-lost");
  say(notice, isRefused ? "desk-refused" : "desk-lost");
  notice.hidden = false;
}

function sayFound() {
  element("connection-lost").hidden = true;
  announce("desk-found");
}

/** The styles must know how high the bar is, in which text wraps and notices come and go, and how wide the window. */
function measureBar() {
  const bar = document.querySelector(".bar");
  const { style } = document.documentElement;
  new ResizeObserver(() => style.setProperty("--bar-height", `${bar.offsetHeight}px`)).observe(bar);
  const measureWindow = () => style.setProperty("--window-width", `${document.documentElement.clientWidth}px`);
  new ResizeObserver(measureWindow).observe(document.documentElement);
}

function start() {
  measureBar();
  startNotices();
  startStart();
  startView();
  startZoom();
  startPages({ choose: showOrigins, refreshed: refreshOrigins });
  startPanel(() => shown?.report && showReportView(shown));
  startCommands();
  startSettings();
  const choose = ({ target }) => attempt(send("/api/language", { language: target.value }));
  element("language").addEventListener("change", choose);
  element("close-report").addEventListener("click", () => attempt(send("/api/close", {})));
  listen({ state: showSoon, lost: sayLost, found: sayFound });
}

start();
