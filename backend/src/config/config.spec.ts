import { ConfigError, loadConfig } from './config';

const enough = {
  DATABASE_APP_URL: 'postgres://liangxing_app:geheim@127.0.0.1:5432/liangxing',
  CSRF_SECRET: 'x'.repeat(32),
  SECOND_FACTOR_KEY: 'x'.repeat(32),
};

const problemsOf = (variables: Record<string, string>): readonly string[] => {
  try {
    loadConfig('main', variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('settings', () => {
  it('are complete with a database and a secret alone', () => {
    const config = loadConfig('main', enough);
    expect(config).toMatchObject({
      port: 4200,
      storage: { kind: 'disk' },
      isSecure: false,
      sessionDays: 14,
    });
  });

  it('name every wrong variable at once and never a value', () => {
    const problems = problemsOf({
      DATABASE_APP_URL: 'mysql://root:hunter2@db',
      CSRF_SECRET: 'hunter2',
      SECOND_FACTOR_KEY: 'hunter2',
      PORT: 'hunter2',
      LOG_LEVEL: 'hunter2',
      STORAGE: 's3',
    });
    expect(problems.map((problem) => problem.split(' ', 1)[0])).toEqual(
      expect.arrayContaining(['DATABASE_APP_URL', 'S3_REGION', 'S3_BUCKET', 'PORT', 'LOG_LEVEL']),
    );
    expect(problems).toHaveLength(9);
    expect(problems.join('\n')).not.toContain('hunter2');
  });

  it('ask each program only for its own database', () => {
    expect(() =>
      loadConfig('worker', { DATABASE_JOBS_URL: enough.DATABASE_APP_URL }),
    ).not.toThrow();
    expect(() => loadConfig('migrate', enough)).toThrow('DATABASE_MIGRATOR_URL is missing');
  });

  it.each([
    ['', false],
    ['1', 1],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
    ['uniquelocal', ['uniquelocal']],
  ])('believe the proxies named by TRUST_PROXY=%s', (TRUST_PROXY, trustProxy) => {
    expect(loadConfig('main', { ...enough, TRUST_PROXY })).toMatchObject({ trustProxy });
  });

  it.each(['true', '0', '10.0.0.0/99', 'proxy.example.cn', '0.0.0.0/0'])(
    'believe no one by mistake: TRUST_PROXY=%s is refused',
    (TRUST_PROXY) => {
      expect(problemsOf({ ...enough, TRUST_PROXY })).toEqual([
        expect.stringMatching(/^TRUST_PROXY /),
      ]);
    },
  );

  it('change single limits and quotas, and leave the others as they are', () => {
    const { limits, quotas } = loadConfig('main', {
      ...enough,
      RATE_LIMITS: ' invite.organization=200/1d,register.address=5/90s ',
      RATE_LIMIT_FACTOR: '3',
      QUOTAS: 'members=1000, evidence_bytes=20G',
    });
    expect(Object.fromEntries(limits.overrides)).toEqual({
      'invite.organization': { points: 200, seconds: 86_400 },
      'register.address': { points: 5, seconds: 90 },
    });
    expect(limits.factor).toBe(3);
    expect(quotas).toMatchObject({ members: 1000, evidence_bytes: 20_000_000_000, systems: 20 });
  });

  it.each([
    ['RATE_LIMITS', 'invite.nobody=2/1d'],
    ['RATE_LIMITS', 'invite.organization=0/1d'],
    ['RATE_LIMITS', 'invite.organization=hunter2'],
    ['RATE_LIMIT_FACTOR', '0'],
    ['QUOTAS', 'nothing=1'],
    ['QUOTAS', 'members=hunter2'],
    ['CONFIRM_SENDERS', 'perhaps'],
  ])('name a limit or quota that cannot be: %s=%s', (variable, value) => {
    const problems = problemsOf({ ...enough, [variable]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${variable}`))]);
    expect(problems.join()).not.toContain('hunter2');
  });

  it.each([
    [{}, false],
    [{ MAIL_URL: 'smtp://mail.example.cn' }, true],
    [{ MAIL_URL: 'smtp://mail.example.cn', CONFIRM_SENDERS: 'off' }, false],
    [{ CONFIRM_SENDERS: 'on' }, true],
  ])('want confirmed senders where mail really goes out: %j', (more, mustConfirmSenders) => {
    expect(loadConfig('main', { ...enough, ...more })).toMatchObject({ mustConfirmSenders });
  });

  const signOn = {
    OIDC_ISSUER: 'https://login.example.cn/realms/group',
    OIDC_CLIENT_ID: 'liangxing',
    OIDC_CLIENT_SECRET: 'hunter2hunter2hunter2',
    OIDC_NAME: '集团账号',
  };

  it('offer single sign-on where a provider is set, which makes no accounts by itself', () => {
    expect(loadConfig('main', enough).signOn).toBeNull();
    expect(loadConfig('main', { ...enough, ...signOn }).signOn).toEqual({
      issuer: 'https://login.example.cn/realms/group',
      clientId: 'liangxing',
      clientSecret: 'hunter2hunter2hunter2',
      name: '集团账号',
      makesAccounts: false,
    });
  });

  it.each([
    [{ ...signOn, OIDC_ISSUER: '' }, ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME']],
    [{ OIDC_ISSUER: signOn.OIDC_ISSUER }, ['OIDC_NAME', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
    [{ ...signOn, OIDC_ISSUER: 'http://login.example.cn' }, ['OIDC_ISSUER']],
    [{ ...signOn, OIDC_ISSUER: 'hunter2' }, ['OIDC_ISSUER']],
    [{ ...signOn, OIDC_CLIENT_SECRET: 'hunter2' }, ['OIDC_CLIENT_SECRET']],
    [{ ...signOn, OIDC_NAME: '名'.repeat(31) }, ['OIDC_NAME']],
    [{ ...signOn, OIDC_MAKES_ACCOUNTS: 'hunter2' }, ['OIDC_MAKES_ACCOUNTS']],
  ])('name what is wrong with single sign-on: %j', (variables, names) => {
    const problems = problemsOf({ ...enough, ...variables });
    expect(problems.map((problem) => problem.split(' ', 1)[0])).toEqual(names);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('take a provider without encryption on the own machine alone, for trying out', () => {
    const variables = { ...enough, ...signOn, OIDC_ISSUER: 'http://127.0.0.1:8080' };
    expect(loadConfig('main', variables).signOn?.issuer).toBe('http://127.0.0.1:8080');
  });

  it('make cookies secure when people come by https', () => {
    const config = loadConfig('main', { ...enough, PUBLIC_URL: 'https://liangxing.example.cn/' });
    expect(config).toMatchObject({ isSecure: true, publicUrl: 'https://liangxing.example.cn' });
  });
});
