import { enterDemo, openBrowser } from './browser.mjs';
import { aimed, figure, note, quantile } from './report.mjs';

const SETTLE_MS = 5_000;
const MEASURE_MS = 15_000;

/** A page with many rows while prices stream: how even its frames are and how much of a second its main thread works. */
export async function stream(symbols) {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    let prices = 0;
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const frame = JSON.parse(String(payload));
        if (frame.type === 'prices') prices += frame.prices.length;
      }),
    );
    const received = () => prices;
    await enterDemo(page);
    await importHoldings(page, symbols);
    await measure(page, `holdings, ${symbols} rows`, received);
    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    await page.getByRole('region', { name: 'Worth now' }).waitFor();
    await measure(page, `overview of ${symbols} holdings`, received);
    await page.getByRole('cell', { name: /BENCH50\b/ }).scrollIntoViewIfNeeded();
    await measure(page, `overview, half way down its ${symbols} holdings`, received);
    note(
      `${symbols} symbols, 1,000 random ticks a second to Redis' channel; prices/s is what came to the page.`,
    );
    note(
      `Frames by requestAnimationFrame over ${MEASURE_MS / 1000} s after ${SETTLE_MS / 1000} s, 1280 x 900, no GPU.`,
    );
    note(
      'Busy is the main thread’s TaskDuration (DevTools protocol, Performance.getMetrics), by the clock and by CPU.',
    );
    note('The longest task is a longtask entry; 0 says that none took 50 ms.');
  } finally {
    await browser.close();
  }
}

async function importHoldings(page, symbols) {
  const rows = Array.from({ length: symbols }, (_, index) => `BENCH${index},${10 + index},100.00,USD`);
  await page.goto('/portfolios/import?portfolio=new');
  await page.locator('input[type=file]').setInputFiles({
    name: 'many_rows.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`symbol,quantity,price,currency\n${rows.join('\n')}\n`),
  });
  await page.getByRole('button', { name: `Continue with ${symbols} new rows` }).click();
  await page.getByRole('button', { name: `Import ${symbols} rows` }).click();
  await page.getByRole('link', { name: 'See the portfolio' }).waitFor();
  await page.getByRole('link', { name: 'Portfolios', exact: true }).click();
  await page.getByRole('link', { name: 'many rows', exact: true }).click();
  await page.getByRole('cell', { name: /BENCH0\b/ }).waitFor();
}

async function measure(page, workload, received) {
  await page.waitForTimeout(SETTLE_MS);
  const wall = await mainThread(page, 'timeTicks');
  const cpu = await mainThread(page, 'threadTicks');
  const began = performance.now();
  const [wallBefore, cpuBefore, pricesBefore] = [await wall(), await cpu(), received()];
  const { frames, tasks } = await page.evaluate(watch, MEASURE_MS);
  const [wallAfter, cpuAfter, pricesAfter] = [await wall(), await cpu(), received()];
  const seconds = (performance.now() - began) / 1000;
  if (pricesAfter === pricesBefore) throw new Error(`${workload}: no price came to the page`);
  const shown = frames.reduce((sum, ms) => sum + ms, 0);
  aimed(workload, 'frames/s', (1000 * frames.length) / shown, 50);
  figure(workload, 'frame ms, half below', quantile(frames, 0.5));
  figure(workload, 'frame ms, 95 % below', quantile(frames, 0.95));
  aimed(workload, 'busy ms/s', (wallAfter - wallBefore) / seconds, 300);
  figure(workload, 'busy CPU ms/s', (cpuAfter - cpuBefore) / seconds);
  aimed(workload, 'longest task ms', Math.max(0, ...tasks), 100);
  figure(workload, 'prices/s', (pricesAfter - pricesBefore) / seconds);
}

/** How long the main thread has worked, by the clock or by what it got of a processor; answers how to ask for it again. */
async function mainThread(page, timeDomain) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  };
}

/** In the page: the time between frames, and the tasks that took 50 ms or more. */
function watch(forMs) {
  return new Promise((resolve) => {
    const [frames, tasks] = [[], []];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map((entry) => entry.duration)),
    );
    observer.observe({ entryTypes: ['longtask'] });
    let [first, last] = [undefined, undefined];
    const frame = (now) => {
      if (last !== undefined) frames.push(now - last);
      first ??= now;
      last = now;
      if (now - first < forMs) return requestAnimationFrame(frame);
      observer.disconnect();
      resolve({ frames, tasks });
    };
    requestAnimationFrame(frame);
  });
}
