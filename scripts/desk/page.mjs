// A page of the desk as a person uses it: what is seen is waited for, and every step is asked of axe-core.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const LONG = 60_000;
// The width of a phone, and of a window beside another program.
const WIDTHS = [390, 1280];
const OPTIONS = { rules: { 'target-size': { enabled: true } } };

export function check(name, found, expected) {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${name}: ${one}, not ${other}`);
}

export async function until(name, isSo) {
  const start = Date.now();
  while (!(await isSo())) {
    if (Date.now() - start > LONG) throw new Error(`waited in vain: ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Does what a person does, again if the element was made anew meanwhile: the desk draws its lists again when a build ends,
 * and a person would press the new one.
 */
async function act(action) {
  const start = Date.now();
  for (;;) {
    try {
      return await action();
    } catch (error) {
      const isMadeAnew = /detached|not clickable|No element found|failed to find element/i.test(error.message);
      if (!isMadeAnew || Date.now() - start > LONG) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export class Page {
  static last = null;

  constructor(page, { axe, pictures, language }) {
    Object.assign(this, { page, axe, pictures, spoken: language, requests: [] });
    Page.last = this;
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('pageerror', (error) => {
      this.error = error;
    });
  }

  async go(address) {
    this.origin = new URL(address).origin;
    // What moves has no contrast to measure.
    await this.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await this.page.setViewport({ width: 1280, height: 800, deviceScaleFactor: 1 });
    await this.page.goto(address);
  }

  async step(name, walk) {
    await walk();
    if (this.error) throw this.error;
    await this.audit();
    console.log(`pass ${this.spoken} ${name}`);
  }

  /** Asks axe-core, and whether the page is wider than the screen, at each width. */
  async audit() {
    for (const width of WIDTHS) {
      await this.page.setViewport({ width, height: 800, deviceScaleFactor: 1 });
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      await this.page.evaluate(this.axe);
      const { violations } = await this.page.evaluate((options) => globalThis.axe.run(document, options), OPTIONS);
      const said = violations.map(({ id, help, nodes }) => `${id}: ${help}, such as ${nodes[0].html.slice(0, 200)} (${nodes[0].failureSummary})`);
      check(`what axe-core finds at ${width} pixels`, said, []);
      const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      check(`how much wider than ${width} pixels the page is`, Math.max(wide, 0), 0);
    }
  }

  async picture(name, folder = this.pictures) {
    if (!folder) return;
    const path = join(folder, `desk-${this.spoken}-${name}.png`);
    await this.page.screenshot({ path });
  }

  elsewhere() {
    return this.requests.filter((url) => !url.startsWith(this.origin));
  }

  language() {
    return this.page.evaluate(() => document.documentElement.lang);
  }

  until(name, selector) {
    return until(name, () => this.page.evaluate((wanted) => document.querySelector(wanted) !== null, selector));
  }

  untilGone(name, selector) {
    return until(`${name} goes`, () => this.page.evaluate((wanted) => document.querySelector(wanted) === null, selector));
  }

  untilText(name, selector, text) {
    const has = ([wanted, part]) => [...document.querySelectorAll(wanted)].some((one) => one.textContent.includes(part));
    return until(`${name}: ${text}`, () => this.page.evaluate(has, [selector, text]));
  }

  /** Waits for a number of faults, as the bar shows it. */
  untilCount(name, count) {
    const isShown = (wanted) => {
      const badge = document.querySelector('[data-panel="problems"] [data-part="problem-count"]');
      return badge !== null && (badge.hidden ? 0 : Number(badge.textContent)) === wanted;
    };
    return until(name, () => this.page.evaluate(isShown, count));
  }

  /** A file that is dragged onto the page; browsers let no script drag a real one. */
  drop(selector, path) {
    const data = readFileSync(path).toString('base64');
    const dropped = ([wanted, content, name]) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      const target = document.querySelector(wanted);
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
      }
    };
    return this.page.evaluate(dropped, [selector, data, basename(path)]);
  }

  write(selector, text) {
    return act(async () => {
      await this.page.click(selector, { count: 3 });
      await this.page.keyboard.press('Backspace');
      await this.page.type(selector, text);
    });
  }

  async press(selector) {
    await this.page.waitForSelector(selector, { visible: true, timeout: LONG });
    await act(() => this.page.click(selector));
  }

  key(name) {
    return this.page.keyboard.press(name);
  }

  async openPanel(name) {
    const isOpen = (wanted) => document.querySelector(`[data-content="${wanted}"]`).checkVisibility();
    if (!(await this.page.evaluate(isOpen, name))) await this.press(`[data-panel="${name}"]`);
    await until(`the panel ${name}`, () => this.page.evaluate(isOpen, name));
  }

  async closePanel() {
    await this.press('#close-panel');
    await this.untilGone('the panel', '#panel:not([hidden])');
  }

  /** Follows the links to changed pages until a number is there. */
  goToChanged(text) {
    const follow = async () => {
      const links = await this.page.$$eval('#changed-pages a', (all) => all.map((link) => link.getAttribute('href')));
      for (const link of links) {
        const selector = `#changed-pages a[href="${link}"]`;
        // A link goes when its page does not differ from that of the latest build.
        if (!(await this.page.$(selector))) return false;
        await this.page.click(selector).catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, 300));
        if (await this.page.$(`.block[aria-label="${text}"]`)) return true;
      }
      return false;
    };
    return until(`a changed page with ${text}`, follow);
  }

  /** Types a text into each of the fields, and checks that they are still there when the last one is filled. */
  async fill(selector, texts) {
    const values = () => this.page.$$eval(selector, (fields) => fields.map((field) => field.value));
    const writeAll = async () => {
      const fields = await this.page.$$(selector);
      check('how many texts are asked for', fields.length, texts.length);
      for (const [index, field] of fields.entries()) {
        await field.click({ count: 3 });
        await field.type(texts[index]);
      }
    };
    await act(writeAll);
    check('the texts as they stand', await values(), texts);
  }

  pressBlock(text) {
    const selector = `.block[aria-label="${text}"]`;
    return act(async () => {
      await this.page.$eval(selector, (block) => block.scrollIntoView({ block: 'center' }));
      await this.page.click(selector);
    });
  }

  focused() {
    return this.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  }

  attribute(selector, name) {
    return this.page.$eval(selector, (one, wanted) => one.getAttribute(wanted), name);
  }

  beginningOf(address) {
    const read = async (wanted) => new TextDecoder().decode((await (await fetch(wanted)).arrayBuffer()).slice(0, 5));
    return this.page.evaluate(read, address);
  }

  /** Marks the page, so that loading it again can be seen. */
  mark() {
    return this.page.evaluate(() => {
      globalThis.mark = true;
    });
  }

  isMarked() {
    return this.page.evaluate(() => globalThis.mark === true);
  }

  close() {
    return this.page.close();
  }
}
