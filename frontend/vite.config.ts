import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { overviewAhead } from './scripts/ahead.ts';
import { slim } from './scripts/slim.ts';
import { serviceWorker } from './scripts/worker.ts';

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

/**
 * What always comes together travels together: many small files are slower to fetch and pack worse. The vendor's code
 * changes least often; base is what any visitor needs, frame what surrounds the pages of those who are signed in.
 */
const chunk = (name: string, priority: number, ...paths: string[]) => ({
  name,
  priority,
  test: new RegExp(`/(${paths.join('|')})`),
});
const chunks = [
  chunk(
    'vendor',
    3,
    'node_modules/(react|react-dom|scheduler|react-router|zustand|clsx)/',
    // lists that go on, and many questions at once, come with the pages that have them
    'node_modules/@tanstack/[^/]+/build/modern/(?!infiniteQueryObserver|queriesObserver|useInfiniteQuery|useQueries|infiniteQueryOptions)',
  ),
  chunk(
    'base',
    2,
    'src/(main|api/|app/(App|ErrorBoundary)|features/session/(session|intentions|CsrfForm))',
    'src/shared/(format/|settings/|i18n/(i18n|en\\.)|rendering/Unhurried|ui/(Brand|Button|createIcon|Link|Page|ProblemNotice|Segmented|cx|useOffline))',
    'lucide-react/dist/esm/icons/(play|file-up|triangle-exclamation-point)\\.',
  ),
  chunk(
    'frame',
    1,
    'src/app/Shell',
    'src/worker/',
    'src/shared/(stream/|navigation/|i18n/en/frame|ui/(toast|Badge|Progress))',
    'src/features/(alerts/(UnreadBadge|unread|useAlertEvents)|jobs/JobChip|search/(SearchButton|Shortcuts)|welcome/useWelcomeChoices)',
    'src/features/risk/(api|kinds|useAnalysisEvents|model/progress)',
    `lucide-react/dist/esm/icons/(${railIcons()})\\.`,
  ),
  // small things around figures: each by itself is a request of a few hundred bytes, and the overview needs them all
  chunk(
    'figures',
    0.5,
    'src/shared/ui/Delta',
    'src/features/(figures/FigureHelp|jobs/JobLink|portfolio/LivePrice|recommendations/(api|model/measure)|risk/(Meaning|RunRiskButton|model/result))',
  ),
  // what ten pages or more have in common; by itself each would be a request of a few hundred bytes
  {
    name: 'parts',
    priority: 0,
    test: /src\/(?!.*\.json)|lucide-react|@tanstack/,
    minShareCount: 10,
  },
];

/** A page names what it needs beside the frame, not the frame itself, which is there before any page. */
const withoutFrame = (_page: string, needed: string[], { hostType }: { hostType: 'html' | 'js' }) =>
  hostType === 'html'
    ? needed
    : needed.filter((file) => !/\/(rolldown-runtime|vendor|base|frame)-/.test(file));

/** The files of the icons that the rail and the header show. */
function railIcons(): string {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const names = ['src/shared/navigation/navigation.ts', 'src/app/Shell.tsx', 'src/features/jobs/JobChip.tsx']
    .map(read)
    .flatMap((source) => /import \{([^}]*)\} from 'lucide-react'/.exec(source)?.[1]?.match(/\w+/g) ?? []);
  const files = names.map((name) =>
    name
      .replace(/([a-z])(\d)/g, '$1-$2')
      .replace(/([a-z\d])([A-Z])/g, '$1-$2')
      .toLowerCase(),
  );
  return [...files, 'search', 'pause', 'x', 'rotate-ccw-clock', 'waves-horizontal'].join('|');
}

const ROUTER = './node_modules/react-router/dist/production/index.mjs';

const platform = process.env.RISKWATCH_PUBLIC_URL ?? 'http://localhost:8080';
const proxied = ['/api', '/auth', '/oauth2', '/login/oauth2', '/logout', '/session', '/.well-known', '/docs'];

export default defineConfig(({ mode }) => ({
  plugins: [
    slim,
    serviceWorker,
    react(),
    tailwindcss(),
    preloadFont(),
    overviewAhead,
    ...(mode === 'mock' ? [mockWorker()] : []),
  ],
  resolve: {
    alias: [
      { find: '@', replacement: fileURLToPath(new URL('./src', import.meta.url)) },
      ...(mode === 'production'
        ? // its exports lead to the build with the warnings of development
          [{ find: /^react-router$/, replacement: fileURLToPath(new URL(ROUTER, import.meta.url)) }]
        : []),
    ],
  },
  build: {
    target: 'es2023',
    manifest: true,
    modulePreload: { resolveDependencies: withoutFrame },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 350,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
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
    maxWorkers: '100%', // one less by default, which is half of two processors
  },
}));
