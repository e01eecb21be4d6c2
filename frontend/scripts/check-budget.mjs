// Holds the build to the sizes a visitor downloads, by following the build's own import graph.
//
// Counted, in thousands of bytes after gzip -9: every script a page needs before it is complete, which is the entry, what
// surrounds every page of one's own (the rail, the header, the live feeds, the badge of unread alerts, the worker's
// registration), the page's own chunk with all it imports, and the texts that App.tsx loads with it, in English.
// Not counted: what waits for a click (search, keys, help, dialogs), style sheets and the font, which have lines of their own.
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const kB = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1000;

/** Every script that a page asks for before it can be used. */
function scripts(entries, seen = new Set()) {
  for (const key of entries) {
    if (seen.has(key)) continue;
    seen.add(key);
    scripts(manifest[key].imports ?? [], seen);
  }
  return seen;
}
const sum = (keys) => [...keys].reduce((total, key) => total + kB(manifest[key].file), 0);
const chunk = (name) => {
  const key = Object.keys(manifest).find((entry) => entry.endsWith(name));
  if (!key) throw new Error(`the build has no ${name}`);
  return key;
};
/** A chunk that vite.config.ts names, and what it takes in with it. */
const group = (name) => {
  const key = Object.keys(manifest).find((entry) => entry.startsWith(`_${name}-`) && entry.endsWith('.js'));
  if (!key) throw new Error(`the build has no chunk ${name}`);
  return key;
};
const text = (part) => chunk(`en/${part}.json`);
/** What a visitor gets before any page. */
const entry = ['index.html'];
/** What every page of one's own comes in: the rail, the header, the live feeds, and what it all says. */
const frame = [...entry, group('frame'), text('common')];
const visitor = (name, ...parts) => sum(scripts([...entry, chunk(name), ...parts.map(text)]));
/** A page with the parts of the texts that App.tsx loads with it. */
const page = (name, ...parts) => sum(scripts([...frame, chunk(name), ...parts.map(text)]));
const files = readdirSync(new URL('assets/', dist));
const ofKind = (end) => files.filter((file) => file.endsWith(end)).map((file) => `assets/${file}`);

const measured = [
  ['shell', sum(scripts(entry)), 105],
  ['frame', sum(scripts(frame)), 115],
  ['welcome', visitor('WelcomePage.tsx', 'welcome'), 110],
  // the line of its value is drawn by a library that comes after the page, but always comes
  [
    'overview',
    sum(
      scripts([
        ...frame,
        chunk('OverviewPage.tsx'),
        chunk('uPlot.esm.js'),
        ...['overview', 'risk', 'score'].map(text),
      ]),
    ),
    160,
  ],
  ['import', page('ImportPage.tsx', 'import'), 140],
  ['allocation', page('AllocationTab.tsx', 'portfolio'), 140],
  ['transactions', page('TransactionsTab.tsx', 'portfolio'), 140],
  ['recommendations', page('RecommendationsTab.tsx', 'portfolio'), 140],
  ['risk result', page('RiskPage.tsx', 'risk'), 150],
  ['simulation', page('SimulatePage.tsx', 'risk', 'simulate'), 150],
  ['stress', page('StressPage.tsx', 'risk', 'stress'), 150],
  ['optimize', page('OptimizePage.tsx', 'risk', 'analysis', 'optimize'), 150],
  ['backtest', page('BacktestPage.tsx', 'risk', 'analysis', 'backtest'), 150],
  ['factor', page('FactorPage.tsx', 'risk', 'analysis', 'factor'), 150],
  ['leverage', page('LeveragePage.tsx', 'risk', 'analysis', 'leverage'), 150],
  ['clients', page('ClientsPage.tsx', 'clients', 'margin'), 140],
  ['client', page('ClientPage.tsx', 'clients', 'margin'), 140],
  ['paper', page('PaperPage.tsx', 'paper', 'margin'), 140],
  ['alerts', page('InboxTab.tsx', 'alerts'), 140],
  ['alert rules', page('RulesTab.tsx', 'alerts'), 140],
  ['margin', page('MarginPage.tsx', 'margin'), 140],
  ['house rates', page('RatesPage.tsx', 'rates'), 140],
  ['compare', page('ComparePage.tsx', 'compare'), 140],
  ['report', page('ReportPage.tsx', 'risk', 'analysis', 'report'), 150],
  ['schedules', page('SchedulesPage.tsx', 'schedules'), 140],
  ['learn', page('LearnPage.tsx', 'learn'), 140],
  ['term', page('TermPage.tsx', 'learn'), 140],
  ['lesson', page('LessonPage.tsx', 'learn'), 140],
  ['status', page('StatusPage.tsx', 'status'), 125],
  ['settings', page('SettingsPage.tsx', 'settings', 'welcome'), 140],
  ['all style sheets', ofKind('.css').reduce((total, file) => total + kB(file), 0), 15],
  ['font', ofKind('.woff2').reduce((total, file) => total + kB(file), 0), 50],
];
let over = 0;
for (const [name, size, limit] of measured) {
  const ok = size <= limit;
  if (!ok) over += 1;
  console.log(`${ok ? 'ok  ' : 'OVER'} ${name.padEnd(18)} ${size.toFixed(1).padStart(7)} kB of ${limit} kB`);
}
if (over > 0) {
  console.error(`${over} bundle budget(s) exceeded`);
  process.exit(1);
}
