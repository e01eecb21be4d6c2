// Holds the build to the sizes a visitor downloads (gzip), by following the build's own import graph.
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
/** A page with the parts of the texts that App.tsx loads with it. */
const page = (name, ...parts) =>
  sum(scripts(['index.html', chunk(name), ...parts.map((part) => chunk(`en/${part}.json`))]));
const files = readdirSync(new URL('assets/', dist));
const ofKind = (end) => files.filter((file) => file.endsWith(end)).map((file) => `assets/${file}`);

const measured = [
  ['shell', sum(scripts(['index.html'])), 115],
  ['welcome', page('WelcomePage.tsx', 'welcome'), 125],
  ['overview', page('OverviewPage.tsx', 'risk', 'score'), 165],
  ['import', page('ImportPage.tsx', 'import'), 150],
  ['allocation', page('AllocationTab.tsx', 'portfolio'), 150],
  ['transactions', page('TransactionsTab.tsx', 'portfolio'), 150],
  ['recommendations', page('RecommendationsTab.tsx', 'portfolio'), 150],
  ['risk result', page('RiskPage.tsx', 'risk'), 150],
  ['simulation', page('SimulatePage.tsx', 'risk', 'simulate'), 150],
  ['stress', page('StressPage.tsx', 'risk', 'stress'), 150],
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
