// Where a block of a page comes from: the cells, messages and settings that were chosen by pressing it.

import { ask } from "./connection.js";
import { fillLines, fillPlace } from "./excerpt.js";
import { complain } from "./notices.js";
import { openPanel } from "./panel.js";
import { arrange, copyOf, element, part } from "./parts.js";
import { say, show } from "./words.js";

let current = null;

/** Shows the origins of a block in the panel. */
export function showOrigins(sheet, index) {
  openPanel("origins", { from: () => sheet.block(index), closed: forget });
  current = { sheet, index };
  sheet.chooseBlock(index);
  // On a narrow screen the panel may have come over the block.
  sheet.block(index).scrollIntoView({ block: "nearest", inline: "nearest" });
  arrange(element("origin-list"), [], {});
  say(element("origins-state"), "desk-origins-loading");
  return refreshOrigins();
}

/** Asks again where the chosen block comes from, after its page or the user's language has changed. */
export async function refreshOrigins(refreshedSheet = current?.sheet) {
  if (!current || current.sheet !== refreshedSheet) return;
  const asked = current;
  const { sheet, index } = asked;
  const block = sheet.known?.blocks[index];
  quote(sheet, block);
  const question = new URLSearchParams({ document: sheet.document.id, page: sheet.number, block: index });
  try {
    const { origins } = await ask(`/api/origins?${question}`);
    if (current === asked) list(origins);
  } catch (error) {
    if (current === asked) complain(error);
  }
}

function quote(sheet, block) {
  const text = element("origin-text");
  text.lang = sheet.document.language;
  if (block?.text) show(text, block.text);
  else say(text, block ? "desk-block-picture" : "desk-origins-gone");
}

function list(origins) {
  const state = element("origins-state");
  if (origins.length) show(state, "");
  else say(state, "desk-origins-none");
  const numbered = origins.map((origin, index) => ({ ...origin, index }));
  arrange(element("origin-list"), numbered, { key: ({ index }) => index, make: originCard });
}

function originCard(origin) {
  const card = copyOf("origin");
  card.dataset.kind = origin.kind;
  say(part(card, "kind"), `desk-kind-${origin.kind}`);
  show(part(card, "label"), origin.label);
  fillPlace(card, origin);
  fillLines(part(card, "lines"), origin);
  return card;
}

function forget() {
  current?.sheet.chooseBlock(null);
  current = null;
}
