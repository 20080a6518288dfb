// Paths are below the project: `npm run check:lint` starts there, so that the tests are looked at too.
import js from '@eslint/js';
import globals from 'globals';
import noUnsanitized from 'eslint-plugin-no-unsanitized';

export default [
  { ignores: ['**/node_modules/', 'web/types/'] },
  js.configs.recommended,
  noUnsanitized.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
    },
  },
  {
    files: ['web/engine/**', 'web/element/**', 'web/app/**'],
    languageOptions: {
      globals: {
        ...globals.browser,
        LOOKUP_BUILD: false,
        LOOKUP_OTHERS: false,
        LOOKUP_SNAPSHOT: false,
        LOOKUP_WORKER: false,
        LOOKUP_IMPORT_WORKER: false,
        LOOKUP_AS_OF: false,
        LOOKUP_FILES: false,
        LOOKUP_FRAME_TEXTS: false,
      },
    },
  },
  {
    files: ['web/*.mjs', 'web/*.config.js', 'tests/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
