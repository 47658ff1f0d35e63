// The few settings of report.toml that can be written here: dates, the material number, editions.

import { send } from "./connection.js";
import { readEditions, writeEditions } from "./editions.js";
import { accept, refuseFor } from "./fields.js";
import { announce } from "./notices.js";
import { element } from "./parts.js";
import { say } from "./words.js";

const keys = ["as-of", "published", "material", "editions"];
const timeOfConfirmation = 3000;
let saved = null;

/** Lets the user save what was changed. */
export function startSettings() {
  element("settings-form").addEventListener("submit", save);
}

/** Shows the settings as they are in the file. What the user is changing is left alone. */
export function showSettings({ settings }) {
  const untouched = keys.filter((key) => saved === null || !isChanged(key));
  saved = settings;
  untouched.forEach(write);
}

/** Forgets the settings of the report that was shown. */
export function forgetSettings() {
  saved = null;
  keys.forEach(accept);
}

function write(key) {
  if (key === "editions") writeEditions(saved);
  else element(key).value = saved[key] ?? "";
}

function read(key) {
  return key === "editions" ? readEditions(saved.editions) : element(key).value.trim() || null;
}

function isChanged(key) {
  return comparable(key, read(key)) !== comparable(key, saved[key] ?? null);
}

/** Editions are the same in whatever order nenpo names their parts. */
function comparable(key, value) {
  const plain = key === "editions" ? value.map(({ template, languages }) => [template, languages]) : value;
  return JSON.stringify(plain);
}

/** Saves each setting that was changed by itself, so that what nenpo says of it stands at its field. */
async function save(event) {
  event.preventDefault();
  const changed = keys.filter(isChanged);
  if (changed.length === 0) confirm("desk-nothing-to-save");
  const refused = [];
  for (const key of changed) {
    if (!(await isAccepted(key))) refused.push(key);
  }
  if (refused.length > 0) element(refused[0]).focus();
  else if (changed.length > 0) confirm("desk-saved");
}

async function isAccepted(key) {
  const value = read(key);
  try {
    await send("/api/settings", { [key]: value });
    saved = { ...saved, [key]: value };
    accept(key);
    return true;
  } catch (error) {
    refuseFor(key, error);
    return false;
  }
}

let timer = null;
function confirm(key) {
  const confirmation = element("settings-confirmation");
  announce(key);
  say(confirmation, key);
  confirmation.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => (confirmation.hidden = true), timeOfConfirmation);
}
