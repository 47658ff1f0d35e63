// Opens pages in one browser at the width of a phone, a tablet and a desk, and prints what axe-core finds, and what
// is not seen without scrolling sideways; see ../axe.sh.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [cache, ...files] = process.argv.slice(2);
const require = createRequire(join(cache, 'node_modules', 'x.js'));
const puppeteer = (await import(pathToFileURL(require.resolve('puppeteer-core')))).default;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const WIDTHS = [360, 768, 1280];
// Every rule of WCAG 2.2 AA and of good practice; the size of targets is off by default.
const OPTIONS = { rules: { 'target-size': { enabled: true } } };

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  // A sandbox needs rights that build machines do not give; the pages are our own.
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
let violations = 0;
try {
  for (const file of files) {
    const found = new Map();
    for (const width of WIDTHS) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 900 });
      const requests = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(resolve(file)).href);
      const elsewhere = requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'));
      if (elsewhere.length > 0) found.set('elsewhere', `loads ${elsewhere[0]}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) found.set('overflow', `the page is ${wide} pixels wider than a screen of ${width}`);
      const unseen = await page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        const isUnseen = (part) => {
          const { left, right, width: own } = part.getBoundingClientRect();
          return own === 0 || left < 0 || right > width;
        };
        return [...document.querySelectorAll('tbody .status')].filter(isUnseen).length;
      });
      if (unseen > 0) found.set('status', `${unseen} statuses are not seen without scrolling on a screen of ${width}`);
      await page.evaluate(axe);
      const result = await page.evaluate((options) => globalThis.axe.run(document, options), OPTIONS);
      for (const { id, help, nodes } of result.violations) {
        found.set(id, `${help} (${nodes.length} at ${width} pixels, such as ${nodes[0].html.slice(0, 160)})`);
      }
      await page.close();
    }
    console.log(`${found.size === 0 ? 'pass' : 'FAIL'} ${relative('.', file)}`);
    for (const [id, said] of found) console.log(`  ${id}: ${said}`);
    violations += found.size;
  }
} finally {
  await browser.close();
}
process.exitCode = violations === 0 ? 0 : 1;
