// Errors and warnings in the user's files, by cause: the worst first.

import { send } from "./connection.js";
import { fillLines, fillOrHide, fillPlace, sayOrHide } from "./excerpt.js";
import { announce } from "./notices.js";
import { headPanel, shownInPanel } from "./panel.js";
import { arrange, copyOf, element, part } from "./parts.js";
import { number, say, show } from "./words.js";

const order = ["error", "warning", "note"];
let known = null;

/** Shows the faults of the report, and says which are new and which are fixed. */
export function showProblems({ folder, faults, errors, warnings }) {
  say(element("problem-counts"), faults.length ? "desk-problem-counts" : "desk-no-problems", {
    errors: number(errors),
    warnings: number(warnings),
  });
  headPanel("problems", "desk-problems-heading", { count: number(faults.length) });
  showCount(faults.length, errors);
  if (shownInPanel() === "problems") listFaults(element("problem-list"), faults);
  announceChanges(folder, faults);
}

/** Forgets the faults of the report that was shown, so that those of another one are not announced as new. */
export function forgetProblems() {
  known = null;
}

/** Lists faults. `level` is the level of their headings in the page. */
export function listFaults(list, faults, level = 3) {
  const sorted = [...faults].sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
  arrange(list, sorted, { key: (fault) => fault.id, make: (fault) => faultCard(fault, level) });
}

function showCount(count, errors) {
  document.querySelectorAll('[data-part="problem-count"]').forEach((badge) => {
    badge.hidden = count === 0;
    badge.classList.toggle("is-error", errors > 0);
    show(badge, number(count));
  });
}

function announceChanges(folder, faults) {
  const now = new Set(faults.map((fault) => fault.id));
  if (known?.folder === folder) {
    const added = [...now].filter((id) => !known.ids.has(id)).length;
    const fixed = [...known.ids].filter((id) => !now.has(id)).length;
    if (added || fixed) {
      announce("desk-problems-announced", { fixed: number(fixed), new: number(added), count: number(now.size) });
    }
  }
  known = { folder, ids: now };
}

function faultCard(fault, level) {
  const card = copyOf("problem");
  card.classList.add(`is-${fault.severity}`);
  card.dataset.code = fault.code;
  const message = part(card, "message");
  show(message, fault.message);
  message.setAttribute("aria-level", level);
  say(part(card, "severity"), `desk-severity-${fault.severity}`);
  fillPlace(card, fault);
  fillOrHide(part(card, "detail"), fault.detail);
  sayOrHide(part(card, "nearest"), "desk-nearest", fault.nearest);
  sayOrHide(part(card, "allowed"), "desk-allowed", fault.allowed);
  sayOrHide(part(card, "help"), "desk-help", fault.help);
  fillOtherPlaces(card, fault.also ?? []);
  const canWrite = fault["can-apply"] || fault["can-fill"];
  const apply = canWrite ? (texts) => send("/api/apply", { fault: fault.id, texts }) : null;
  fillLines(part(card, "lines"), fault, apply);
  return card;
}

function fillOtherPlaces(card, places) {
  part(card, "also").hidden = places.length === 0;
  say(part(card, "also-count"), "desk-also", { count: number(places.length) });
  part(card, "also-list").replaceChildren(
    ...places.map((place) => {
      const item = document.createElement("li");
      item.textContent = place;
      return item;
    }),
  );
}
