import { TestApp } from '../../testing/test-app';

/** One try per account and five per network address. */
const settings = { SIGN_IN_MAX_TRIES: '1' };

const tryToSignIn = async (app: TestApp, address: string, account: number): Promise<number> => {
  const { status } = await app
    .visitor()
    .post(
      '/api/sessions',
      { email: `nobody-${address}-${account}@example.com`, password: 'wrong password' },
      { headers: { 'x-forwarded-for': address } },
    );
  return status;
};

describe('tries per network address', () => {
  let app: TestApp;
  afterEach(() => app.stop());

  it('belong to the person behind a trusted proxy', async () => {
    app = await TestApp.start({ ...settings, TRUST_PROXY: '1' });
    for (let account = 0; account < 5; account += 1)
      expect(await tryToSignIn(app, '203.0.113.7', account)).toBe(401);
    expect(await tryToSignIn(app, '203.0.113.7', 5)).toBe(429);
    expect(await tryToSignIn(app, '203.0.113.8', 6)).toBe(401);
  });

  it('cannot be multiplied by an invented X-Forwarded-For', async () => {
    app = await TestApp.start(settings);
    for (let account = 0; account < 5; account += 1)
      expect(await tryToSignIn(app, `203.0.113.${account}`, account)).toBe(401);
    expect(await tryToSignIn(app, '203.0.113.99', 99)).toBe(429);
  });
});
