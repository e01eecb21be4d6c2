// The production build, skipped when nothing it is made of has changed since the last one.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';

const here = new URL('../', import.meta.url);
const contracts = [
  '../portfolio-service/contract/openapi.json',
  '../marketdata-service/contract/openapi.json',
  '../billing-service/contract/openapi.json',
  '../analytics-worker/contract/job',
  '../analytics-worker/contract/result',
];
const inputs = [
  'src',
  'public',
  'scripts',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  ...contracts,
];

const hash = createHash('sha256');
function add(path) {
  const url = new URL(path, here);
  if (!existsSync(url)) return;
  if (statSync(url).isDirectory()) {
    for (const name of readdirSync(url).sort()) if (name !== 'generated') add(`${path}/${name}`);
  } else {
    hash.update(path).update(readFileSync(url));
  }
}
inputs.forEach(add);
const digest = hash.digest('hex');

const stamp = new URL('dist/.vite/inputs', here);
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) {
  console.log('the dashboard is up to date');
} else {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: here, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, digest);
}
