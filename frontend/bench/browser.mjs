import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** The flags that headless Chromium needs in a container, and nothing that would make it faster than a reader's. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

export const address = process.env.BASE_URL ?? 'http://localhost:8080';
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Of -20 to 19: before everything that does not say so. */
const FIRST = '-20';

/**
 * A browser that other programs attach to: Playwright only while it signs in, for it would stop each tab that they open. It goes
 * before the platform where the system lets it, for a reader's device is not the one that serves. Answers whether it does, the port
 * to attach to, how to visit, and how to end it.
 */
export async function openShared(profile) {
  const asked = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=en-US'];
  const program = spawn(executablePath, [...flags, ...asked, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // a session of its own, which Linux schedules as one
  });
  const first = goFirst(program.pid);
  const ended = new Promise((resolve) => program.once('exit', resolve));
  const close = async () => {
    program.kill();
    await ended;
  };
  const port = await new Promise((resolve, reject) => {
    let said = '';
    program.stderr.on('data', (chunk) => {
      said += chunk;
      const found = /listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said);
      if (found) resolve(Number(found[1]));
    });
    program.once('error', reject);
    program.once('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${said}`)));
  });
  const visit = async (act) => {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = await browser.contexts()[0].newPage();
    await act(page);
    await page.close();
    await browser.close(); // only the connection: the browser is not Playwright's
  };
  return { first, port, visit, close };
}

function goFirst(pid) {
  try {
    writeFileSync(`/proc/${pid}/autogroup`, FIRST);
    return true;
  } catch {
    return false; // no Linux, no such groups, or no right to it: the bench says so
  }
}

export async function openBrowser() {
  const browser = await chromium.launch({ executablePath, args: flags });
  return {
    newPage: () =>
      browser.newPage({ baseURL: address, locale: 'en-US', viewport: { width: 1280, height: 900 } }),
    close: () => browser.close(),
  };
}

/** Until the sample portfolio's value stands on the overview. */
export async function enterDemo(page) {
  await page.goto(`${address}/welcome`);
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await firstNumber(page);
}

export const firstNumber = (page) =>
  page
    .getByRole('region', { name: 'Worth now' })
    .getByText(/\d,\d{3}\.\d{2}/)
    .first()
    .waitFor();
