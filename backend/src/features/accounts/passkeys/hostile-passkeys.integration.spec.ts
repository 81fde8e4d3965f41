import { SoftwareAuthenticator } from '../../../testing/software-authenticator';
import { TestApp } from '../../../testing/test-app';
import { ForgetExpired } from '../forget-expired';
import { PasskeyPeople, site, told } from './testing/passkey-people';

describe('passkeys, where somebody else would use them,', () => {
  let app: TestApp;
  let people: PasskeyPeople;
  beforeAll(async () => {
    app = await TestApp.start({ PUBLIC_URL: site.origin });
    people = new PasskeyPeople(app);
  });
  afterAll(() => app.stop());

  it('take no answer that was made elsewhere, without the owner, or of another key', async () => {
    const { api } = await people.registered();
    const { authenticator } = await people.withPasskey(api);
    const browser = app.visitor();
    const refused = async (more: object) => {
      const asked = { challenge: await people.challenge(browser), ...more };
      return told(await people.signIn(browser, authenticator.use(asked)));
    };
    for (const more of [
      { origin: 'https://liangxing.example.com.evil.example' },
      { origin: 'http://liangxing.example.com' },
      { domain: 'evil.example' },
      { isVerified: false },
    ])
      expect(await refused(more)).toEqual([422, 'passkey_refused']);
    const { body } = await people.begin(api);
    const elsewhere = new SoftwareAuthenticator(site);
    for (const more of [{ origin: 'https://evil.example' }, { isVerified: false }]) {
      const asked = { ...body, challenge: (await people.begin(api)).body.challenge, ...more };
      expect(told(await people.add(api, elsewhere.make(asked)))).toEqual([422, 'passkey_refused']);
    }
    // The signature of one key under the name of another.
    const other = new SoftwareAuthenticator(site);
    const forged = {
      ...other.use({ challenge: await people.challenge(browser) }),
      credentialId: authenticator.credentialId.toString('base64url'),
      userHandle: authenticator.userHandle,
    };
    expect(told(await people.signIn(browser, forged))).toEqual([422, 'passkey_refused']);
    expect(await people.whoIs(browser)).toBeUndefined();
  });

  it('take an answer once, in the browser and for the purpose for which it was asked', async () => {
    const { api } = await people.registered();
    const { authenticator } = await people.withPasskey(api);
    const over = [422, 'passkey_over'];
    const browser = app.visitor();
    const answer = authenticator.use({ challenge: await people.challenge(browser) });
    // Another browser, one without anything, and then the same once more.
    const other = app.visitor();
    await people.challenge(other);
    expect(told(await people.signIn(other, answer))).toEqual(over);
    expect(told(await people.signIn(app.visitor(), answer))).toEqual(over);
    expect((await people.signIn(browser, answer)).status).toBe(201);
    expect(told(await people.signIn(browser, answer))).toEqual(over);
    // What was made up, and what is no answer at all.
    const made = authenticator.use({ challenge: 'bWFkZSB1cA' });
    expect(told(await people.signIn(browser, made))).toEqual(over);
    expect(told(await people.signIn(browser, { ...made, clientDataJson: 'bm8' }))).toEqual(over);
    // A challenge to sign in adds nothing, and one to add signs nobody in.
    const { body } = await people.begin(api);
    const mixed = { ...body, challenge: await people.challenge(api) };
    expect(told(await people.add(api, new SoftwareAuthenticator(site).make(mixed)))).toEqual(over);
    expect(told(await people.signIn(api, authenticator.use(body)))).toEqual(over);
    // Another session of the same person.
    const elsewhere = app.visitor();
    await people.signIn(
      elsewhere,
      authenticator.use({ challenge: await people.challenge(elsewhere) }),
    );
    const begun = (await people.begin(api)).body;
    expect(told(await people.add(elsewhere, new SoftwareAuthenticator(site).make(begun)))).toEqual(
      over,
    );
  });

  it('wait ten minutes for an answer; each page of a browser has its own', async () => {
    const { api } = await people.registered();
    const { authenticator } = await people.withPasskey(api);
    const browser = app.visitor();
    const [one, two] = [await people.challenge(browser), await people.challenge(browser)];
    expect((await people.signIn(browser, authenticator.use({ challenge: one }))).status).toBe(201);
    expect((await people.signIn(browser, authenticator.use({ challenge: two }))).status).toBe(201);
    const late = await people.challenge(browser);
    const [row] = await app.database.superuser<{ seconds: number }>(
      `SELECT extract(epoch FROM max(expires_at) - now())::int AS seconds FROM passkey_challenges`,
    );
    expect(row?.seconds).toBeGreaterThan(590);
    expect(row?.seconds).toBeLessThanOrEqual(600);
    await app.database.superuser(`UPDATE passkey_challenges SET expires_at = now()`);
    expect(told(await people.signIn(browser, authenticator.use({ challenge: late })))).toEqual([
      422,
      'passkey_over',
    ]);
    await (await app.jobs()).get(ForgetExpired).handle();
    expect(await app.database.superuser('SELECT FROM passkey_challenges')).toEqual([]);
  });

  it('are of one account: neither under another name nor where another one is meant', async () => {
    const [one, other] = [await people.registered(), await people.registered()];
    const { authenticator } = await people.withPasskey(one.api);
    const { authenticator: foreign } = await people.withPasskey(other.api);
    const browser = app.visitor();
    const renamed = {
      ...authenticator.use({ challenge: await people.challenge(browser) }),
      userHandle: foreign.userHandle,
    };
    expect(told(await people.signIn(browser, renamed))).toEqual([422, 'passkey_refused']);
    const meant = {
      ...foreign.use({ challenge: await people.challenge(browser) }),
      userId: one.id,
    };
    expect(told(await people.signIn(browser, meant))).toEqual([422, 'passkey_of_other']);
    expect(await people.whoIs(browser)).toBeUndefined();
    // A key that somebody has is nobody else's to add.
    const { body } = await people.begin(other.api);
    expect(told(await people.add(other.api, authenticator.make(body)))).toEqual([
      409,
      'passkey_known',
    ]);
  });

  it('that count their uses count upwards; a copy that does not is refused', async () => {
    const { api } = await people.registered();
    const { authenticator } = await people.withPasskey(api);
    const use = async () => {
      const browser = app.visitor();
      const asked = { challenge: await people.challenge(browser) };
      return (await people.signIn(browser, authenticator.use(asked))).status;
    };
    expect([await use(), await use()]).toEqual([201, 201]);
    authenticator.counter = 1;
    expect(await use()).toBe(422);
    const { authenticator: silent } = await people.withPasskey((await people.registered()).api);
    silent.counter = 0;
    await app.database.superuser('UPDATE passkeys SET counter = 0 WHERE credential_id = $1', [
      silent.credentialId,
    ]);
    const browser = app.visitor();
    for (let time = 0; time < 2; time += 1) {
      const asked = { challenge: await people.challenge(browser) };
      expect((await people.signIn(browser, silent.use(asked))).status).toBe(201);
    }
  });

  it('are not begun in a session that has ended meanwhile', async () => {
    const { api } = await people.registered();
    await app.database.superuser(
      `CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
       BEGIN DELETE FROM sessions WHERE token_hash = NEW.session_hash; RETURN NEW; END $$;
       CREATE TRIGGER ending BEFORE INSERT ON passkey_challenges
         FOR EACH ROW WHEN (NEW.session_hash IS NOT NULL) EXECUTE FUNCTION end_session()`,
    );
    expect(told(await people.begin(api))).toEqual([401, 'not_signed_in']);
    await app.database.superuser('DROP TRIGGER ending ON passkey_challenges');
  });

  it('answer no nonsense with a fault: it is refused, whatever stands in it', async () => {
    const { api } = await people.registered();
    const { authenticator } = await people.withPasskey(api);
    const broken = (text: string, at: number): string => {
      const bytes = Buffer.from(text, 'base64url');
      if (at % 3 === 0)
        return bytes.subarray(0, 1 + (at % (bytes.length - 1))).toString('base64url');
      const place = (at * 7) % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (at % 8));
      return bytes.toString('base64url');
    };
    const statuses = new Set<number>();
    for (let at = 0; at < 48; at += 1) {
      const made = new SoftwareAuthenticator(site).make((await people.begin(api)).body);
      const attestationObject = broken(made.attestationObject, at);
      statuses.add((await people.add(api, { ...made, attestationObject })).status);
      const browser = app.visitor();
      const used = authenticator.use({ challenge: await people.challenge(browser) });
      const field =
        (['authenticatorData', 'signature', 'userHandle'] as const)[at % 3] ?? 'signature';
      const answer = { ...used, [field]: broken(used[field], at) };
      expect(told(await people.signIn(browser, answer))).toEqual([422, 'passkey_refused']);
    }
    // A key that is none, one that is another, and one too many.
    expect([...statuses].filter((status) => ![201, 409, 422].includes(status))).toEqual([]);
  });
});

describe('signing in by passkeys', () => {
  it('pauses for who fails too often; what succeeds costs nothing', async () => {
    const app = await TestApp.start({
      PUBLIC_URL: site.origin,
      RATE_LIMIT_FACTOR: '1',
      RATE_LIMITS: 'sign_in_by_passkey.address=2/1h',
    });
    try {
      const people = new PasskeyPeople(app);
      const { authenticator } = await people.withPasskey((await people.registered()).api);
      const browser = app.visitor();
      const signIn = async (more: object = {}) => {
        const asked = { challenge: await people.challenge(browser), ...more };
        return (await people.signIn(browser, authenticator.use(asked))).status;
      };
      expect([await signIn(), await signIn(), await signIn()]).toEqual([201, 201, 201]);
      const elsewhere = { origin: 'https://evil.example' };
      expect([await signIn(elsewhere), await signIn(elsewhere)]).toEqual([422, 422]);
      expect(await signIn()).toBe(429);
    } finally {
      await app.stop();
    }
  });
});
