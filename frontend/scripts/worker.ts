import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const publicFiles = readdirSync(new URL('../public', import.meta.url)).filter(
  (name) => !name.endsWith('.png'),
);

/**
 * Writes /sw.js: the service worker with the list of what the application consists of, and a version that follows from the
 * content of all of it. Only in a build: while developing nothing is kept, and mocks have a worker of their own.
 */
export const serviceWorker: Plugin = {
  name: 'service-worker',
  // a build into memory is the gallery's, which is no application
  apply: (config, { command, mode }) =>
    command === 'build' && mode === 'production' && config.build?.write !== false,
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const built = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('the build has no index.html');
      const files = ['/', ...publicFiles.map((name) => `/${name}`), ...built.map((name) => `/${name}`)];
      // a hashed name stands for its content; the others are the same names in every version
      const content = [
        ...files,
        String(page.source),
        ...publicFiles.map((name) => read(`../public/${name}`)),
      ];
      const template = read('../src/worker/sw.js');
      const version = createHash('sha256')
        .update(content.join('\n'))
        .update(template)
        .digest('hex')
        .slice(0, 16);
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: template
          .replace('__FILES__', () => JSON.stringify(files.sort()))
          .replace('__VERSION__', JSON.stringify(version)),
      });
    },
  },
};
