import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { build } from 'vite';

const ORIGIN = 'http://gallery.test';
const frontend = fileURLToPath(new URL('..', import.meta.url));
const types: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};
const looks = ['light', 'dark'].flatMap((colorScheme) =>
  [1184, 390].map((width) => ({ colorScheme: colorScheme as 'light' | 'dark', width })),
);
const sections = [
  ...['colours', 'gains', 'type', 'spacing', 'buttons', 'fields', 'choices', 'badges', 'cards'],
  ...['tables', 'states', 'notices', 'lines', 'pictures', 'overlays'],
];

// text is drawn alike whatever the machine's fonts and screen are set to
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [
        ...(launchOptions.args ?? []),
        '--font-render-hinting=none',
        '--disable-lcd-text',
        '--force-color-profile=srgb',
        '--hide-scrollbars',
      ],
    }),
});

/** The gallery as a site of its own, built into memory: no server, no port, nothing of it in the product. */
const site = new Map<string, Buffer>();
test.beforeAll(async () => {
  test.setTimeout(300_000);
  const built = await build({
    root: frontend,
    mode: 'production',
    logLevel: 'warn',
    build: { write: false, rolldownOptions: { input: `${frontend}gallery/index.html` } },
  });
  for (const { output } of [built].flat() as { output: Output[] }[]) {
    for (const file of output) site.set(`/${file.fileName}`, Buffer.from(file.code ?? file.source ?? ''));
  }
});
type Output = { fileName: string; code?: string; source?: string | Uint8Array };

/** The gallery in one look, at a time that stands still. */
async function open(browser: Browser, { colorScheme, width }: (typeof looks)[number]) {
  const viewport = { width, height: 900 };
  const shown = {
    viewport,
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
  } as const;
  const page = await browser.newPage(shown);
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const asset = `${frontend}public${pathname}`;
    const body = site.get(pathname) ?? (existsSync(asset) ? readFileSync(asset) : undefined);
    if (!body) return route.fulfill({ status: 404 });
    return route.fulfill({ body, contentType: types[pathname.split('.').at(-1) ?? ''] });
  });
  await page.clock.setFixedTime('2026-03-02T15:04:05Z');
  await page.goto(`${ORIGIN}/gallery/index.html`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
  await expect(page.getByRole('heading', { level: 1, name: 'Gallery' })).toBeAttached();
  await force(page);
  return page;
}

/** The states that only one element can be in at a time, given to all that are there to show them. */
async function force(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  for (const [state, pseudo] of [
    ['hover', ['hover']],
    ['focus', ['focus', 'focus-visible']],
  ] as const) {
    const selector = `[data-force=${state}] :is(a, button, input, select)`;
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
    expect(nodeIds.length).toBeGreaterThan(0);
    for (const nodeId of nodeIds) {
      await session.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: [...pseudo] });
    }
  }
}

for (const look of looks) {
  const name = `${look.colorScheme}-${String(look.width)}`;
  test.describe(name, () => {
    let page: Page;
    test.beforeAll(async ({ browser }) => {
      page = await open(browser, look);
    });
    test.afterAll(() => page.close());

    test('the gallery shows these sections', async () => {
      const shown = page.locator('[data-section]');
      expect(await shown.evaluateAll((all) => all.map((it) => it.dataset.section))).toEqual(sections);
    });

    for (const section of sections) {
      test(`${section} look as they did`, async () => {
        await expect(page.locator(`[data-section=${section}]`)).toHaveScreenshot(`${section}-${name}.png`);
      });
    }

    test('what lies above the page looks as it did', async () => {
      await page.getByRole('button', { name: 'Open dialog' }).click();
      await expect.soft(page.getByRole('dialog')).toHaveScreenshot(`dialog-${name}.png`);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /Value at risk/ }).click();
      await expect.soft(page.getByRole('dialog')).toHaveScreenshot(`explain-${name}.png`);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Tell' }).click();
      await expect.soft(page.locator('.appear')).toHaveScreenshot(`toast-${name}.png`);
      await page.locator('.appear').getByRole('button').click();
    });

    test('a chart shows the table behind it', async () => {
      const card = page.locator('.card', { hasText: 'Fan with a target' });
      const turn = card.getByRole('button', { name: 'Table' });
      await turn.click();
      await expect.soft(card).toHaveScreenshot(`chart-as-table-${name}.png`);
      await turn.click();
    });
  });
}

test('every component and every chart is in the gallery', () => {
  const read = (path: string) => readFileSync(`${frontend}${path}`, 'utf8');
  const sections = readdirSync(`${frontend}gallery/sections`).map((file) => read(`gallery/sections/${file}`));
  const missing = ['ui', 'charts'].flatMap((folder) => {
    const files = readdirSync(`${frontend}src/shared/${folder}`)
      .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
      .map((file) => file.replace('.tsx', ''));
    const shown = new Set<string>();
    // what a component is made of is shown with it
    const show = (file: string) => {
      if (shown.has(file)) return;
      shown.add(file);
      const source = read(`src/shared/${folder}/${file}.tsx`);
      files.filter((part) => source.includes(`'./${part}'`)).forEach(show);
    };
    const page = [read('gallery/Gallery.tsx'), ...sections].join('\n');
    files.filter((file) => page.includes(`'@/shared/${folder}/${file}'`)).forEach(show);
    return files.filter((file) => !shown.has(file)).map((file) => `${folder}/${file}`);
  });
  expect(missing).toEqual([]);
});
