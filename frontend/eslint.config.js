import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The house runs one way: shared -> features -> app. Links are the house's own: see shared/ui/Link.tsx. */
const mayNotImport = (...groups) => ({
  'no-restricted-imports': [
    'error',
    {
      paths: [
        {
          name: 'react-router',
          importNames: ['Link', 'NavLink'],
          message: 'brings what no page uses; import it from @/shared/ui/Link',
        },
      ],
      patterns: groups.map((group) => ({ group: [`@/${group}/*`], message: `may not import from ${group}` })),
    },
  ],
});

export default tseslint.config(
  { ignores: ['dist', 'target', 'src/api/generated', 'test-results', 'playwright-report', 'public'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    files: ['src/**/*.tsx', 'gallery/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
    rules: {
      // a region that scrolls must be reachable by the keyboard
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region', 'group'], tags: [] }],
    },
  },
  {
    files: ['scripts/**/*.mjs', 'bench/**/*.mjs', 'public/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'Buffer',
          'console',
          'process',
          'performance',
          'PerformanceObserver',
          'requestAnimationFrame',
          'URL',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['src/worker/*.js'],
    languageOptions: {
      globals: {
        ...Object.fromEntries(
          ['self', 'caches', 'fetch', 'Request', 'URL'].map((name) => [name, 'readonly']),
        ),
        __FILES__: 'readonly',
        __VERSION__: 'readonly',
      },
    },
  },
  { files: ['src/**'], rules: mayNotImport() },
  { files: ['src/shared/**', 'src/api/**'], rules: mayNotImport('features', 'app') },
  { files: ['src/features/**'], rules: mayNotImport('app') },
);
