import { TestApp, type TestOrganization } from '../../testing/test-app';
import { TenantDatabase } from '../../kernel';
import { CurrencyRepository } from './currency.repository';
import { noticeText } from './use-cases/send-currency-notice';

describe('news of standards out of force', () => {
  let app: TestApp;
  let enterprise: TestOrganization;
  beforeAll(async () => {
    app = await TestApp.start();
    enterprise = await app.organization();
  });
  afterAll(() => app.stop());

  it('goes to confirmed addresses only, where mail really goes out', async () => {
    const editor = await app.member(enterprise.organizationId, 'editor');
    await app.database.superuser('UPDATE users SET email_confirmed_at = now() WHERE id = $1', [
      editor.userId,
    ]);
    const worker = await app.jobs();
    const told = async (mustBeConfirmed: boolean): Promise<string[]> => {
      const found = await worker
        .get(TenantDatabase, { strict: false })
        .read(enterprise.context, (manager) =>
          worker
            .get(CurrencyRepository, { strict: false })
            .recipients(manager, enterprise.context, mustBeConfirmed),
        );
      return found.map(({ email }) => email);
    };
    expect(await told(true)).toEqual([editor.email]);
    expect((await told(false)).sort()).toEqual([enterprise.email, editor.email].sort());
  });

  it('carries no link but that to the register', () => {
    const change = {
      number: 'GB/T 1.1-2009',
      title: '看看 http://evil.example/a',
      to: 'withdrawn',
    };
    const { text } = noticeText(
      'www.evil.cn',
      [{ ...change, standardId: '', from: null, to: 'withdrawn' }],
      'https://liangxing.example.cn/o/1/standards/currency',
    );
    expect(text).toContain('GB/T 1.1-2009');
    expect(text.match(/https?:/g)).toHaveLength(1);
    expect(text).not.toMatch(/evil\./);
  });
});
