import { mailTo } from '../../../testing/mail-to';
import { TestApp, type TestOrganization } from '../../../testing/test-app';
import type { SessionDto } from '../../accounts/dto/account.dto';
import { SEND_INVITATION } from '../use-cases/send-invitation';
import type { InvitedRow } from './invited-row';
import type { PendingInvitation } from './invitations.repository';
import type { InvitationLinkDto, SeenInvitationDto } from './member.dto';

const password = 'eine lange Passphrase';
let counter = 0;
const newEmail = (): string => `many.${(counter += 1)}@example.com`;

describe('many invitations at once', () => {
  let app: TestApp;
  let enterprise: TestOrganization;
  beforeAll(async () => {
    app = await TestApp.start({
      RATE_LIMIT_FACTOR: '1',
      RATE_LIMITS: 'invite.account=8/1h, invite.account_daily=8/1d',
      QUOTAS: 'open_invitations=4',
    });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    enterprise = await app.organization('苏州示范机械有限公司');
  });

  const invite = (addresses: readonly string[], role = 'viewer') =>
    enterprise.api.post<InvitedRow[]>(`${enterprise.path}/members/invitations`, {
      addresses,
      role,
    });
  const pending = async (): Promise<readonly PendingInvitation[]> =>
    (await enterprise.api.get<PendingInvitation[]>(`${enterprise.path}/members/invitations`)).body;
  const outcomes = ({ body }: { body: InvitedRow[] }) => body.map(({ outcome }) => outcome);

  it('are answered one by one, in their order', async () => {
    const member = await app.member(enterprise.organizationId, 'editor');
    const [first, second, elsewhere] = [newEmail(), newEmail(), newEmail()];
    const other = await app.organization();
    await other.api.post(`${other.path}/members`, { email: elsewhere, role: 'viewer' });
    const { status, body } = await invite([
      first,
      '王芳',
      member.email,
      ` ${first.toUpperCase()}`,
      elsewhere,
      second,
    ]);
    expect(status).toBe(201);
    expect(body).toEqual([
      { address: first, outcome: 'invited' },
      { address: '王芳', outcome: 'invalid' },
      { address: member.email, outcome: 'already_member' },
      { address: first, outcome: 'already_invited' },
      { address: elsewhere, outcome: 'recently_mailed' },
      { address: second, outcome: 'invited' },
    ]);
    expect(outcomes(await invite([second]))).toEqual(['already_invited']);
    expect((await pending()).map(({ email }) => email).sort()).toEqual([first, second].sort());
    expect(await app.runJobs(SEND_INVITATION, 1)).toBe(3);
    expect(await mailTo(app, second)).toContain('苏州示范机械有限公司');
  });

  it('end where quota or limit ends, which the rest is told; what was not mailed can be tried again', async () => {
    const emails = Array.from({ length: 10 }, newEmail);
    expect(outcomes(await invite(emails))).toEqual([
      ...Array<string>(4).fill('invited'),
      ...Array<string>(4).fill('over_quota'),
      ...Array<string>(2).fill('over_limit'),
    ]);
    expect(await pending()).toHaveLength(4);
    const other = await app.organization();
    const answer = await other.api.post<InvitedRow[]>(`${other.path}/members/invitations`, {
      addresses: emails,
      role: 'viewer',
    });
    expect(outcomes(answer).slice(0, 5)).toEqual([
      ...Array<string>(4).fill('recently_mailed'),
      'invited',
    ]);
  });

  it('are refused as a whole where nothing could be meant', async () => {
    expect((await invite([])).status).toBe(422);
    expect((await invite(Array.from({ length: 101 }, newEmail))).status).toBe(422);
    expect((await invite([newEmail()], 'director')).status).toBe(422);
    const member = await app.member(enterprise.organizationId, 'editor');
    const path = `${enterprise.path}/members/invitations`;
    const body = { addresses: [newEmail()], role: 'viewer' };
    expect((await member.api.post(path, body)).status).toBe(403);
    expect(await pending()).toEqual([]);
  });

  it('two requests at once invite an address once', async () => {
    const emails = [newEmail(), newEmail()];
    const answers = await Promise.all([invite(emails), invite(emails)]);
    const told = answers.flatMap(outcomes);
    expect(told.filter((outcome) => outcome === 'invited')).toHaveLength(2);
    expect(await pending()).toHaveLength(2);
  });
});

