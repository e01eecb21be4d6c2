import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { enterDemo } from './steps';

/** The platform through a door of the test's own, behind which the service worker's script can become another one. */
async function door(platform: string) {
  let newer = false;
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/', headers } = request;
    const body = await buffer(request);
    const answer = await fetch(new URL(url, platform), {
      method,
      headers: {
        accept: headers.accept ?? '',
        cookie: headers.cookie ?? '',
        'content-type': headers['content-type'] ?? '',
        'x-xsrf-token': String(headers['x-xsrf-token'] ?? ''),
      },
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
      redirect: 'manual',
    });
    const text = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? '',
      'set-cookie': answer.headers.getSetCookie(),
    });
    response.end(newer && url === '/sw.js' ? `${String(text)}\n// newer` : text);
  };
  const server = createServer((request, response) => {
    pass(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  return {
    address: `http://${new URL(platform).hostname}:${(server.address() as AddressInfo).port}`,
    bringNewer: () => {
      newer = true;
    },
    close: () => server.close(),
  };
}

test('a newer version waits beside what is open, and takes over when the reader says so', async ({
  page,
  baseURL,
}) => {
  const { address, bringNewer, close } = await door(baseURL ?? '');
  await enterDemo(page);
  // a session is the host's, whatever the port
  await page.goto(`${address}/simulate`);
  const years = page.getByRole('textbox', { name: 'For how long' });
  await years.fill('17');
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 60_000,
  });

  bringNewer();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  const toast = page.getByText('A newer version of Riskwatch is there.');
  await expect(toast).toBeVisible();
  await expect(years).toHaveValue('17');
  const waiting = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state);
  expect(await waiting()).toBe('installed');

  const anew = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Load it' }).click();
  await anew;
  await expect(years).toBeVisible();
  await expect(years).not.toHaveValue('17');
  await expect(toast).toBeHidden();
  expect(await waiting()).toBeUndefined();
  close();
});
