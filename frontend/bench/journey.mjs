import { firstNumber, openBrowser } from './browser.mjs';
import { aimed, figure, median, note } from './report.mjs';

const VISITS = 3;

/** A newcomer's way from the address to the first number and to a risk result of one's own, each time in a fresh browser. */
export async function journey() {
  const visits = [];
  for (let visit = 0; visit < VISITS; visit += 1) visits.push(await once());
  const [whole, ...of] = ['from the address to a risk result of one’s own', 'seconds', 'clicks'];
  figure('landing', 'seconds to the first heading', median(visits.map((visit) => visit.landed)));
  aimed('landing, demo', 'seconds to the first number', median(visits.map((visit) => visit.numbered)), 3);
  aimed(whole, of[0], median(visits.map((visit) => visit.explained)), 60);
  aimed(whole, of[1], Math.max(...visits.map((visit) => visit.clicks)), 3);
  note(`The way of a newcomer: median of ${VISITS} visits, each with an empty cache and a new guest.`);
}

async function once() {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;
    let clicks = 0;
    const click = async (name) => {
      clicks += 1;
      await page.getByRole('button', { name, exact: true }).click();
    };
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const landed = seconds();
    await click('Try the demo');
    await firstNumber(page);
    const numbered = seconds();
    await click('Run risk check');
    await page.getByRole('heading', { name: 'What this means for you' }).waitFor({ timeout: 120_000 });
    return { landed, numbered, explained: seconds(), clicks };
  } finally {
    await browser.close();
  }
}
