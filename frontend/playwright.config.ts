import { defineConfig } from '@playwright/test';

/** Browser tests against a running platform: BASE_URL says where it is, CHROMIUM_PATH which browser to use. */
export default defineConfig({
  testDir: './e2e',
  timeout: 90_000,
  expect: {
    timeout: 15_000,
    toHaveScreenshot: {
      pathTemplate: '{testDir}/gallery/{arg}{ext}',
      threshold: 0.02,
      maxDiffPixelRatio: 0.0005,
      animations: 'disabled',
      caret: 'hide',
      scale: 'css',
    },
  },
  workers: 1,
  // once more on a crowded machine; the list names what held only then as flaky
  retries: process.env.CI ? 1 : 0,
  outputDir: './test-results/runs',
  reporter: [['list'], ['junit', { outputFile: 'target/failsafe-reports/TEST-frontend-e2e.xml' }]],
  use: {
    actionTimeout: 15_000,
    baseURL: process.env.BASE_URL ?? 'http://localhost:8080',
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
