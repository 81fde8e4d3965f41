import type { ApiClient } from '../../../testing/api-client';
import { TestProvider } from '../../../testing/sign-on-provider';
import { TEST_PASSWORD } from '../../../testing/test-password';
import { TestApp } from '../../../testing/test-app';

let counter = 0;
const newEmail = (): string => `zhao.lei.${(counter += 1)}@example.com`;

describe('single sign-on, where something is in its way,', () => {
  const running: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of running.splice(0).reverse()) await one.stop();
  });

  async function started(
    environment: Readonly<Record<string, string>> = {},
    more: Readonly<Record<string, string>> = {},
  ): Promise<{ app: TestApp; provider: TestProvider }> {
    const provider = await TestProvider.start(environment);
    running.push(provider);
    const app = await TestApp.start({ ...provider.settings, ...more });
    running.push(app);
    return { app, provider };
  }
  const begin = (api: ApiClient) => api.put<{ location: string; code: string }>('/api/sign-on', {});
  const pageAfter = async (api: ApiClient, path: string) =>
    (await api.get(path)).headers.get('location');

  it('is not there where no setting names a provider', async () => {
    const app = await TestApp.start();
    running.push(app);
    const visitor = app.visitor();
    expect((await visitor.get('/api/sign-on')).body).toEqual({ name: null });
    expect((await begin(visitor)).body.code).toBe('sign_on_off');
    expect(await pageAfter(visitor, '/api/sign-on/callback?code=a')).toBe(
      '/sign-in?signOn=sign_on_over',
    );
  });

  it('makes no account where the setting does not say so', async () => {
    const { app, provider } = await started();
    const visitor = app.visitor();
    const path = await provider.visit((await begin(visitor)).body.location, newEmail());
    expect(await pageAfter(visitor, path)).toBe('/sign-in?signOn=sign_on_no_account&from=%2F');
  });

  it('says that the provider is down, when it begins and when it ends', async () => {
    const { app, provider } = await started();
    const visitor = app.visitor();
    const path = await provider.visit((await begin(visitor)).body.location, newEmail());
    await provider.stop();
    expect(await pageAfter(visitor, path)).toBe('/sign-in?signOn=sign_on_unreachable&from=%2F');
    const fresh = await TestApp.start(provider.settings);
    running.push(fresh);
    const { status, body } = await begin(fresh.visitor());
    expect([status, body.code]).toEqual([424, 'sign_on_unreachable']);
  });

  it.each([
    ['takes clocks that differ by seconds', -20, '/sign-in?signOn=sign_on_no_account&from=%2F'],
    ['takes no token that ran out long ago', -300, '/sign-in?signOn=sign_on_failed&from=%2F'],
  ])('%s', async (_, shift, page) => {
    const { app, provider } = await started({ CLOCK_SHIFT: String(shift), TOKEN_SECONDS: '5' });
    const visitor = app.visitor();
    const path = await provider.visit((await begin(visitor)).body.location, newEmail());
    expect(await pageAfter(visitor, path)).toBe(page);
  });

  it('pauses who begins or ends too often, on a page', async () => {
    const more = { RATE_LIMIT_FACTOR: '1', RATE_LIMITS: 'sign_on.address=3/1h' };
    const { app } = await started({}, more);
    const visitor = app.visitor();
    for (let at = 0; at < 3; at += 1) expect((await begin(visitor)).status).toBe(200);
    expect((await begin(visitor)).status).toBe(429);
    expect(await pageAfter(visitor, '/api/sign-on/callback?code=a')).toBe(
      '/sign-in?signOn=sign_on_paused',
    );
  });

  it('gives back what it counted of a sign-in that comes to its end', async () => {
    const more = {
      ...{ OIDC_MAKES_ACCOUNTS: 'true', RATE_LIMIT_FACTOR: '1' },
      RATE_LIMITS: 'sign_on.address=2/1h',
    };
    const { app, provider } = await started({}, more);
    for (let at = 0; at < 3; at += 1) {
      const visitor = app.visitor();
      const path = await provider.visit((await begin(visitor)).body.location, newEmail());
      expect(await pageAfter(visitor, path)).toBe('/');
    }
  });

  it('links nobody whom the provider did not ask once more', async () => {
    const { app, provider } = await started({ CLOCK_SHIFT: '-700', TOKEN_SECONDS: '5000' });
    const { api } = await app.organization();
    const link = await api.put<{ location: string }>('/api/account/identity', {
      password: TEST_PASSWORD,
    });
    const path = await provider.visit(link.body.location, newEmail());
    expect(await pageAfter(api, path)).toBe('/account?signOn=sign_on_stale');
  });

  it('says who is signed in no longer, where a session ends while the provider is asked', async () => {
    const { app } = await started();
    const { api } = await app.organization();
    await app.database.superuser(
      `CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
       BEGIN DELETE FROM sessions WHERE token_hash = NEW.session_hash; RETURN NEW; END $$;
       CREATE TRIGGER ending BEFORE INSERT ON pending_sign_ons
         FOR EACH ROW EXECUTE FUNCTION end_session()`,
    );
    const answer = await api.put('/api/account/identity', { password: TEST_PASSWORD });
    expect(answer).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
  });

  it('answers a page to what the provider never gave', async () => {
    const { app } = await started();
    const never = [
      '',
      '?code=a',
      '?state=a&state=b',
      '?error=access_denied',
      '?code=%00&iss=x&state=%E4',
    ];
    const visitor = app.visitor();
    const { location } = (await begin(visitor)).body;
    for (const query of never)
      expect(await pageAfter(visitor, `/api/sign-on/callback${query}`)).toBe(
        '/sign-in?signOn=sign_on_over',
      );
    // None of these ended what is under way; with its own state one of them does.
    const state = new URL(location).searchParams.get('state') ?? '';
    expect(await pageAfter(visitor, `/api/sign-on/callback?code=%00&iss=x&state=${state}`)).toBe(
      '/sign-in?signOn=sign_on_failed&from=%2F',
    );
  });
});