describe('the link of an open invitation', () => {
  let app: TestApp;
  let enterprise: TestOrganization;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    enterprise = await app.organization('苏州示范机械有限公司');
  });

  async function invited(email: string): Promise<{ id: string; mailed: string }> {
    const body = { email, role: 'editor' };
    const path = `${enterprise.path}/members`;
    const answer = await enterprise.api.post<PendingInvitation[]>(path, body);
    await app.runJobs(SEND_INVITATION, 1);
    const mailed = /invitation=([\w.-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
    return { id: answer.body[0]?.id ?? '', mailed };
  }

  const copied = async (id: string): Promise<string> => {
    const path = `${enterprise.path}/members/invitations/${id}/link`;
    const { status, body } = await enterprise.api.put<InvitationLinkDto>(path);
    expect(status).toBe(200);
    return /invitation=([\w.-]+)$/.exec(body.link)?.[1] ?? '';
  };
  const see = (token: string) =>
    app.visitor().get<SeenInvitationDto & { code?: string }>(`/api/invitations/${token}`);
  const isConfirmed = async (email: string) =>
    (
      await app.database.superuser<{ is: boolean }>(
        'SELECT email_confirmed_at IS NOT NULL AS is FROM users WHERE email = $1',
        [email],
      )
    )[0]?.is;
  const joinAs = async (email: string, token: string) => {
    const api = app.visitor();
    await api.post<SessionDto>('/api/accounts', { email, name: '李明', password });
    return (await api.post(`/api/invitations/${token}/acceptance`)).status;
  };

  it('is made anew, which ends those of before, and names organization, kind, inviter and role', async () => {
    const { id, mailed } = await invited(newEmail());
    const first = await copied(id);
    expect((await see(mailed)).body.code).toBe('invitation_invalid');
    const second = await copied(id);
    expect((await see(first)).body.code).toBe('invitation_invalid');
    expect((await see(second)).body).toEqual({
      organizationName: '苏州示范机械有限公司',
      kind: 'enterprise',
      inviterName: '王芳',
      role: 'editor',
    });
    const editor = await app.member(enterprise.organizationId, 'editor');
    const path = `${enterprise.path}/members/invitations/${id}/link`;
    expect((await editor.api.put(path)).status).toBe(403);
    await enterprise.api.delete(`${enterprise.path}/members/invitations/${id}`);
    expect((await enterprise.api.put(path)).status).toBe(404);
  });

  it('copied before ends when the person is invited again: it does not raise with the role', async () => {
    const email = newEmail();
    const { id } = await invited(email);
    const link = await copied(id);
    const again = { email, role: 'owner' };
    await app.database.superuser('DELETE FROM rate_limits');
    expect((await enterprise.api.post(`${enterprise.path}/members`, again)).status).toBeLessThan(
      300,
    );
    expect((await see(link)).body.code).toBe('invitation_invalid');
  });

  it('confirms the address only where it was mailed: whoever invites knows the copied one too', async () => {
    const [one, other] = [newEmail(), newEmail()];
    expect(await joinAs(one, (await invited(one)).mailed)).toBe(201);
    expect(await joinAs(other, await copied((await invited(other)).id))).toBe(201);
    expect([await isConfirmed(one), await isConfirmed(other)]).toEqual([true, false]);
  });

  it('of an organization that is suspended says so and nothing else', async () => {
    const { mailed } = await invited(newEmail());
    await app.database.superuser(`UPDATE organizations SET state = 'suspended' WHERE id = $1`, [
      enterprise.organizationId,
    ]);
    const { status, body } = await see(mailed);
    expect([status, body.code]).toEqual([409, 'invitation_not_open']);
    expect(JSON.stringify(body)).not.toMatch(/苏州|王芳|editor/);
    expect(await joinAs(newEmail(), mailed)).toBe(409);
  });
});
