// One page of one document: its image, its marks, and its blocks, which are fetched when the page comes near.

import { layBlocks, markChosen, startBlocks, stop } from "./blocks.js";
import { ask } from "./connection.js";
import { copyOf, part } from "./parts.js";
import { label, number, say } from "./words.js";

export class Sheet {
  /**
   * `choose` is called with the sheet and the index of a block that is pressed, `refreshed` when the blocks are new.
   */
  constructor(document, number, { choose, refreshed }) {
    this.document = document;
    this.number = number;
    this.refreshed = refreshed;
    this.page = null;
    this.known = null;
    this.chosen = null;
    this.isNear = false;
    this.element = copyOf("sheet");
    this.element.id = `page-${document.id}-${number}`;
    this.frame = part(this.element, "frame");
    this.layer = part(this.element, "blocks");
    startBlocks(this.layer, (index) => choose(this, index));
    this.frame.addEventListener("focus", () => this.approach());
  }

  /** Shows a page as it is now. What has not changed is left alone. */
  update(document, page, isOutdated) {
    const isNew = page.hash !== this.page?.hash;
    this.document = document;
    this.page = page;
    this.name();
    this.mark(isOutdated);
    if (!isNew) return;
    this.frame.style.setProperty("--width", page.width);
    this.frame.style.setProperty("--height", page.height);
    this.showImage(`/page/${page.hash}.svg`);
    if (this.isNear) this.fetchBlocks();
  }

  name() {
    const { "language-name": language, language: tag, pages } = this.document;
    const values = { language, page: number(this.number), count: number(pages.length) };
    say(part(this.element, "heading"), "desk-page", values);
    label(this.frame, "desk-page", values);
    this.layer.lang = tag;
  }

  mark(isOutdated) {
    const isChanged = this.page["is-changed"] && !isOutdated;
    this.element.classList.toggle("is-changed", isChanged);
    this.element.classList.toggle("is-outdated", isOutdated);
    part(this.element, "changed").hidden = !isChanged;
    part(this.element, "outdated").hidden = !isOutdated;
  }

  /** The image that is there stays until the next one is ready to be painted. */
  async showImage(address) {
    const image = part(this.element, "image");
    this.wanted = address;
    if (this.isNear) {
      const next = new Image();
      next.src = address;
      await next.decode().catch(() => {});
    }
    if (this.wanted === address) image.src = address;
  }

  /** The page comes near the window, or gets the focus. */
  approach() {
    this.isNear = true;
    if (this.layer.childElementCount > 0) return;
    if (this.known?.hash === this.page.hash) this.lay();
    else this.fetchBlocks();
  }

  /** The page is far from the window: its buttons are put away, and what they said is remembered. */
  leave() {
    if (this.element.contains(document.activeElement)) return;
    this.isNear = false;
    this.layer.replaceChildren();
    this.frame.tabIndex = 0;
  }

  /** Fetches the blocks of the page as it is now, unless they are known or on their way. */
  async fetchBlocks() {
    const { hash } = this.page;
    if (this.known?.hash === hash || this.asked === hash) return;
    this.asked = hash;
    const address = `/api/blocks?${new URLSearchParams({ document: this.document.id, page: this.number })}`;
    const answer = await ask(address).catch(() => null);
    if (this.asked === hash) this.asked = null;
    if (answer?.hash !== this.page.hash) return;
    this.known = { ...answer, changed: newTexts(this.known, answer.blocks) };
    if (this.isNear) this.lay();
    this.refreshed(this);
  }

  lay() {
    const isWaiting = document.activeElement === this.frame;
    layBlocks(this.layer, this.page, this.known, this.chosen);
    const first = stop(this.layer);
    this.frame.tabIndex = first ? -1 : 0;
    if (isWaiting) first?.focus({ preventScroll: true });
  }

  /** Marks the block whose origins are shown; null for none. */
  chooseBlock(index) {
    this.chosen = index;
    markChosen(this.layer, index);
  }

  /** Returns the element of a block, or that of the page if the block is gone. */
  block(index) {
    if (this.known && this.layer.childElementCount === 0) this.lay();
    return this.layer.children[index] ?? this.frame;
  }

  /** Scrolls to the page and moves the focus there. */
  goTo() {
    this.element.scrollIntoView({ block: "start" });
    (stop(this.layer) ?? this.frame).focus({ preventScroll: true });
  }
}

/** The indices of the blocks whose text was not on the page before; none if it is not known what was. */
function newTexts(before, blocks) {
  if (!before) return new Set();
  const left = new Map();
  before.blocks.forEach(({ text }) => left.set(text, (left.get(text) ?? 0) + 1));
  const isNew = ({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  };
  return new Set(blocks.flatMap((block, index) => (isNew(block) ? [index] : [])));
}
