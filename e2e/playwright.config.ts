import { defineConfig } from '@playwright/test';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The whole product as a user starts it, on data of its own that are thrown away. */
const port = Number((process.env['E2E_PORT'] ??= String(42_000 + (process.pid % 2_000))));
const dataDir = (process.env['E2E_DATA_DIR'] ??= mkdtempSync(join(tmpdir(), 'liangxing-e2e-')));
/** Another host than the product's, as providers are; sign-on.spec.ts starts it. Passkeys take a name, and no IP address. */
const issuer = (process.env['E2E_OIDC_ISSUER'] ??= `http://127.0.0.1:${port + 2_000}`);
const baseURL = `http://localhost:${port}`;

const browsers = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'];
const executablePath = browsers.find((path) => path !== undefined && existsSync(path));
if (!executablePath) {
  throw new Error(
    'No Chromium found. Install it (Debian and Ubuntu: apt-get install chromium) or name it in CHROMIUM_PATH.',
  );
}

export default defineConfig({
  testDir: './src',
  outputDir: '../tmp/e2e',
  fullyParallel: false,
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // A whole product and a browser on two processors: what passes only the second time is named as flaky.
  retries: 1,
  reporter: [['list']],
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    // Only machines on which a case was taken along keep the application; offline-sheet.spec.ts lets them.
    serviceWorkers: 'block',
    // What never comes is told where it lacks, and not once the whole test is over.
    actionTimeout: 90_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      // Without a locale in UTF-8, Chromium neither reads nor names files with Chinese names.
      env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" ${process.env['E2E_PROGRAM'] ?? 'backend/launcher/serve.mjs --built'}`,
    cwd: join(import.meta.dirname, '..'),
    url: `${baseURL}/api/health/ready`,
    // The first start makes the database and loads both enterprises of the sample.
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      PUBLIC_URL: baseURL,
      // Every person of the tests comes from one address.
      RATE_LIMIT_FACTOR: '100',
      // As where mail really goes out; here it lies in the outbox of the data folder.
      CONFIRM_SENDERS: 'on',
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'liangxing',
      OIDC_CLIENT_SECRET: 'a secret of the tests only',
      OIDC_NAME: '集团账号',
      OIDC_MAKES_ACCOUNTS: 'true',
      // Registered by catalogue.spec.ts.
      CATALOGUE_MAINTAINERS: 'catalogue@example.cn',
      // Registered by platform.spec.ts.
      PLATFORM_ADMINISTRATORS:
        'platform-0@example.cn, platform-1@example.cn, platform-2@example.cn, ' +
        'engagements-0@example.cn, engagements-1@example.cn, engagements-2@example.cn',
    },
  },
});
