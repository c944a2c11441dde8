import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import ts from 'typescript-eslint';
import noCircle from './eslint.no-circle.cjs';

/** What reads old binary workbooks is large: only the folder for them fetches it, when a file asks for it. */
const OLD_FILES = ['**/old-files/**', '@e965/xlsx'];

/** What a folder may not import: entries depend on app and hosts, hosts on core, core on nothing but itself. */
const boundary = (files, forbidden, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message }] }] },
});

export default ts.config(
  { ignores: ['node_modules', 'dist', '.tools', 'coverage', '.mutants'] },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      // Chinese text uses the full-width space.
      'no-irregular-whitespace': ['error', { skipTemplates: true, skipStrings: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    plugins: { layout: { rules: { 'no-circle': noCircle } } },
    rules: { 'layout/no-circle': 'error' },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    rules: {
      // A text from a cell, a file or a command line may be `constructor`: objects seem to have a key of that name.
      'no-restricted-syntax': [
        'error',
        {
          selector: "BinaryExpression[operator='in'][left.type!='Literal'][left.type!='PrivateIdentifier']",
          message: 'Ask Object.hasOwn, or take a Map: every object answers to `constructor`.',
        },
        {
          selector:
            "VariableDeclarator[init.type='ObjectExpression'][init.properties.length>0] > Identifier.id > TSTypeAnnotation TSTypeReference[typeName.name='Record'] > TSTypeParameterInstantiation > TSStringKeyword:first-child",
          message: 'A table that is asked by any text is a Map: an object also answers to `constructor`.',
        },
      ],
    },
  },
  boundary(
    ['src/core/**/*.ts'],
    [
      'node:*',
      '**/hosts/**',
      '**/ooxml/**',
      '**/app/**',
      '**/cli/**',
      '**/packs/**',
      '**/taskpane/**',
      '**/workbench/**',
      '**/commands/**',
      'fflate',
      'saxes',
      'yaml',
      ...OLD_FILES,
    ],
    'The core is pure: no host, no UI, no file system, no pack imported (packs are handed in as data).',
  ),
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'console',
        'window',
        'document',
        'fetch',
        'Buffer',
        'Office',
        'Excel',
        'setTimeout',
        'performance',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The core has no clock; the date of assessment is an argument.' },
        { object: 'Math', property: 'random' },
      ],
    },
  },
  {
    files: ['src/ooxml/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex:
                '^node:|^@e965/|\\.\\./core/(?!(cell|grid|problem|refusal|sheet-limits)$)|\\.\\./(hosts|app|cli|packs|taskpane|workbench|commands)(/|$)',
              message: 'src/ooxml knows the file format and the shapes of cells alone: no zones, no results, no host.',
            },
          ],
        },
      ],
    },
  },
  boundary(
    ['src/hosts/*.ts', 'src/hosts/results/**/*.ts'],
    [
      'node:*',
      '**/hosts/excel/**',
      '**/hosts/xlsx/**',
      '**/excel/**',
      '**/xlsx/**',
      '**/ooxml/**',
      '**/app/**',
      '**/cli/**',
      '**/packs/**',
      '**/taskpane/**',
      '**/workbench/**',
      '**/commands/**',
      ...OLD_FILES,
    ],
    'What all hosts share depends on core alone.',
  ),
  boundary(
    ['src/hosts/xlsx/**/*.ts'],
    ['node:*', '**/excel/**', '**/app/**', '**/cli/**', '**/packs/**', '**/taskpane/**', '**/workbench/**', '**/commands/**', ...OLD_FILES],
    'The port over a file runs in browsers too; it depends on core, on ooxml and on what all hosts share.',
  ),
  boundary(
    ['src/hosts/old-files/**/*.ts'],
    ['node:*', '**/excel/**', '**/app/**', '**/cli/**', '**/packs/**', '**/taskpane/**', '**/workbench/**', '**/commands/**'],
    'Old files become new ones in browsers too; the folder depends on core, on ooxml and on how the .xlsx port writes.',
  ),
  boundary(
    ['src/app/**/*.ts', 'src/app/**/*.tsx'],
    [
      'node:*',
      '**/hosts/excel/**',
      '**/hosts/xlsx/**',
      '**/hosts/results/**',
      '**/ooxml/**',
      '**/cli/**',
      '**/packs',
      '../packs/**',
      '**/taskpane/**',
      '**/workbench/**',
      '**/commands/**',
      'fflate',
      'saxes',
      'yaml',
      ...OLD_FILES,
    ],
    'The pane knows a workbook by its port alone; packs are handed in.',
  ),
  {
    files: ['src/app/**/*.ts', 'src/app/**/*.tsx'],
    rules: { 'no-restricted-globals': ['error', 'Office', 'Excel', 'process', 'Buffer', 'fetch', 'localStorage', 'sessionStorage'] },
  },
  boundary(
    ['src/hosts/excel/**/*.ts'],
    [
      'node:*',
      '**/xlsx/**',
      '**/ooxml/**',
      '**/app/**',
      '**/cli/**',
      '**/packs/**',
      '**/taskpane/**',
      '**/workbench/**',
      '**/commands/**',
      'fflate',
      'saxes',
      'yaml',
      ...OLD_FILES,
    ],
    'The port over Excel depends on core and on what all hosts share: marks, names, layout, limits.',
  ),
  {
    files: ['src/hosts/excel/**/*.ts', 'src/commands/**/*.ts', 'src/taskpane/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error'])),
  },
  boundary(
    ['src/commands/**/*.ts'],
    [
      'node:*',
      '**/hosts/xlsx/**',
      '**/ooxml/**',
      '**/cli/**',
      '**/taskpane/**',
      '**/workbench/**',
      'fflate',
      'saxes',
      'yaml',
      ...OLD_FILES,
    ],
    'The ribbon depends on app, the Excel port and core.',
  ),
  boundary(
    ['src/workbench/**/*.ts', 'src/workbench/**/*.tsx'],
    ['node:*', '**/hosts/excel/**', '**/cli/**', '**/taskpane/**', '**/commands/**', '@e965/xlsx'],
    'The workbench depends on app, the .xlsx port, packs and core.',
  ),
  {
    files: ['src/workbench/grid/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex:
                '^node:|\\.\\./core/(?!(problem|cell|grid|sheet-limits)$)|\\.\\./hosts/|\\.\\./ooxml/(?!(look/(look|locked)|edit/cell-edit|formula/(move-formula|formula-grammar|future-functions))$)|\\.\\./(app(?!/words$)|packs|worker|desk)(/|$)|\\.\\./(remote|drafts|page)$',
              message:
                "The grid shows cells and tells edits: it knows the shapes of both, and neither file nor scoring; texts that the pane has too are the pane's.",
            },
          ],
        },
      ],
    },
  },
  {
    files: [
      'src/ooxml/**/*.ts',
      'src/hosts/xlsx/**/*.ts',
      'src/hosts/old-files/**/*.ts',
      'src/hosts/results/**/*.ts',
      'src/hosts/port.ts',
      'src/cli/**/*.ts',
      'src/packs/**/*.ts',
      'src/workbench/**/*.ts',
      'src/workbench/**/*.tsx',
      'src/commands/ribbon.ts',
      'src/commands/notice-plan.ts',
    ],
    rules: { 'no-restricted-globals': ['error', 'Office', 'Excel', 'OfficeExtension'] },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      globals: {
        jest: 'readonly',
        expect: 'readonly',
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        __dirname: 'readonly',
        __filename: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['test/**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', Buffer: 'readonly' } },
  },
  {
    files: ['test/e2e/**/*.ts', 'test/app/browser/**/*.ts', 'test/excel-host/chromium*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        // expect(await locator.count()).toBe(1) as a statement of its own; within soon() it is an arrow function's body.
        ...["[callee.object.callee.name='expect']", "[callee.object.property.name='not'][callee.object.object.callee.name='expect']"].map(
          (asserting) => ({
            selector: `ExpressionStatement > CallExpression${asserting} > MemberExpression CallExpression AwaitExpression > CallExpression[callee.property.name=/^(count|textContent|innerText|inputValue|allTextContents|allInnerTexts|getAttribute|is(Visible|Hidden|Enabled|Disabled|Checked)|title|notices)$/]`,
            message: 'A page may be still on its way there: await soon(async () => expect(…)).',
          }),
        ),
      ],
    },
  },
  {
    files: ['webpack.config.js'],
    languageOptions: {
      globals: { module: 'writable', require: 'readonly', process: 'readonly', __dirname: 'readonly', __filename: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
