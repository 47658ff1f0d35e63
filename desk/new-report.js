// The form for a new report: from a table that is dropped or selected, from the sample, or empty.

import { send } from "./connection.js";
import { accept, refuse, refuseFor } from "./fields.js";
import { element } from "./parts.js";
import { fileSize, say, show } from "./words.js";

const kindsOfTable = /\.(xlsx|xlsm|xls|ods|csv|tsv)$/i;
let home = "";
let table = null;
let isNameChosen = false;

/** Lets the user fill in and send the form, and drop a table anywhere on the start page. */
export function startNewReport() {
  element("new-report").addEventListener("change", showChoice);
  element("new-report").addEventListener("submit", create);
  element("file").addEventListener("change", ({ target }) => target.files[0] && take(target.files[0]));
  element("new-name").addEventListener("input", () => {
    isNameChosen = true;
    showPlace();
  });
  startDropping(element("start"));
}

/** Says below which folder new reports are created, unless the user gives another one. */
export function placeOfNewReports(folder) {
  home = folder;
  showChoice();
}

function startDropping(page) {
  const highlight = (isOver) => element("drop").classList.toggle("is-over", isOver);
  // Elsewhere a dropped file would replace the page.
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => event.preventDefault());
  page.addEventListener("dragover", () => highlight(true));
  page.addEventListener("dragleave", (event) => page.contains(event.relatedTarget) || highlight(false));
  page.addEventListener("drop", ({ dataTransfer }) => {
    highlight(false);
    if (dataTransfer.files.length > 0) take(dataTransfer.files[0]);
  });
}

/** Takes a file that was selected or dropped, if it can be a table. */
function take(file) {
  element("new-report").elements.kind.value = "file";
  accept("file");
  table = kindsOfTable.test(file.name) ? file : null;
  showChoice();
  if (table) say(element("file-name"), "desk-file-chosen", { name: file.name, size: fileSize(file.size) });
  else refuse("file", "desk-file-kind", { name: file.name });
}

function kind() {
  return element("new-report").elements.kind.value;
}

function showChoice() {
  element("drop").hidden = kind() !== "file";
  if (!table) show(element("file-name"), "");
  if (!isNameChosen) element("new-name").value = proposedName();
  showPlace();
}

function proposedName() {
  if (kind() !== "file") return kind();
  return table?.name.replace(kindsOfTable, "") ?? "";
}

function showPlace() {
  say(element("new-place"), "desk-new-place", { folder: folder() });
}

/** A name alone is a folder in the home of reports; a path is taken as it is. */
function folder() {
  const name = element("new-name").value.trim();
  const separator = home.includes("\\") ? "\\" : "/";
  return /[\\/]/.test(name) ? name : `${home}${separator}${name}`;
}

async function create(event) {
  event.preventDefault();
  accept("file");
  accept("new-name");
  if (kind() === "file" && !table) return refuse("file", "desk-file-missing");
  if (!element("new-name").value.trim()) return refuse("new-name", "desk-new-name-missing");
  try {
    await send(`/api/new?${question()}`, kind() === "file" ? table : {});
  } catch (error) {
    refuseFor("new-name", error);
  }
}

function question() {
  const isFile = kind() === "file";
  return new URLSearchParams({ kind: kind(), folder: folder(), ...(isFile && { name: table.name }) });
}
