import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { address, enterDemo, openShared } from './browser.mjs';
import { aimed, figure, note } from './report.mjs';

/** Fetched when it is measured: it would double what `npm ci` installs. Later majors need Node 22. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const RUNS = 5;
const LIMIT_MS = 300_000;
/** Of a layout's shift: what is worth a name. */
const MOVED = 0.02;
const execute = promisify(execFile);
const devices = [
  { device: 'desktop', options: ['--preset=desktop'], performance: 95 },
  { device: 'mobile', options: [], performance: 85 },
];

/** Lighthouse over the first page of a visitor and over the overview of the demo, on both of its devices. */
export async function lighthouse() {
  const folder = mkdtempSync(join(tmpdir(), 'riskwatch-lighthouse-'));
  const browser = await openShared(join(folder, 'profile'));
  try {
    for (const device of devices) await judge('/welcome', device, browser.port, folder);
    await browser.visit(enterDemo);
    for (const device of devices) await judge('/', device, browser.port, folder);
    note(`${LIGHTHOUSE}, simulated throttling, cold cache; of ${RUNS} runs the one with the middle score.`);
    note(
      browser.first
        ? 'Lighthouse’s browser goes before the platform’s processes: a reader’s device is not the one that serves.'
        : 'Lighthouse’s browser shares the processors with the platform: blocking times count what that takes.',
    );
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function judge(path, { device, options, performance }, port, folder) {
  const reports = [];
  for (let done = 0; done < RUNS; done += 1) reports.push(await run(path, options, port, folder));
  reports.sort((a, b) => a.categories.performance.score - b.categories.performance.score);
  const { categories, audits } = reports[Math.floor(RUNS / 2)];
  const workload = `Lighthouse ${device}, ${path === '/' ? 'overview' : path}`;
  const value = (audit) => audits[audit].numericValue;
  aimed(workload, 'performance', 100 * categories.performance.score, performance);
  aimed(workload, 'accessibility', 100 * categories.accessibility.score, 100);
  figure(workload, 'first contentful paint ms', value('first-contentful-paint'));
  aimed(workload, 'largest contentful paint ms', value('largest-contentful-paint'), 2_500);
  aimed(workload, 'cumulative layout shift', value('cumulative-layout-shift'), 0.05);
  aimed(workload, 'total blocking time ms', value('total-blocking-time'), 200);
  figure(workload, 'kB transferred', value('total-byte-weight') / 1000);
  (audits['layout-shifts'].details?.items ?? [])
    .filter(({ score }) => score > MOVED)
    .forEach(({ node, score }) => note(`${workload}: moved by ${score.toFixed(3)}: ${node?.selector}`));
  categories.accessibility.auditRefs
    .map(({ id }) => audits[id])
    .filter(({ score }) => score !== null && score < 1)
    .forEach(({ id, title }) => note(`${workload}: ${id}: ${title}`));
}

async function run(path, options, port, folder) {
  const out = join(folder, 'report.json');
  await execute(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, `${address}${path}`, `--port=${port}`, '--quiet'],
      ...['--only-categories=performance,accessibility', '--output=json', `--output-path=${out}`],
      ...options,
    ],
    { timeout: LIMIT_MS },
  );
  const report = JSON.parse(readFileSync(out, 'utf8'));
  if (report.runtimeError)
    throw new Error(`Lighthouse could not judge ${path}: ${report.runtimeError.message}`);
  return report;
}
