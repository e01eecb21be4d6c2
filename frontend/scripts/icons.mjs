// Draws the manifest's PNG icons from public/favicon.svg; run it when that has changed: node scripts/icons.mjs
// A maskable icon is cut by the platform to a shape of its own: the ground goes to the edge, the drawing keeps to the middle.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const publicFolder = new URL('../public/', import.meta.url);
const svg = readFileSync(new URL('favicon.svg', publicFolder), 'utf8');
const SAFE_SHARE = 0.8;
const maskable = svg.replace('rx="8"', '').replace(/<path.*(?=<\/svg>)/, (paths) => {
  const offset = 16 * (1 - SAFE_SHARE);
  return `<g transform="translate(${offset} ${offset}) scale(${SAFE_SHARE})">${paths}</g>`;
});

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
});
for (const [name, drawing, size] of [
  ['icon-192', svg, 192],
  ['icon-512', svg, 512],
  ['icon-maskable-512', maskable, 512],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`);
  writeFileSync(new URL(`${name}.png`, publicFolder), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
