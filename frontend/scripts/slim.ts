import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Takes out of the router what only developer tools read: the names it gives its components keep those in the build that
 * no page uses, such as the forms and the prefetching of its framework mode.
 */
const router: Plugin = {
  name: 'slim-router',
  apply: 'build',
  transform: {
    filter: { id: /node_modules\/react-router\// },
    handler: (code) => ({
      code: code
        .replaceAll(/^\s*\w+\.displayName = .*;$/gm, '')
        .replaceAll(/= (React\d*\.(?:forwardRef|createContext)\()/g, '= /* @__PURE__ */ $1'),
      map: null,
    }),
  },
};

const CREATE_ICON = fileURLToPath(new URL('../src/shared/ui/createIcon.ts', import.meta.url));

/** Draws the icons by a function of our own, without the random keys that a list of elements would need. */
const icons: Plugin = {
  name: 'slim-icons',
  apply: 'build',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^\.\.\/createLucideIcon\.mjs$/ },
    handler: () => CREATE_ICON,
  },
  transform: {
    filter: { id: /node_modules\/lucide-react\/dist\/esm\/icons\// },
    handler: (code) => ({ code: code.replaceAll(/, key: "[^"]*"/g, ''), map: null }),
  },
};

/** What the libraries bring that no page uses, left out of what a visitor downloads. */
export const slim = [router, icons];
