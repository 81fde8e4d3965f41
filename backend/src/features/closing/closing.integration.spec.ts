import { DAYS_UNTIL_DELETION } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { mailTo } from '../../testing/mail-to';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import { until } from '../../testing/until';
import type { ApplicationDto } from '../organizations';
import { SEND_DECISION, TELL_DECISION, type PlatformOrganizationDto } from '../platform';

const standard = () => ({ number: `Q/A ${randomUUID().slice(0, 4)}-2026`, title: '规程' });
const platform = '/api/platform/organizations';

describe('an organization that its owner closes', () => {
  let app: TestApp;
  let administrator: TestOrganization;
  let enterprise: TestOrganization;
  let editor: Member;

  beforeAll(async () => {
    app = await TestApp.start({ PLATFORM_ADMINISTRATORS: 'admin@example.com' });
    administrator = await app.organization('平台');
    await app.database.superuser(`UPDATE users SET email = 'admin@example.com' WHERE id = $1`, [
      administrator.userId,
    ]);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    enterprise = await app.organization('苏州良方');
    editor = await app.member(enterprise.organizationId, 'editor');
  });

  const standing = async ({ api, path } = enterprise) =>
    (await api.get<ApplicationDto>(`${path}/application`)).body;
  const close = async (name = '苏州良方', { api } = enterprise as Pick<Member, 'api'>) => {
    const { version: ifMatch } = await standing();
    return api.post<ApplicationDto>(`${enterprise.path}/closing`, { name }, { ifMatch });
  };
  const restore = async (ifMatch?: number) =>
    enterprise.api.delete<ApplicationDto>(`${enterprise.path}/closing`, undefined, {
      ifMatch: ifMatch ?? (await standing()).version,
    });
  const decide = async (move: string, { organizationId: id } = enterprise) => {
    const { body } = await administrator.api.get<PlatformOrganizationDto>(`${platform}/${id}`);
    const asked = { move, reason: '逾期未缴费' };
    const ifMatch = body.version;
    return administrator.api.post(`${platform}/${id}/moves`, asked, { ifMatch });
  };
  const pastDue = ({ organizationId } = enterprise) =>
    app.database.superuser(
      `UPDATE organizations SET state_since = now() - make_interval(days => $2) WHERE id = $1`,
      [organizationId, DAYS_UNTIL_DELETION],
    );

  it('is read and taken out by its people, and changed by nobody', async () => {
    expect(await close()).toMatchObject({ status: 200, body: { state: 'closing' } });
    for (const { api } of [enterprise, editor])
      for (const place of ['', '/standards', '/members', '/evidence', '/application'])
        expect([place, (await api.get(enterprise.path + place)).status]).toEqual([place, 200]);
    for (const { api } of [enterprise, editor])
      expect(await api.post(`${enterprise.path}/standards`, standard())).toMatchObject({
        status: 403,
        body: { code: 'organization_closing' },
      });
    const { body } = await editor.api.get<{ memberships: { state: string; stateSince: string }[] }>(
      '/api/sessions/current',
    );
    expect(body.memberships).toMatchObject([
      { state: 'closing', stateSince: (await standing()).since },
    ]);
  });

  it('is closed only under its name, and by who leads it', async () => {
    expect(await close('别的单位')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'name', code: 'not_the_name' }] },
    });
    expect((await close('苏州良方', editor)).status).toBe(403);
    expect((await standing()).state).toBe('open');
  });

  it('is closed once, whoever clicks twice', async () => {
    const { version: ifMatch } = await standing();
    const asked = () =>
      enterprise.api.post(`${enterprise.path}/closing`, { name: '苏州良方' }, { ifMatch });
    const answers = await Promise.all([asked(), asked(), asked()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const lines = await app.database.superuser(
      `SELECT FROM audit_events WHERE organization_id = $1 AND action = 'organizations.closed'
       UNION ALL SELECT FROM platform_events WHERE subject_id = $1::text
         AND action = 'organization.closed'`,
      [enterprise.organizationId],
    );
    expect(lines).toHaveLength(2);
  });

  it('tells the others by mail, each once, and who did it not at all', async () => {
    await close();
    await app.runJobs(TELL_DECISION);
    const mails = await app.database.superuser<{ person: string }>(
      `SELECT data->>'personId' AS person FROM pgboss.job
       WHERE name = $1 AND data->'context'->>'organizationId' = $2`,
      [SEND_DECISION.name, enterprise.organizationId],
    );
    expect(mails).toEqual([{ person: editor.userId }]);
    await app.runJobs(SEND_DECISION, 1);
    const mail = await mailTo(app, editor.email);
    expect(mail).toContain(`${DAYS_UNTIL_DELETION} 天内可以恢复`);
    expect(mail).toContain(`/o/${enterprise.organizationId}/settings`);
  });

  it('is restored to what it was, and a suspended one to its suspension', async () => {
    await close();
    expect(await restore()).toMatchObject({ status: 200, body: { state: 'open', reason: '' } });
    expect((await editor.api.post(`${enterprise.path}/standards`, standard())).status).toBe(201);
    expect((await decide('suspend')).status).toBe(200);
    expect((await close()).body).toMatchObject({ state: 'closing', reason: '' });
    expect((await restore()).body).toMatchObject({ state: 'suspended', reason: '逾期未缴费' });
    expect((await restore()).body).toMatchObject({ code: 'organization_moved' });
  });

  it('is restored by the platform too, which says why and reads nothing of it', async () => {
    await close();
    const { organizationId: id } = enterprise;
    const list = await administrator.api.get<{ organizations: unknown[] }>(
      `${platform}?state=closing`,
    );
    expect(list.body.organizations).toContainEqual(expect.objectContaining({ id }));
    expect((await decide('suspend')).body).toMatchObject({ code: 'organization_moved' });
    expect(await decide('restore')).toMatchObject({ status: 200, body: { state: 'open' } });
    expect((await administrator.api.get(`${enterprise.path}/standards`)).status).toBe(404);
    const [line] = await app.database.superuser(
      `SELECT details FROM audit_events WHERE organization_id = $1
       AND action = 'organizations.restored'`,
      [id],
    );
    expect(line).toEqual({ details: { reason: '逾期未缴费' } });
  });

  it('is restored by nobody once its time is over', async () => {
    await close();
    await pastDue();
    expect(await restore()).toMatchObject({ status: 409, body: { code: 'organization_moved' } });
    expect((await decide('restore')).status).toBe(409);
    const [days] = await app.database.superuser('SELECT app.days_until_deletion() AS days');
    expect(days).toEqual({ days: DAYS_UNTIL_DELETION });
  });

  it('withdraws an application, which comes back as it was', async () => {
    const founder = await app.organization('别家');
    const founded = await founder.api.post<{ id: string }>('/api/organizations', {
      name: '良方咨询',
      kind: 'consultancy',
      creditCode: '91110000100000001W',
    });
    const path = `/api/organizations/${founded.body.id}`;
    const seen = { ...founder, path };
    const asked = { name: '良方咨询' };
    const { version: ifMatch } = await standing(seen);
    const closed = await founder.api.post(`${path}/closing`, asked, { ifMatch });
    expect(closed).toMatchObject({ status: 200, body: { state: 'closing' } });
    expect((await decide('approve', { ...seen, organizationId: founded.body.id })).status).toBe(
      409,
    );
    const { version } = await standing(seen);
    const restored = await founder.api.delete(`${path}/closing`, undefined, { ifMatch: version });
    expect(restored.body).toMatchObject({ state: 'waiting' });
  });

  describe('and that works with others', () => {
    let consultancy: TestOrganization;
    const grant = (giver: string, grantee: string) =>
      app.database.superuser(
        `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
           starts_at, ends_at, reason, given_by, given_by_name)
         VALUES ($1, gen_random_uuid(), $2, '咨询', '{register}', '{register}', now(),
           now() + interval '1 day', '', gen_random_uuid(), '甲')`,
        [giver, grantee],
      );
    const seenBy = ({ api }: Member, { path }: TestOrganization) =>
      api.get<{ code: string }>(`${path}/standards`);

    beforeEach(async () => {
      consultancy = await app.organization('咨询');
      await app.database.superuser(`DELETE FROM memberships WHERE organization_id = $1`, [
        consultancy.organizationId,
      ]);
      await app.database.superuser(`UPDATE organizations SET kind = 'consultancy' WHERE id = $1`, [
        consultancy.organizationId,
      ]);
      const owner = await app.member(consultancy.organizationId, 'owner', 'consultancy');
      consultancy = { ...consultancy, ...owner };
    });

    it('opens nothing to who was given a grant', async () => {
      await grant(enterprise.organizationId, consultancy.organizationId);
      expect((await seenBy(consultancy, enterprise)).status).toBe(200);
      await close();
      // As the database says it, or, once the server has heard of it, as of a client that is none.
      expect(['organization_closing', 'not_found']).toContain(
        (await seenBy(consultancy, enterprise)).body.code,
      );
      await restore();
      const isOpened = async () => (await seenBy(consultancy, enterprise)).status === 200;
      await until(isOpened, 'the grant opens again', 10);
    });

    it('works for nobody in its own grants', async () => {
      await grant(enterprise.organizationId, consultancy.organizationId);
      const { version: ifMatch } = await standing(consultancy);
      const closed = await consultancy.api.post(
        `${consultancy.path}/closing`,
        { name: '咨询' },
        { ifMatch },
      );
      expect(closed.status).toBe(200);
      expect(await seenBy(consultancy, enterprise)).toMatchObject({
        status: 403,
        body: { code: 'organization_closing' },
      });
    });

    it('is closed, left and taken out by no consultant', async () => {
      await grant(enterprise.organizationId, consultancy.organizationId);
      const { api } = consultancy;
      const asked = { name: '苏州良方' };
      for (const answer of [
        await api.post(`${enterprise.path}/closing`, asked, { ifMatch: 1 }),
        await api.delete(`${enterprise.path}/closing`, undefined, { ifMatch: 1 }),
        await api.delete(`${enterprise.path}/membership`),
      ])
        expect(answer.status).toBe(403);
    });
  });
});
