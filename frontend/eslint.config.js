import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The house runs one way: shared -> features -> app. */
const mayNotImport = (...groups) => ({
  'no-restricted-imports': [
    'error',
    {
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
    files: ['src/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
    rules: {
      // a region that scrolls must be reachable by the keyboard
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region', 'group'], tags: [] }],
    },
  },
  {
    files: ['scripts/**/*.mjs', 'public/*.js'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
  { files: ['src/shared/**', 'src/api/**'], rules: mayNotImport('features', 'app') },
  { files: ['src/features/**'], rules: mayNotImport('app') },
);
