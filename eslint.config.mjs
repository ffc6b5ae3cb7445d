import coreWebVitals from 'eslint-config-next/core-web-vitals';
import typescript from 'eslint-config-next/typescript';
import regexp from 'eslint-plugin-regexp';

/** Ways to run or show foreign text, and a way to pollute prototypes (docs in README, "Rules that are held by tests"). */
const banned = [
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Evidence is shown as text, never as HTML.' },
  { selector: "MemberExpression[property.name='innerHTML']", message: 'Evidence is shown as text, never as HTML.' },
  { selector: "CallExpression[callee.object.name='document'][callee.property.name='write']", message: 'Evidence is shown as text, never as HTML.' },
  { selector: "CallExpression[callee.object.name='Object'][callee.property.name='assign']", message: 'It changes prototypes when it meets __proto__; spread instead.' },
];

const rawSql = { selector: "MemberExpression[property.name=/^\\$(queryRawUnsafe|executeRawUnsafe)$/]", message: 'No SQL of our own outside sqlite.ts and postgres.ts.' };

const config = [
  { ignores: ['.next/**', 'dist/**', 'lib/cases/generated/**', 'next-env.d.ts', 'data/**', 'test-results/**', 'screenshots/**'] },
  ...coreWebVitals,
  ...typescript,
  {
    plugins: { regexp },
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...banned, rawSql],
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  { files: ['lib/cases/{sqlite,postgres}.ts', '**/*.test.ts'], rules: { 'no-restricted-syntax': ['error', ...banned] } },
  // The program's launcher starts without the loader of ES modules, which takes its time.
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
];

export default config;
