// What can be done with a report: the commands of nenpo, each with the line that does the same in a terminal.

import { send } from "./connection.js";
import { copyOnClick } from "./copying.js";
import { announceJobs, listJobs } from "./jobs.js";
import { showError } from "./notices.js";
import { shownInPanel } from "./panel.js";
import { arrange, copyOf, element, part } from "./parts.js";
import { say, show } from "./words.js";

const pauseWhileTyping = 250;
let report = null;
let offered = null;
let awaited = null;

/** Lets the user choose, copy and run commands. */
export function startCommands() {
  const form = element("command");
  form.addEventListener("input", () => refreshSoon());
  form.addEventListener("submit", run);
  copyOnClick(element("copy-line"), () => element("command-line").textContent);
}

/** Offers what can be done with a report, and shows what was done. */
export function showCommands(newest, jobs) {
  report = newest;
  offerSettings();
  listJobs(element("jobs"), jobs, 4);
  announceJobs(jobs);
  element("no-jobs").hidden = jobs.length > 0;
  document.querySelector('[data-part="running"]').hidden = !jobs.some(({ status }) => status === "running");
  goToAwaited();
  refreshLine();
}

/** The languages and the material number are those of the settings, until the user chooses others. */
function offerSettings() {
  const settings = report.settings;
  const now = JSON.stringify([report.folder, settings.editions, settings.material]);
  if (now === offered) return;
  offered = now;
  const built = new Set(settings.editions.flatMap(({ languages }) => languages));
  const choices = settings["known-languages"].filter(({ tag }) => built.has(tag));
  const list = element("command-languages").querySelector(".check-list") ?? checkList();
  arrange(list, choices, { key: ({ tag }) => tag, make: languageCheck });
  element("command-languages").hidden = choices.length < 2;
  element("command-material").value = settings.material ?? "";
}

function checkList() {
  const list = document.createElement("div");
  list.className = "check-list";
  return element("command-languages").appendChild(list);
}

function languageCheck({ tag, name }) {
  const check = copyOf("check");
  const input = check.querySelector("input");
  input.name = "language";
  input.value = tag;
  input.checked = true;
  show(part(check, "name"), name);
  part(check, "name").lang = tag;
  return check;
}

/** The command as the form has it. What is as in the settings is left out, so that the line stays short. */
function command() {
  const form = element("command");
  const action = form.elements.do.value;
  if (action === "packet") return { do: action, packet: form.elements.packet.value.trim() };
  if (action !== "build") return { do: action };
  const boxes = [...form.querySelectorAll('[name="language"]')];
  const languages = boxes.filter(({ checked }) => checked).map(({ value }) => value);
  const material = form.elements.material.value.trim();
  return {
    do: action,
    formats: [...form.querySelectorAll('[name="format"]:checked')].map(({ value }) => value),
    ...(languages.length < boxes.length && { languages }),
    ...(material !== (report.settings.material ?? "") && { material }),
  };
}

let timer = null;
function refreshSoon() {
  showOptions();
  clearTimeout(timer);
  timer = setTimeout(refreshLine, pauseWhileTyping);
}

function showOptions() {
  const action = element("command").elements.do.value;
  document.querySelectorAll("[data-for]").forEach((options) => (options.hidden = options.dataset.for !== action));
  say(element("run"), `desk-run-${action}`);
}

let latestQuestion = null;
async function refreshLine() {
  if (shownInPanel() !== "commands" || !report) return;
  showOptions();
  const question = { ...command(), "only-line": true };
  if (JSON.stringify(question) + report.folder === latestQuestion) return;
  latestQuestion = JSON.stringify(question) + report.folder;
  const asked = latestQuestion;
  const error = element("command-error");
  error.hidden = true;
  try {
    const { line } = await send("/api/jobs", question);
    if (asked === latestQuestion) show(element("command-line"), line);
  } catch (reason) {
    if (asked === latestQuestion) showLineError(reason);
  }
}

function showLineError(reason) {
  show(element("command-line"), "");
  latestQuestion = null;
  if (!isUnfinished()) showError(element("command-error"), reason);
}

/** A folder that is not yet named is no error. */
function isUnfinished() {
  return command().packet === "";
}

async function run(event) {
  event.preventDefault();
  const error = element("command-error");
  error.hidden = true;
  if (isEmpty()) {
    say(error, "desk-error-nothing-chosen");
    error.hidden = false;
    return;
  }
  try {
    const { job } = await send("/api/jobs", command());
    awaited = job;
    goToAwaited();
  } catch (reason) {
    showError(error, reason);
  }
}

/** A build of no format or no language. */
function isEmpty() {
  const { do: action, formats, languages } = command();
  return action === "build" && (formats.length === 0 || languages?.length === 0);
}

/** Scrolls to the job that was just started, as soon as it is listed. */
function goToAwaited() {
  const card = awaited === null ? null : element("jobs").querySelector(`[data-job="${awaited}"]`);
  if (!card) return;
  awaited = null;
  card.scrollIntoView({ block: "nearest" });
}
