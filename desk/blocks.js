// The blocks of a page: transparent buttons over its image, one for each text, number or picture. A page is one stop
// of the Tab key; within it, the arrow keys move.

import { label } from "./words.js";

/**
 * Lays the blocks of a page into a layer over its image. `chosen` is the index of the block whose origins are shown,
 * `changed` has the indices of those whose text is new. What had the focus keeps it.
 */
export function layBlocks(layer, { width, height }, { blocks, changed }, chosen) {
  const focused = [...layer.children].indexOf(document.activeElement);
  const buttons = blocks.map((block, index) => {
    const button = blockButton(block, { width, height });
    button.dataset.block = index;
    button.classList.toggle("is-changed", changed.has(index));
    return button;
  });
  layer.replaceChildren(...buttons);
  markChosen(layer, chosen);
  makeStop(layer, Math.min(Math.max(focused, 0), buttons.length - 1));
  if (focused >= 0) stop(layer)?.focus({ preventScroll: true });
}

/** Marks the block whose origins are shown. */
export function markChosen(layer, chosen) {
  [...layer.children].forEach((button, index) => {
    if (index === chosen) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  });
}

/** Returns the block at which the Tab key stops. */
export function stop(layer) {
  return layer.querySelector('[tabindex="0"]');
}

/**
 * Lets the arrow keys, Home and End move among the blocks of a layer, and calls `choose` with the index of one that
 * is pressed.
 */
export function startBlocks(layer, choose) {
  layer.addEventListener("keydown", (event) => {
    const next = nextBlock(layer, event.target, event.key);
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    makeStop(layer, [...layer.children].indexOf(next));
    next.focus();
  });
  layer.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    makeStop(layer, Number(button.dataset.block));
    choose(Number(button.dataset.block));
  });
}

function makeStop(layer, index) {
  [...layer.children].forEach((button, position) => (button.tabIndex = position === index ? 0 : -1));
}

function nextBlock(layer, from, key) {
  const blocks = [...layer.children];
  const index = blocks.indexOf(from);
  switch (key) {
    case "ArrowRight":
      return blocks[index + 1];
    case "ArrowLeft":
      return blocks[index - 1];
    case "ArrowDown":
      return nearest(from, blocks, (box, other) => other.top - box.bottom);
    case "ArrowUp":
      return nearest(from, blocks, (box, other) => box.top - other.bottom);
    case "Home":
      return blocks[0];
    case "End":
      return blocks.at(-1);
    default:
      return null;
  }
}

/** The block nearest to another in a direction, in which `distance` is positive; above all one of the same column. */
function nearest(from, blocks, distance) {
  const box = from.getBoundingClientRect();
  const candidates = blocks
    .filter((block) => block !== from)
    .map((block) => ({ block, box: block.getBoundingClientRect() }))
    .map(({ block, box: other }) => ({ block, away: distance(box, other), aside: gapAcross(box, other) }))
    .filter(({ away }) => away > -2);
  candidates.sort((one, other) => one.away + 4 * one.aside - (other.away + 4 * other.aside));
  return candidates[0]?.block;
}

function gapAcross(one, other) {
  return Math.max(0, other.left - one.right, one.left - other.right);
}

function blockButton(block, page) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "block";
  if (block.text) button.setAttribute("aria-label", block.text);
  else label(button, "desk-block-picture");
  const around = boxAround(block.boxes);
  put(button, around, [0, 0, page.width, page.height]);
  button.style.zIndex = layerOf(around, page);
  if (block.boxes.length > 1) {
    button.classList.add("has-boxes");
    button.append(...block.boxes.map((box) => put(document.createElement("span"), box, around)));
  }
  return button;
}

function boxAround(boxes) {
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([x, , width]) => x + width));
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height));
  return [left, top, right - left, bottom - top];
}

/** Small blocks lie over large ones, so that a number in a figure can be reached. */
function layerOf([, , width, height], page) {
  return Math.round(100 * (1 - (width * height) / (page.width * page.height)));
}

/** Puts an element at the place of a box within another, in percent. */
function put(element, [x, y, width, height], [left, top, wide, high]) {
  element.style.left = percent((x - left) / wide);
  element.style.top = percent((y - top) / high);
  element.style.width = percent(width / wide);
  element.style.height = percent(height / high);
  return element;
}

function percent(share) {
  return `${(100 * share).toFixed(3)}%`;
}
