import { preset } from '../jest.preset.mjs';

/** What stands beside the browser tests and needs no browser. */
export default preset('e2e', import.meta.dirname, {
  testMatch: ['<rootDir>/screenshots/**/*.spec.ts'],
});
