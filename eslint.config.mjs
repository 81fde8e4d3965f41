import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Who may import whom; the same arrows as in docs/adr/0001-one-way-dependencies.md. */
const depConstraints = [
  { sourceTag: 'lib:contracts', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'lib:spreadsheet', onlyDependOnLibsWithTags: ['lib:contracts'] },
  {
    sourceTag: 'lib:tables',
    onlyDependOnLibsWithTags: ['lib:contracts', 'lib:spreadsheet', 'lib:standard-number'],
  },
  { sourceTag: 'lib:scheme', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'lib:standard-number', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'lib:scoring', onlyDependOnLibsWithTags: ['lib:scheme'] },
  { sourceTag: 'lib:system-structure', onlyDependOnLibsWithTags: ['lib:standard-number'] },
  {
    sourceTag: 'lib:dossier',
    onlyDependOnLibsWithTags: [
      'lib:contracts',
      'lib:scheme',
      'lib:scoring',
      'lib:standard-number',
      'lib:system-structure',
    ],
  },
  { sourceTag: 'app:backend', onlyDependOnLibsWithTags: ['kind:lib'] },
  {
    sourceTag: 'app:frontend',
    onlyDependOnLibsWithTags: [
      'lib:contracts',
      'lib:scheme',
      'lib:scoring',
      'lib:standard-number',
      'lib:system-structure',
    ],
  },
  { sourceTag: 'app:e2e', onlyDependOnLibsWithTags: ['lib:contracts'] },
];

const noEnum = {
  selector: 'TSEnumDeclaration',
  message: 'Use an `as const` object instead of an enum.',
};

/** Listeners that would hear a composition's keys and half-typed text, and waits that would act during it. */
const typing = [
  {
    selector:
      'CallExpression[callee.property.name="addEventListener"] > Literal[value=/^(input|key(down|up|press)|before-?input|composition)/]',
    message: 'Listen in a template: core/typing/ stands before it.',
  },
  {
    selector: ':matches(CallExpression[callee.name="fromEvent"], Property[key.name="capture"])',
    message: 'Listen in a template: core/typing/ stands before it.',
  },
  {
    selector:
      'AssignmentExpression[left.property.name=/^(timer|waiting)$/] > CallExpression[callee.name="setTimeout"]',
    message: 'QuietTimer waits for the end of a composition; name a timer for what it polls.',
  },
];

/** class-validator alone takes null for "left out" and a list for an object. */
const ourDecorators = [
  {
    name: 'class-validator',
    importNames: ['IsOptional'],
    message: 'Optional() may be left out, Nullable() may be null.',
  },
  {
    name: 'class-validator',
    importNames: ['ValidateNested'],
    message: 'Nested() is one object of a DTO, NestedList() a list of them.',
  },
  {
    name: '@nestjs/swagger',
    importNames: ['PartialType'],
    message: 'PartialOf() keeps refusing null.',
  },
];

/**
 * Rooms of the server. A feature reaches the kernel and other features through `index.ts`, or through `pure.ts` where
 * there is no framework; only the kernel opens connections.
 */
const serverWalls = [0, 1, 2, 3].map((depth) => ({
  files: [`backend/src/features/*/${'*/'.repeat(depth)}*.ts`],
  ignores: ['**/*.spec.ts', '**/testing/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [
          ...ourDecorators,
          {
            name: 'typeorm',
            importNames: ['DataSource'],
            message: 'PlatformDatabase and TenantDatabase open transactions.',
          },
        ],
        patterns: [
          {
            regex: `^(\\.\\./){${depth + 1}}[^./][^/]*/(?!pure$)`,
            message: 'Another feature is reached through what its index.ts or pure.ts exports.',
          },
          {
            // Fonts and tables are read by tasks, and by nothing that answers.
            regex: `^(\\.\\./){${depth + 2}}kernel/(?!(pure|fonts|table-files)$)`,
            message: 'The kernel is reached through what its index.ts or pure.ts exports.',
          },
        ],
      },
    ],
  },
}));

const throughTheIndex = 'Another feature is reached through what its index.ts exports.';

/** Rooms of the front end: from which files which paths are out of reach. */
const walls = [
  ['features/*/*.ts', '^\\.\\./[^./][^/]*/', throughTheIndex],
  ['features/*/*/*.ts', '^\\.\\./\\.\\./[^./][^/]*/', throughTheIndex],
  ['shell/*.ts', '/features/[^/]+/', throughTheIndex],
  ['*.ts', '/features/.+(?<!\\.routes)$', 'A feature is opened through its routes.'],
  ['core/**/*.ts', '/(features|shell)/', 'core knows neither the features nor the shell.'],
].map(([files, regex, message]) => ({
  files: [`frontend/src/app/${files}`],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] },
}));

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/node_modules',
      'data',
      '.nx',
      '**/.angular',
      '**/generated',
      'coverage',
      'tmp',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { depConstraints, allow: ['../../.ci/import-graph', '../../../.ci/import-graph'] },
      ],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', noEnum],
    },
  },
  {
    // The pure libraries neither read a clock nor touch a framework.
    files: ['libs/*/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**', '**/fixtures/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['@nestjs/*', 'typeorm', '@angular/*'], message: 'libs are pure.' },
            {
              // What makes files packs and hashes bytes, both pure.
              group: ['node:*', '!node:zlib', '!node:crypto'],
              message: 'libs read and write nothing.',
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'libs have no clock.' },
      ],
    },
  },
  {
    files: ['backend/src/**/*.ts'],
    ignores: ['backend/src/kernel/http/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: ourDecorators }] },
  },
  ...serverWalls,
  {
    files: ['backend/src/**/*.controller.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        noEnum,
        {
          selector: 'CallExpression[callee.property.name="transaction"]',
          message: 'What is done together is a use case.',
        },
      ],
    },
  },
  {
    files: ['frontend/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    files: ['frontend/src/app/**/*.ts'],
    ignores: ['frontend/src/app/core/{typing,once}/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum, ...typing] },
  },
  ...walls,
  {
    files: ['frontend/src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    files: ['**/*.spec.ts', 'e2e/**/*.ts', 'backend/src/migrations/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  prettier,
);
