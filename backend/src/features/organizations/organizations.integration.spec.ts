import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { ForgetInvitations } from './use-cases/forget-invitations';
import { type PendingInvitation } from './members/invitations.repository';
import { SEND_INVITATION } from './use-cases/send-invitation';
import type { Member } from './members/members.repository';
import type { Organization } from './organization';
import { EMPTY_PROFILE, type Profile } from './profile/profile';

describe('organizations', () => {
  let app: TestApp;
  let enterprise: TestOrganization;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    enterprise = await app.organization('苏州示范机械有限公司');
  });

  it('belong to who founds them, at once, with an empty profile', async () => {
    const { api } = enterprise;
    const { status, body } = await api.post<Organization>('/api/organizations', {
      name: ' 新公司 ',
    });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { name: '新公司', role: 'owner' },
    });
    const profile = await api.get<Profile>(`/api/organizations/${body.id}/profile`);
    expect(profile.body).toMatchObject({ version: 1, name: '新公司', completeness: { done: 1 } });
    const session = await api.get('/api/sessions/current');
    expect(session.body).toMatchObject({
      memberships: expect.arrayContaining([
        {
          organizationId: body.id,
          organizationName: '新公司',
          kind: 'enterprise',
          role: 'owner',
          state: 'open',
          stateReason: '',
          stateSince: body.createdAt,
          requiresSecondFactor: false,
          isSample: false,
        },
      ]),
    });
    await app.database.superuser('UPDATE organizations SET is_sample = true WHERE id = $1', [
      body.id,
    ]);
    expect((await api.get('/api/sessions/current')).body).toMatchObject({
      memberships: expect.arrayContaining([
        expect.objectContaining({ organizationId: body.id, isSample: true }),
      ]),
    });
  });

  it('let viewers read and not write, and editors not manage members', async () => {
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    const editor = await app.member(enterprise.organizationId, 'editor');
    expect((await viewer.api.get(`${enterprise.path}/profile`)).status).toBe(200);
    const save = await viewer.api.put(`${enterprise.path}/profile`, EMPTY_PROFILE, { ifMatch: 1 });
    expect(save).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const add = { email: 'someone@example.com', role: 'owner' };
    expect((await editor.api.post(`${enterprise.path}/members`, add)).status).toBe(403);
  });

  describe('profile', () => {
    const content = { ...EMPTY_PROFILE, name: '苏州精密', employees: 120, foundedOn: '2009-06-18' };

    it('saves itself half filled and says how complete it is', async () => {
      const path = `${enterprise.path}/profile`;
      const saved = await enterprise.api.put<Profile>(path, content, { ifMatch: 1 });
      expect(saved).toMatchObject({ status: 200, body: { ...content, version: 2 } });
      expect(saved.headers.get('etag')).toBe('"2"');
      expect(saved.body.completeness.done).toBe(3);
      expect(saved.body.completeness.missing).toContain('creditCode');
      expect((await enterprise.api.get<Organization>(enterprise.path)).body.name).toBe('苏州精密');
    });

    it('keeps what a client does not know of, and empties what is sent empty', async () => {
      const path = `${enterprise.path}/profile`;
      const asked = { postalCode: '215000', annualOutput: 8600, applicationKind: 'renewal' };
      await enterprise.api.put(path, { ...content, ...asked }, { ifMatch: 1 });
      const {
        postalCode: _postalCode,
        enterpriseNature: _enterpriseNature,
        annualOutput: _annualOutput,
        annualRevenue: _annualRevenue,
        applicationKind: _applicationKind,
        lastCertificate: _lastCertificate,
        ...known
      } = content;
      const older = await enterprise.api.put<Profile>(
        path,
        { ...known, employees: 7 },
        { ifMatch: 2 },
      );
      expect(older).toMatchObject({ status: 200, body: { ...asked, employees: 7, version: 3 } });
      const emptied = { ...known, postalCode: '', annualOutput: null };
      const { body } = await enterprise.api.put<Profile>(path, emptied, { ifMatch: 3 });
      expect(body).toMatchObject({ ...asked, postalCode: '', annualOutput: null });
    });

    it('does not count what nobody can see, and keeps the name of the enterprise', async () => {
      const path = `${enterprise.path}/profile`;
      const { name } = (await enterprise.api.get<Organization>(enterprise.path)).body;
      const blank = { ...content, name: '\u200b', address: ' \u3000', products: ['\u00a0'] };
      const saved = await enterprise.api.put<Profile>(path, blank, { ifMatch: 1 });
      for (const field of ['name', 'address', 'products'])
        expect(saved.body.completeness.missing).toContain(field);
      expect((await enterprise.api.get<Organization>(enterprise.path)).body.name).toBe(name);
    });

    it('asks for the version that was read', async () => {
      const answer = await enterprise.api.put(`${enterprise.path}/profile`, content);
      expect(answer).toMatchObject({ status: 428, body: { code: 'precondition_required' } });
    });

    it('answers a change of an old version with what is stored now, and loses neither', async () => {
      const path = `${enterprise.path}/profile`;
      await enterprise.api.put(path, content, { ifMatch: 1 });
      const late = await enterprise.api.put(path, { ...content, employees: 7 }, { ifMatch: 1 });
      expect(late).toMatchObject({
        status: 409,
        body: { code: 'version_conflict', current: { version: 2, employees: 120 } },
      });
    });

    it('lets exactly one of many changes of the same version through', async () => {
      const path = `${enterprise.path}/profile`;
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, employees) =>
          enterprise.api.put(path, { ...content, employees }, { ifMatch: 1 }),
        ),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    });

    it.each([
      ['91350100M000100Y44', 'credit_code_check_digit'],
      ['91350100M000100Y4', 'credit_code_length'],
      ['91350100M0001O0Y43', 'credit_code_character'],
    ])('refuses the credit code %s', async (creditCode, code) => {
      const path = `${enterprise.path}/profile`;
      const answer = await enterprise.api.put(path, { ...content, creditCode }, { ifMatch: 1 });
      expect(answer).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'creditCode', code }] },
      });
    });

    it('accepts a right credit code', async () => {
      const body = { ...content, creditCode: '91350100M000100Y43' };
      const answer = await enterprise.api.put(`${enterprise.path}/profile`, body, { ifMatch: 1 });
      expect(answer.status).toBe(200);
    });

    it('names the place of a wrong value inside a list, and fields that no one knows', async () => {
      const body = {
        ...content,
        foundedOn: '2009-02-30',
        departments: [{ code: 'A', name: '质量部', duty: 5 }],
        objectives: [{ text: '', owner: '', measure: '', period: '', extra: 1 }],
      };
      const answer = await enterprise.api.put<{ errors: { path: string; code: string }[] }>(
        `${enterprise.path}/profile`,
        body,
        { ifMatch: 1 },
      );
      const found = answer.body.errors.map(({ path, code }) => `${path} ${code}`);
      expect(found).toEqual(
        expect.arrayContaining([
          'foundedOn not_date',
          'departments.0.duty not_text',
          'objectives.0.extra unknown_field',
        ]),
      );
    });
  });

  describe('members', () => {
    it('are invited alike whether the address has an account or not, and none is in before it is accepted', async () => {
      const path = `${enterprise.path}/members`;
      const registered = await app.organization();
      const known = await enterprise.api.post<PendingInvitation[]>(path, {
        email: registered.email,
        role: 'owner',
      });
      const unknown = await enterprise.api.post<PendingInvitation[]>(path, {
        email: 'nobody@example.com',
        role: 'owner',
      });
      expect([known.status, unknown.status]).toEqual([201, 201]);
      expect(unknown.body.map(({ email, role }) => ({ email, role }))).toEqual([
        { email: registered.email, role: 'owner' },
        { email: 'nobody@example.com', role: 'owner' },
      ]);
      expect((await registered.api.get(path)).status).toBe(404);
      expect((await enterprise.api.get<Member[]>(path)).body).toHaveLength(1);
      const member = await app.member(enterprise.organizationId, 'viewer');
      const again = await enterprise.api.post(path, { email: member.email, role: 'viewer' });
      expect(again).toMatchObject({ status: 409, body: { code: 'already_member' } });
    });

    it('see who is invited; an invitation may be withdrawn, and goes when its time is over', async () => {
      const path = `${enterprise.path}/members`;
      const invite = (email: string) =>
        enterprise.api.post<PendingInvitation[]>(path, { email, role: 'viewer' });
      await invite('a@example.com');
      const { body } = await invite('b@example.com');
      const viewer = await app.member(enterprise.organizationId, 'viewer');
      expect((await viewer.api.get(`${path}/invitations`)).body).toEqual(body);
      const [first] = body;
      const at = `${path}/invitations/${String(first?.id)}`;
      expect((await viewer.api.delete(at)).status).toBe(403);
      expect((await enterprise.api.delete(at)).status).toBe(204);
      expect((await enterprise.api.delete(at)).status).toBe(404);
      const { organizationId, context } = enterprise;
      await app.database.superuser(
        `UPDATE invitations SET expires_at = now() - interval '1 s' WHERE organization_id = $1`,
        [organizationId],
      );
      expect((await viewer.api.get(`${path}/invitations`)).body).toEqual([]);
      await (await app.jobs()).get(ForgetInvitations).handle({ context });
      expect(
        await app.database.superuser('SELECT FROM invitations WHERE organization_id = $1', [
          organizationId,
        ]),
      ).toEqual([]);
    });

    it('who are removed are out at once', async () => {
      const editor = await app.member(enterprise.organizationId, 'editor');
      expect((await editor.api.get(enterprise.path)).status).toBe(200);
      const path = `${enterprise.path}/members/${editor.userId}`;
      expect((await enterprise.api.delete(path)).status).toBe(204);
      expect((await editor.api.get(enterprise.path)).status).toBe(404);
    });

    it('keep an owner, even when two owners leave at the same moment', async () => {
      const own = `${enterprise.path}/members/${enterprise.userId}`;
      expect(await enterprise.api.delete(own)).toMatchObject({
        status: 409,
        body: { code: 'last_owner' },
      });
      expect((await enterprise.api.patch(own, { role: 'viewer' })).status).toBe(409);
      const second = await app.member(enterprise.organizationId, 'owner');
      const answers = await Promise.all([
        enterprise.api.delete(own),
        second.api.delete(`${enterprise.path}/members/${second.userId}`),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    });

    it('join by the mailed link, once, with whatever account they have', async () => {
      const email = 'li.ming@example.com';
      const path = `${enterprise.path}/members`;
      const added = await enterprise.api.post(path, {
        email: 'Li.Ming@example.com',
        role: 'editor',
      });
      expect(added).toMatchObject({ status: 201, body: [{ email }] });
      await app.runJobs(SEND_INVITATION);
      const outbox = join(app.config.dataDir, 'outbox');
      const mails = await Promise.all(
        (await readdir(outbox)).map((name) => readFile(join(outbox, name), 'utf8')),
      );
      const raw = mails.find((mail) => mail.includes(email)) ?? '';
      const [, body = ''] = raw.split('\r\n\r\n');
      const text = /transfer-encoding: base64/i.test(raw)
        ? Buffer.from(body, 'base64').toString()
        : body.replaceAll('=\r\n', '').replaceAll('=3D', '=');
      const token = /invitation=([\w.-]+)/.exec(text)?.[1] ?? '';
      const accept = `/api/invitations/${token}/acceptance`;
      const see = `/api/invitations/${token}`;
      expect((await app.visitor().get(see)).body).toEqual({
        organizationName: expect.any(String),
        inviterName: '王芳',
        kind: 'enterprise',
        role: expect.any(String),
      });
      for (const other of [`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, 'x'])
        expect((await app.visitor().get(`/api/invitations/${other}`)).body).toMatchObject({
          code: 'invitation_invalid',
        });
      const invited = app.visitor();
      await invited.post('/api/accounts', {
        email: 'li.ming@private.example',
        name: '李明',
        password: 'a long passphrase',
      });
      expect(await invited.post(accept)).toMatchObject({
        status: 201,
        body: { organizationId: enterprise.organizationId },
      });
      const members = await invited.get<Member[]>(path);
      expect(members.body.map(({ name, role }) => ({ name, role }))).toContainEqual({
        name: '李明',
        role: 'editor',
      });
      expect((await invited.post(accept)).body).toMatchObject({ code: 'invitation_invalid' });
      expect((await invited.get(see)).body).toMatchObject({ code: 'invitation_invalid' });
    });
  });
});
