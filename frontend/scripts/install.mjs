// `npm ci`, but only when the lock file is another than the one that was installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const here = new URL('../', import.meta.url);
const stamp = new URL('node_modules/.installed-lock', here);
const lock = createHash('sha256')
  .update(readFileSync(new URL('package-lock.json', here)))
  .update(process.version)
  .digest('hex');
const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // not installed yet
  }
};

if (read(stamp) === lock) {
  console.log('packages are up to date');
} else {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, lock);
}
