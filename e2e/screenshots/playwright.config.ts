import type { PlaywrightTestConfig } from '@playwright/test';
import base from '../playwright.config';

type Server = Exclude<NonNullable<PlaywrightTestConfig['webServer']>, readonly unknown[]>;

const server = base.webServer as Server;

/** `npm run screenshots`: the pictures of the guide, from the sample on data that are thrown away. */
export default {
  ...base,
  testDir: '.',
  testMatch: 'take-pictures.ts',
  outputDir: '../../tmp/screenshots',
  retries: 0,
  timeout: 1_200_000,
  // A machine at work on other things is waited for: nothing here measures.
  expect: { timeout: 60_000 },
  webServer: {
    ...server,
    timeout: 600_000,
    // Nobody confirms the addresses of the sample; a banner on every picture would say so.
    env: { ...server.env, CONFIRM_SENDERS: 'off' },
  },
  use: {
    ...base.use,
    reducedMotion: 'reduce' as const,
    contextOptions: { reducedMotion: 'reduce' as const },
    trace: 'off' as const,
  },
};
