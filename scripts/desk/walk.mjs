// A new user's path through the desk, step by step; see ../desk.sh.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Page, check } from './page.mjs';
import { openDesk } from './running.mjs';

const [cache, program, language, pictures] = process.argv.slice(2);
const require = createRequire(join(cache, 'node_modules', 'x.js'));
const puppeteer = (await import(pathToFileURL(require.resolve('puppeteer-core')))).default;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const root = resolve(import.meta.dirname, '../..');
const workbook = join(root, 'tests/workbooks/tourism.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'nenpo-walk-'));
const plan = join(folder, language === 'ja' ? '観光計画' : 'tourism');
const actuals = join(plan, 'data/actuals.csv');

// The English names that the workbook does not have.
const names = ['Attracting visitors', 'Welcoming visitors', 'A stronger industry', 'Sustainable tourism'];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  // A sandbox needs rights that build machines do not give; the pages are our own.
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb'],
});
let desk = await openDesk(resolve(program), folder, language);
let failed = true;
try {
  const page = new Page(await browser.newPage(), { axe, pictures, language });
  await page.go(desk.address);

  await page.step('start', async () => {
    await page.until('the start page', '#start:not([hidden])');
    check('the language is that of the system', await page.language(), language);
    check('nothing is asked of other machines', page.elsewhere(), []);
  });

  await page.step('drop', async () => {
    await page.drop('#drop', workbook);
    await page.write('#new-name', plan);
    await page.picture('dropped');
    await page.press('#create');
    await page.until('the report', '#report:not([hidden])');
    await page.untilText('the folder', '#report-folder', plan);
  });

  await page.step('faults', async () => {
    await page.untilCount('a fault', 1);
    await page.openPanel('problems');
    await page.until('what is missing', '#problem-list [data-code="missing-message"]');
    await page.untilText('what to write', '#problem-list .lines', 'group-area-1');
  });

  await page.step('mended', async () => {
    await page.fill('#problem-list .lines input', names);
    await page.picture('filled');
    await page.press('#problem-list .lines [type="submit"]');
    await page.untilCount('no fault', 0);
    await page.until('the pages', '#pages img');
    await page.closePanel();
  });

  await page.step('edited', async () => {
    await page.mark();
    const [before, after] = ['74.0', '74.6'];
    const text = readFileSync(actuals, 'utf8');
    check('the cell is in the table', text.includes(`2-2,2022,${before}`), true);
    writeFileSync(actuals, text.replace(`2-2,2022,${before}`, `2-2,2022,${after}`));
    await page.until('links to the changed pages', '#changed:not([hidden]) #changed-pages a, #changed:not([hidden]) #changed-pages button');
    await page.goToChanged(after);
    await page.picture('edited');
    check('the page was not loaded again', await page.isMarked(), true);
  });

  await page.step('origin', async () => {
    await page.pressBlock('74.6');
    await page.untilText('its file', '#origin-list', 'data/actuals.csv');
    await page.untilText('its cell', '#origin-list mark', '74.6');
    await page.picture('origin');
    await page.press('#origin-list [data-part="open"]');
    await desk.untilOpened(actuals);
    await page.key('Escape');
    await page.untilGone('the panel', '#panel:not([hidden])');
    check('the focus is back on the number', await page.focused(), '74.6');
  });

  await page.step('keyboard', async () => {
    await page.goToChanged('74.6');
    await page.pressBlock('74.6');
    await page.key('Escape');
    await page.key('End');
    const last = await page.focused();
    await page.key('Home');
    check('the keys lead through the page', (await page.focused()) !== last, true);
    await page.key('ArrowRight');
    await page.key('Enter');
    await page.until('the panel', '#panel:not([hidden])');
    await page.key('Escape');
  });

  await page.step('slip', async () => {
    const text = readFileSync(actuals, 'utf8');
    writeFileSync(actuals, text.replace('74.6', '7４.o'));
    await page.untilCount('a fault', 1);
    await page.until('that the pages are older', '#outdated:not([hidden])');
    await page.openPanel('problems');
    await page.untilText('the cell', '#problem-list mark', '7４.o');
    await page.press('#problem-list [data-part="open"]');
    await desk.untilOpened(actuals);
  });

  await page.step('a command finds it too', async () => {
    await page.openPanel('commands');
    await page.press('[name="do"][value="check"]');
    await page.untilText('the line to type', '#command-line', 'nenpo check');
    await page.press('#run');
    await page.untilText('the cell', '#jobs [data-status="failed"] mark', '7４.o');
    await page.press('#jobs [data-part="faults"] [data-part="open"]');
    await desk.untilOpened(actuals);
  });

  await page.step('corrected', async () => {
    const text = readFileSync(actuals, 'utf8').replace('7４.o', '74.6');
    writeFileSync(actuals, text);
    await page.untilCount('no fault', 0);
    await page.untilGone('that the pages are older', '#outdated:not([hidden])');
  });

  await page.step('settings', async () => {
    await page.openPanel('settings');
    await page.until('the settings', '#material');
    await page.write('#material', '3-1');
    await page.press('#settings-form [type="submit"]');
    await page.until('that they are saved', '#settings-confirmation:not([hidden])');
    check('they are in the file', readFileSync(join(plan, 'report.toml'), 'utf8').includes('number = "3-1"'), true);
  });

  await page.step('built', async () => {
    await page.openPanel('commands');
    await page.press('[name="do"][value="build"]');
    await page.untilText('the line to type', '#command-line', 'nenpo build');
    await page.press('#run');
    await page.until('the files', '#jobs [data-status="done"] a[href$=".pdf"]');
    for (const tag of ['ja', 'en']) {
      const address = await page.attribute(`#jobs a[href$="${tag}.pdf"]`, 'href');
      check(`the PDF in ${tag}`, await page.beginningOf(address), '%PDF-');
    }
    await page.picture('built');
    await page.press('#jobs [data-status="done"] [data-part="open"]');
    await desk.untilOpened('.pdf');
  });

  await page.step('another browser', async () => {
    const other = new Page(await (await browser.createBrowserContext()).newPage(), { axe, language });
    await other.go(desk.address);
    await other.untilText('the same report', '#report-folder', plan);
    await other.close();
  });

  await page.step('started again', async () => {
    await desk.kill();
    await page.until('that nothing answers', '#connection-lost:not([hidden])');
    desk = await openDesk(resolve(program), folder, language, plan);
    const second = new Page(await browser.newPage(), { axe, language });
    await second.go(desk.address);
    await second.untilText('the report', '#report-folder', plan);
    await second.close();
    await page.untilGone('that nothing answers', '#connection-lost:not([hidden])');
    await page.untilText('the report', '#report-folder', plan);
  });
  await page.audit();
  check('the files are there', existsSync(join(plan, 'out')), true);
  failed = false;
} finally {
  if (failed) await Page.last?.picture('failed', tmpdir());
  await browser.close();
  await desk.kill();
  rmSync(folder, { recursive: true, force: true });
}
