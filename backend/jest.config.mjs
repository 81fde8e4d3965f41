import { preset } from '../jest.preset.mjs';

export default preset('backend', import.meta.dirname, {
  globalSetup: '<rootDir>/src/testing/start-database.mjs',
  globalTeardown: '<rootDir>/src/testing/stop-database.mjs',
  // Two keep two cores busy; each of more would want some thirty connections to the one database.
  maxWorkers: 2,
  // A forgotten socket or thread must not hold a run that has ended; the teardown names it.
  forceExit: true,
});
