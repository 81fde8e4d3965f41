import type { JobData } from '../../../kernel';
import { JobWorker } from '../../../kernel/jobs/job-worker';
import { mailsTo, mailTo } from '../../../testing/mail-to';
import { TestApp, type TestOrganization } from '../../../testing/test-app';
import { SEND_EMAIL_CONFIRMATION } from '../../accounts';
import { EMPTY_PROFILE } from '../profile/profile';
import { type PendingInvitation } from './invitations.repository';
import { SEND_INVITATION } from '../use-cases/send-invitation';

const password = 'eine lange Passphrase';
let counter = 0;
const newEmail = (): string => `stranger.${(counter += 1)}@example.com`;

describe('an invitation', () => {
  let app: TestApp;
  let enterprise: TestOrganization;

  beforeAll(async () => {
    app = await TestApp.start({
      RATE_LIMIT_FACTOR: '1',
      RATE_LIMITS:
        'invite.account=6/1h, invite.organization=9/1d, invitation_mail.recipient_daily=2/1d',
      QUOTAS: 'open_invitations=4',
    });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    enterprise = await app.organization('苏州示范机械有限公司');
  });

  const invite = (email: string, from: TestOrganization = enterprise) =>
    from.api.post<PendingInvitation[]>(`${from.path}/members`, { email, role: 'viewer' });

  it('names who invites and the organization, and holds one link', async () => {
    const email = newEmail();
    expect((await invite(email)).status).toBe(201);
    await app.runJobs(SEND_INVITATION, 1);
    const text = await mailTo(app, email);
    expect(text).toContain('王芳 邀请您加入“苏州示范机械有限公司”');
    expect(text.match(/https?:/g)).toHaveLength(1);
  });

  it('is mailed once in ten minutes to one mailbox, however it is written and whoever sends it', async () => {
    const email = newEmail();
    const other = await app.organization();
    const answers = [
      await invite(email),
      await invite(`\u3000${email.toUpperCase()}\u200b`),
      await invite(email, other),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 429, 429]);
    expect(answers[1]?.body).toMatchObject({
      code: 'recently_mailed',
      detail: expect.stringContaining('约 10 分钟后'),
    });
    await app.runJobs(SEND_INVITATION, 1);
    expect(await mailsTo(app, email)).toHaveLength(1);
  });

  it('is mailed so often a day to one mailbox at most, also all at once', async () => {
    const email = newEmail();
    const senders = await Promise.all(Array.from({ length: 4 }, () => app.organization()));
    const answers = [];
    for (const sender of senders) {
      answers.push((await invite(email, sender)).status);
      await app.database.superuser(
        `DELETE FROM rate_limits WHERE key LIKE 'invitation_mail.recipient:%'`,
      );
    }
    expect(answers).toEqual([201, 201, 429, 429]);
    // What the day refuses has mailed nobody: the ten minutes are not taken either.
    expect(
      await app.database.superuser(
        `SELECT key FROM rate_limits WHERE key LIKE 'invitation_mail.recipient:%' AND points > 0`,
      ),
    ).toEqual([]);
    const together = newEmail();
    const parallel = await Promise.all(senders.map((sender) => invite(together, sender)));
    expect(parallel.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('that fails mails nobody and costs the recipient nothing', async () => {
    const member = await app.member(enterprise.organizationId, 'viewer');
    expect(await invite(member.email)).toMatchObject({
      status: 409,
      body: { code: 'already_member' },
    });
    const other = await app.organization();
    expect((await invite(member.email, other)).status).toBe(201);
  });

  it('whose mail could not be sent says so, and can be sent again at once', async () => {
    const email = newEmail();
    const [sent] = (await invite(email)).body;
    expect(sent?.mailFailedAt).toBeNull();
    const worker = (await app.jobs()).get(JobWorker);
    const handler = worker.handlers().find(({ kind }) => kind.name === SEND_INVITATION.name);
    const [job] = await app.database.superuser<{ data: JobData }>(
      `DELETE FROM pgboss.job WHERE name = $1 AND data ->> 'invitationId' = $2 RETURNING data`,
      [SEND_INVITATION.name, sent?.id],
    );
    if (!job) throw new Error('the mail waits in the queue');
    await handler?.handler.giveUp?.(job.data, { name: 'Error', message: 'no such host' });
    const { body } = await enterprise.api.get<PendingInvitation[]>(
      `${enterprise.path}/members/invitations`,
    );
    expect(body[0]?.mailFailedAt).toEqual(expect.any(String));
    const again = await invite(email);
    expect(again.status).toBe(201);
    expect(again.body[0]).toMatchObject({ id: sent?.id, mailFailedAt: null });
  });

  it('is one of so many in an hour of a sender, and in a day of an organization', async () => {
    const colleague = await app.member(enterprise.organizationId, 'owner');
    const all = { ...enterprise, api: colleague.api };
    const send = async (from: TestOrganization): Promise<number> => {
      const { status, body } = await invite(newEmail(), from);
      const [first] = Array.isArray(body) ? body : [];
      if (first) await from.api.delete(`${from.path}/members/invitations/${first.id}`);
      return status;
    };
    const own = [];
    for (let count = 0; count < 7; count += 1) own.push(await send(enterprise));
    expect(own).toEqual([201, 201, 201, 201, 201, 201, 429]);
    const theirs = [];
    for (let count = 0; count < 4; count += 1) theirs.push(await send(all));
    expect(theirs).toEqual([201, 201, 201, 429]);
  });

  it('waits beside so many others at most, also all at once, and none is there twice', async () => {
    const colleague = {
      ...enterprise,
      api: (await app.member(enterprise.organizationId, 'owner')).api,
    };
    const answers = await Promise.all(
      [enterprise, colleague, enterprise, colleague, enterprise, colleague].map((from) =>
        invite(newEmail(), from),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({
      code: 'quota_open_invitations',
      title: '未接受的邀请最多 4 份',
    });
    const pending = await enterprise.api.get<PendingInvitation[]>(
      `${enterprise.path}/members/invitations`,
    );
    expect(pending.body).toHaveLength(4);
  });

  it.each(['看看 http://evil.example', 'www.evil.cn', '领奖evil.com', 'ｅｖｉｌ。ｃｎ'])(
    'carries no link in a name: %s',
    async (name) => {
      const { api, path } = enterprise;
      const refused = { status: 422, body: { errors: [{ path: 'name', code: 'has_link' }] } };
      expect(await api.post('/api/organizations', { name })).toMatchObject(refused);
      expect(await api.patch('/api/account', { name })).toMatchObject(refused);
      const profile = { ...EMPTY_PROFILE, name };
      expect(await api.put(`${path}/profile`, profile, { ifMatch: 1 })).toMatchObject(refused);
      // Names of before that rule are there already.
      const email = newEmail();
      await app.database.superuser('UPDATE organizations SET name = $1 WHERE id = $2', [
        name,
        enterprise.organizationId,
      ]);
      await invite(email);
      await app.runJobs(SEND_INVITATION, 1);
      expect(await mailTo(app, email)).not.toMatch(/evil\.|evil。|ｅｖｉｌ。|\/\/evil/);
    },
  );
});

describe('the address of a sender', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ CONFIRM_SENDERS: 'on' });
  });
  afterAll(() => app.stop());

  async function registered(email = newEmail()) {
    const api = app.visitor();
    await api.post('/api/accounts', { email, name: '李明', password });
    const { body } = await api.post<{ id: string }>('/api/organizations', { name: '新公司' });
    const path = `/api/organizations/${body.id}`;
    const mustConfirm = async (): Promise<boolean | undefined> =>
      (await api.get<{ user?: { mustConfirmEmail: boolean } }>('/api/sessions/current')).body.user
        ?.mustConfirmEmail;
    const invite = () => api.post(`${path}/members`, { email: newEmail(), role: 'viewer' });
    return { api, path, email, mustConfirm, invite };
  }
  const linkOf = async (email: string): Promise<string> =>
    /confirm-email\/([\w-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
  const confirm = (token: string) => app.visitor().put(`/api/email-confirmations/${token}`);

  it('is confirmed by the mailed link before mail goes to others, and all other work goes on', async () => {
    const { api, path, email, mustConfirm, invite } = await registered();
    expect(await mustConfirm()).toBe(true);
    const standard = await api.post(`${path}/standards`, { number: 'Q/A 1-2024', title: '甲' });
    expect(standard.status).toBe(201);
    expect(await invite()).toMatchObject({ status: 403, body: { code: 'email_unconfirmed' } });
    await app.runJobs(SEND_EMAIL_CONFIRMATION);
    const token = await linkOf(email);
    expect((await confirm(token)).status).toBe(204);
    expect(await mustConfirm()).toBe(false);
    expect((await invite()).status).toBe(201);
    expect(await confirm(token)).toMatchObject({
      status: 422,
      body: { code: 'confirmation_invalid' },
    });
  });

  it('gets the link once more, and not when it is confirmed', async () => {
    const { api, email } = await registered();
    await app.runJobs(SEND_EMAIL_CONFIRMATION, 1);
    const send = () => api.post('/api/account/email-confirmations');
    expect((await send()).status).toBe(202);
    await app.runJobs(SEND_EMAIL_CONFIRMATION, 1);
    expect(await mailsTo(app, email)).toHaveLength(2);
    await confirm(await linkOf(email));
    await send();
    expect(await app.runJobs(SEND_EMAIL_CONFIRMATION, 1)).toBe(0);
  });

  it('is not confirmed by a link that is over', async () => {
    const { email, mustConfirm } = await registered();
    await app.runJobs(SEND_EMAIL_CONFIRMATION, 1);
    await app.database.superuser(
      `UPDATE email_confirmations SET expires_at = now() - interval '1 s'`,
    );
    expect((await confirm(await linkOf(email))).status).toBe(422);
    expect(await mustConfirm()).toBe(true);
  });

  it('is confirmed by an accepted invitation that was mailed to it, and by no other', async () => {
    const owner = await registered();
    await app.database.superuser('UPDATE users SET email_confirmed_at = now() WHERE email = $1', [
      owner.email,
    ]);
    const accept = async (invited: string, as: Awaited<ReturnType<typeof registered>>) => {
      await owner.api.post(`${owner.path}/members`, { email: invited, role: 'viewer' });
      await app.runJobs(SEND_INVITATION, 1);
      const [, token = ''] = /invitation=([\w.-]+)/.exec(await mailTo(app, invited)) ?? [];
      expect((await as.api.post(`/api/invitations/${token}/acceptance`)).status).toBe(201);
      return as.mustConfirm();
    };
    const same = await registered();
    expect(await accept(same.email, same)).toBe(false);
    expect(await accept(newEmail(), await registered())).toBe(true);
  });

  it('needs no confirmation where mail only goes to files of the machine', async () => {
    const local = await TestApp.start();
    try {
      const { api, path } = await local.organization();
      const { body } = await api.get('/api/sessions/current');
      expect(body).toMatchObject({ user: { mustConfirmEmail: false } });
      const sent = await api.post(`${path}/members`, { email: newEmail(), role: 'viewer' });
      expect(sent.status).toBe(201);
    } finally {
      await local.stop();
    }
  });
});
