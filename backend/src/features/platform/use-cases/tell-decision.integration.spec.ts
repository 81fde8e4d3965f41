import { randomUUID } from 'node:crypto';
import { Mailer, type JobData, type JobKind } from '../../../kernel';
import { JobWorker } from '../../../kernel/jobs/job-worker';
import { TestApp, type Member } from '../../../testing/test-app';
import { SEND_DECISION } from './send-decision';
import { TELL_DECISION } from './tell-decision';

describe('a decision about an organization', () => {
  let app: TestApp;
  let organizationId: string;
  let leaders: readonly [Member, Member];

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());
  afterEach(() => jest.restoreAllMocks());
  beforeEach(async () => {
    organizationId = randomUUID();
    await app.database.superuser(
      `INSERT INTO organizations (id, name, kind) VALUES ($1, '良评评价', 'assessment_body')`,
      [organizationId],
    );
    const member = (role: 'director' | 'assessor') =>
      app.member(organizationId, role, 'assessment_body');
    leaders = [await member('director'), await member('director')];
    await member('assessor');
  });

  async function handle<Data extends JobData>(kind: JobKind<Data>, data: Data): Promise<void> {
    const worker = (await app.jobs()).get(JobWorker);
    const found = worker.handlers().find((one) => one.kind.name === kind.name);
    await found?.handler.handle(data, new AbortController().signal);
  }

  /** What waits to be mailed after the decision was told twice, as may happen. */
  async function ordered() {
    const { correlationId, language } = leaders[0].context;
    const context = { userId: '', userName: '', organizationId, correlationId, language };
    const decision = { context, move: 'suspend', reason: '逾期未缴费', version: 2 } as const;
    await handle(TELL_DECISION, decision);
    await handle(TELL_DECISION, decision);
    const rows = await app.database.superuser<{
      data: NonNullable<(typeof SEND_DECISION)['data']>;
    }>(`DELETE FROM pgboss.job WHERE name = $1 RETURNING data`, [SEND_DECISION.name]);
    return rows.map(({ data }) => data);
  }

  it('reaches each who leads it, whatever becomes of the mail to another', async () => {
    const [failing, other] = leaders;
    const sent: string[] = [];
    jest.spyOn((await app.jobs()).get(Mailer), 'send').mockImplementation(({ to }) => {
      if (to === failing.email) return Promise.reject(new Error('no such mailbox'));
      sent.push(to);
      return Promise.resolve();
    });
    const mails = await ordered();
    expect(new Set(mails.map(({ personId }) => personId))).toEqual(
      new Set(leaders.map(({ userId }) => userId)),
    );
    expect(mails).toHaveLength(2);
    let tries = 0;
    for (const mail of mails) {
      const send = () => handle(SEND_DECISION, mail);
      if (mail.personId === other.userId) await send();
      else for (; tries < 3; tries += 1) await expect(send()).rejects.toThrow('no such mailbox');
    }
    expect([tries, sent]).toEqual([3, [other.email]]);
  });

  it('is mailed to nobody who has left meanwhile', async () => {
    const mails = await ordered();
    const send = jest.spyOn((await app.jobs()).get(Mailer), 'send');
    await app.database.superuser('DELETE FROM memberships WHERE organization_id = $1', [
      organizationId,
    ]);
    for (const mail of mails) await handle(SEND_DECISION, mail);
    expect([mails.length, send.mock.calls.length]).toEqual([2, 0]);
  });
});
