import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Asks for the one font file with the page, not after the style sheet. */
const preloadFont = (): Plugin => ({
  name: 'preload-font',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => file.endsWith('.woff2'))
        .map((file) => ({
          tag: 'link',
          injectTo: 'head-prepend' as const,
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
        })),
  },
});

/** In `npm run dev:mock` the page's requests are answered by a service worker; it never gets into a build. */
const mockWorker = (): Plugin => ({
  name: 'mock-worker',
  apply: 'serve',
  configureServer(server) {
    server.middlewares.use('/mockServiceWorker.js', (_request, response) => {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(readFileSync(new URL('./node_modules/msw/lib/mockServiceWorker.js', import.meta.url)));
    });
    // the one thing a service worker cannot answer: a form that leaves the page and comes back signed in
    server.middlewares.use('/oauth2/authorization/riskwatch', (_request, response) => {
      response.writeHead(303, { Location: '/', 'Set-Cookie': 'mock-session=1; Path=/' }).end();
    });
    server.middlewares.use('/logout', (_request, response) => {
      response.writeHead(303, { Location: '/', 'Set-Cookie': 'mock-session=; Path=/; Max-Age=0' }).end();
    });
  },
});

const platform = process.env.RISKWATCH_PUBLIC_URL ?? 'http://localhost:8080';
const proxied = ['/api', '/auth', '/oauth2', '/login/oauth2', '/logout', '/session', '/.well-known', '/docs'];

export default defineConfig(({ mode }) => ({
  plugins: [react(), tailwindcss(), preloadFont(), ...(mode === 'mock' ? [mockWorker()] : [])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 350,
    reportCompressedSize: false,
  },
  server: {
    proxy:
      mode === 'mock'
        ? undefined
        : {
            ...Object.fromEntries(proxied.map((path) => [path, { target: platform }])),
            '/ws': { target: platform, ws: true },
          },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    reporters: ['default', ['junit', { outputFile: 'target/surefire-reports/TEST-frontend-unit.xml' }]],
    restoreMocks: true,
    testTimeout: 30_000,
  },
}));
