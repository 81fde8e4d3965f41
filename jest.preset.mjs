import { readFileSync } from 'node:fs';

/** Packages that ship ES modules only; Jest runs CommonJS, so SWC translates them. */
const esmOnly = [
  '@nestjs',
  'pg-boss',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'cookie',
  'serialize-error',
  'non-error',
  'fast-check',
  'pure-rand',
  'openid-client',
  'oauth4webapi',
  'jose',
  '@otplib',
  '@noble',
  '@scure',
];

const base = JSON.parse(readFileSync(new URL('./tsconfig.base.json', import.meta.url), 'utf8'));
const root = import.meta.dirname;

/** The `@liangxing/*` names mean the same files here as in tsconfig.base.json. */
const moduleNameMapper = Object.fromEntries(
  Object.entries(base.compilerOptions.paths).map(([name, [file]]) => [
    `^${name}$`,
    `${root}/${file.replace('./', '')}`,
  ]),
);

/**
 * Jest configuration of one project.
 * @param {string} displayName project name shown in the output
 * @param {string} rootDir absolute folder of the project
 * @param {import('jest').Config} [more] what this project does differently
 * @returns {import('jest').Config}
 */
export const preset = (displayName, rootDir, more = {}) => ({
  displayName,
  rootDir,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  // How long a test takes says more of the machine than of the code.
  testTimeout: 60_000,
  transform: {
    '^.+\\.(m?[jt]s)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2023',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper,
  ...more,
});
