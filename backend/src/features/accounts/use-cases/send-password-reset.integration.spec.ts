import type { JobData } from '../../../kernel';
import { JobWorker } from '../../../kernel/jobs/job-worker';
import { TestApp } from '../../../testing/test-app';
import type { ApiClient } from '../../../testing/api-client';
import type { MemberDto } from '../../organizations/members/member.dto';
import { SEND_PASSWORD_RESET } from './send-password-reset';

describe('a mail that resets a password', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ RATE_LIMIT_FACTOR: '1' });
  });
  afterAll(() => app.stop());

  it('that could not be sent can be asked for again at once', async () => {
    const { email } = await app.member((await app.organization()).organizationId, 'viewer');
    const ask = () => app.visitor().post('/api/password-resets', { email });
    const waiting = () =>
      app.database.superuser<{ data: JobData }>(
        `DELETE FROM pgboss.job WHERE name = $1 AND data ->> 'email' = $2 RETURNING data`,
        [SEND_PASSWORD_RESET.name, email],
      );
    await ask();
    const [job] = await waiting();
    if (job === undefined) throw new Error('no mail is on its way');
    await ask();
    expect(await waiting()).toEqual([]);
    const worker = (await app.jobs()).get(JobWorker);
    const found = worker.handlers().find(({ kind }) => kind.name === SEND_PASSWORD_RESET.name);
    await found?.handler.giveUp?.(job.data, { message: 'mail server is away' } as never);
    await ask();
    expect(await waiting()).toHaveLength(1);
  });

  it('that could not be sent is told to the owner beside the member, and to nobody else', async () => {
    const [owner, stranger] = [await app.organization(), await app.organization()];
    const member = await app.member(owner.organizationId, 'editor');
    const seenBy = async (api: ApiClient, path = owner.path) =>
      (await api.get<MemberDto[]>(`${path}/members`)).body.map(
        ({ resetMailFailedAt }) => resetMailFailedAt,
      );
    const worker = (await app.jobs()).get(JobWorker);
    const found = worker.handlers().find(({ kind }) => kind.name === SEND_PASSWORD_RESET.name);
    const data = { context: {}, email: member.email } as unknown as JobData;
    await found?.handler.giveUp?.(data, { message: 'mail server is away' } as never);
    expect(await seenBy(owner.api)).toEqual([null, expect.any(String)]);
    expect(await seenBy(member.api)).toEqual([null, null]);
    expect(await seenBy(stranger.api, stranger.path)).toEqual([null]);
    await found?.handler.handle(data, { attempt: 1 } as never);
    expect(await seenBy(owner.api)).toEqual([null, null]);
  });
});
