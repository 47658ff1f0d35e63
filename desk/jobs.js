// What nenpo was asked to do, and what came of it.

import { send } from "./connection.js";
import { copyOnClick } from "./copying.js";
import { listFaults } from "./faults.js";
import { fillOrHide } from "./excerpt.js";
import { announce, attempt } from "./notices.js";
import { arrange, copyOf, part } from "./parts.js";
import { fileSize, number, say, show, words } from "./words.js";

const statuses = new Map();

/** Lists jobs. `level` is the level of their headings in the page. */
export function listJobs(list, jobs, level) {
  arrange(list, jobs, { key: ({ id }) => id, content: contentBesidesTime, make: (job) => jobCard(job, level) });
  jobs.forEach((job, index) => showTime(list.children[index], job));
}

/** Says to screen readers which jobs have ended since the last time. */
export function announceJobs(jobs) {
  for (const job of jobs) {
    const before = statuses.get(job.id);
    if (before && before !== job.status) announce("desk-job-announced", { name: nameOf(job), status: statusOf(job) });
    statuses.set(job.id, job.status);
  }
}

function nameOf(job) {
  return words(`desk-do-${job.do}`);
}

function statusOf(job) {
  return words(`desk-status-${job.status}`);
}

function contentBesidesTime({ seconds, ...content }) {
  return JSON.stringify(content);
}

function jobCard(job, level) {
  const card = copyOf("job");
  card.dataset.job = job.id;
  card.dataset.status = job.status;
  card.classList.add(`is-${job.status}`);
  const name = part(card, "name");
  say(name, `desk-do-${job.do}`);
  name.setAttribute("aria-level", level);
  say(part(card, "status"), `desk-status-${job.status}`);
  show(part(card, "line"), job.line);
  copyOnClick(part(card, "copy"), () => job.line);
  fillProgress(card, job);
  fillOrHide(part(card, "message"), job.message);
  fillFiles(card, job);
  listFaults(part(card, "faults"), job.faults ?? [], level + 1);
  return card;
}

function fillProgress(card, job) {
  part(card, "progress").hidden = job.status !== "running";
  part(card, "cancel").addEventListener("click", () => attempt(send("/api/cancel", { job: job.id })));
}

function fillFiles(card, job) {
  const files = job.files ?? [];
  part(card, "files").replaceChildren(...files.map((file, index) => fileItem(job, file, index)));
  const openFolder = part(card, "open-folder");
  openFolder.parentElement.hidden = !job.folder || job.status !== "done";
  openFolder.addEventListener("click", () => attempt(send("/api/open", { job: job.id })));
}

function fileItem(job, file, index) {
  const item = copyOf("file");
  show(part(item, "name"), file.name);
  show(part(item, "size"), fileSize(file.bytes));
  show(part(item, "open-name"), file.name);
  show(part(item, "download-name"), file.name);
  part(item, "open").addEventListener("click", () => attempt(send("/api/open", { job: job.id, file: index })));
  const download = part(item, "download");
  download.href = file.address;
  download.download = file.name;
  return item;
}

const timers = new WeakMap();

/** Between two messages of nenpo the page counts the seconds of a running job itself. */
function showTime(card, job) {
  clearInterval(timers.get(card));
  const start = performance.now() - 1000 * job.seconds;
  const seconds = () => number((performance.now() - start) / 1000);
  const write = () => say(part(card, "seconds"), "desk-seconds", { seconds: seconds() });
  write();
  if (job.status !== "running") return;
  const timer = setInterval(() => (card.isConnected ? write() : clearInterval(timer)), 1000);
  timers.set(card, timer);
}
