import { preset } from '../jest.preset.mjs';

export default preset('backend', import.meta.dirname, {
  globalSetup: '<rootDir>/src/testing/start-database.mjs',
  globalTeardown: '<rootDir>/src/testing/stop-database.mjs',
});
