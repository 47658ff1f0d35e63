// Runs a desk of its own: its state is in a folder, and the system's programs are replaced by one that notes what it is
// asked to open.

import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './page.mjs';

export async function openDesk(program, folder, language, report) {
  const programs = join(folder, 'programs');
  const opened = join(folder, 'opened');
  mkdirSync(programs, { recursive: true });
  const note = join(programs, 'xdg-open');
  writeFileSync(note, `#!/bin/sh\necho "$@" >>'${opened}'\n`);
  chmodSync(note, 0o755);
  const environment = { ...process.env, HOME: folder, XDG_STATE_HOME: join(folder, 'state'), PATH: `${programs}:${process.env.PATH}` };
  const words = ['serve', ...(report ? [report] : []), '--no-open', '--ui-lang', language];
  const child = spawn(program, words, { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(data.toString().trim()));
    child.once('exit', (code) => reject(new Error(`the desk has ended with ${code}`)));
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    address,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    /** Waits until a file is opened, and forgets it: the next has to be opened anew. */
    async untilOpened(path) {
      await until(`${path} is opened`, () => existsSync(opened) && readFileSync(opened, 'utf8').includes(path));
      rmSync(opened);
    },
  };
}
