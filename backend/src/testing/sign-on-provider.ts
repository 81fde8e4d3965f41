import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ApiClient } from './api-client';

const CALLBACK = 'http://127.0.0.1:4200/api/sign-on/callback';

/** A real provider of identities in a process of its own, and what a person does in a browser there. */
export class TestProvider {
  private constructor(
    private readonly child: ChildProcess,
    /** Settings of a server that takes it. */
    readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** @param environment settings of `provider-program.mjs` that differ */
  static async start(environment: Readonly<Record<string, string>> = {}): Promise<TestProvider> {
    const child = spawn(process.execPath, [join(__dirname, 'provider-program.mjs')], {
      env: { ...process.env, CALLBACK, ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [issuer] = (await once(createInterface(child.stdout), 'line')) as [string];
    return new TestProvider(child, {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'liangxing',
      OIDC_CLIENT_SECRET: 'a secret of the tests only',
      OIDC_NAME: '集团账号',
    });
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }

  /**
   * Signs in there, in a browser that it does not know.
   * @param location to which our server sends the browser
   * @param who as `provider-program.mjs` takes it; null: presses its button to cancel
   * @returns the address to which it sends the browser back, without the host
   */
  async visit(location: string, who: string | null): Promise<string> {
    const { origin, pathname, search } = new URL(location);
    const browser = new ApiClient(origin);
    const page = await this.next(browser, 'GET', pathname + search);
    const answered =
      who === null
        ? await this.next(browser, 'GET', `${page}/abort`)
        : await this.next(
            browser,
            'POST',
            page,
            new URLSearchParams({ prompt: 'login', login: who, password: '-' }).toString(),
          );
    return this.next(browser, 'GET', answered);
  }

  private async next(
    browser: ApiClient,
    method: string,
    path: string,
    body?: string,
  ): Promise<string> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await browser.fetch(method, path, body, { headers });
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`${method} ${path} leads nowhere: ${answer.status}`);
    const { pathname, search } = new URL(location, browser.address);
    return pathname + search;
  }
}
