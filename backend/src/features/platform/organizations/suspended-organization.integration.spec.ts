import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { ApiDescription } from '../../../attacks/api-description';
import type { ApiClient } from '../../../testing/api-client';
import { mailTo } from '../../../testing/mail-to';
import { TestApp, type Member, type TestOrganization } from '../../../testing/test-app';
import { Storage, TenantDatabase } from '../../../kernel';
import { SEND_INVITATION } from '../../organizations';
import type { PlatformOrganizationDto } from './platform-organization.dto';

const platform = '/api/platform/organizations';
const standard = () => ({ number: `Q/A ${randomUUID().slice(0, 4)}-2026`, title: '规程' });

describe('a platform administrator', () => {
  let app: TestApp;
  let administrator: TestOrganization;
  let enterprise: TestOrganization;

  beforeAll(async () => {
    app = await TestApp.start({ PLATFORM_ADMINISTRATORS: 'admin@example.com' });
    administrator = await app.organization('平台');
    await app.database.superuser(`UPDATE users SET email = 'admin@example.com' WHERE id = $1`, [
      administrator.userId,
    ]);
    enterprise = await app.organization('企业');
  });
  afterAll(() => app.stop());

  async function moved(id: string, move: string): Promise<void> {
    const { body } = await administrator.api.get<PlatformOrganizationDto>(`${platform}/${id}`);
    const asked = { move, reason: '逾期未缴费' };
    const answer = await administrator.api.post(`${platform}/${id}/moves`, asked, {
      ifMatch: body.version,
    });
    expect(answer.status).toBe(200);
  }

  describe('who suspends an enterprise', () => {
    let guest: Member;
    beforeAll(async () => {
      guest = await app.organization('客人的企业');
      const invited = { email: guest.email, role: 'viewer' };
      expect((await enterprise.api.post(`${enterprise.path}/members`, invited)).status).toBe(201);
      await app.runJobs(SEND_INVITATION, 1);
      await moved(enterprise.organizationId, 'suspend');
    });
    afterAll(() => moved(enterprise.organizationId, 'reopen'));

    it('leaves its people reading and exporting', async () => {
      const { api, path } = enterprise;
      for (const place of ['', '/overview', '/standards', '/members', '/evidence', '/systems'])
        expect([place, (await api.get(path + place)).status]).toEqual([place, 200]);
      for (const place of ['/standards/export', '/trail/export']) {
        const exported = await api.fetch('GET', path + place);
        expect([place, exported.status]).toEqual([place, 200]);
        expect((await exported.arrayBuffer()).byteLength).toBeGreaterThan(1000);
      }
      const application = await api.get(`${path}/application`);
      expect(application.body).toMatchObject({ state: 'suspended', reason: '逾期未缴费' });
    });

    it('answers every read that the API describes, and never fails at one', async () => {
      const { api, organizationId } = enterprise;
      const failed: string[] = [];
      const reads = new ApiDescription().operations.filter(
        ({ method, path }) =>
          method === 'GET' && path.startsWith('/api/organizations/{organizationId}'),
      );
      expect(reads.length).toBeGreaterThan(60);
      for (const { path } of reads) {
        const at = path
          .replace('{organizationId}', organizationId)
          .replaceAll(/\{\w+\}/g, () => randomUUID());
        const answer = await api.fetch('GET', at);
        await answer.arrayBuffer();
        if (answer.status >= 500) failed.push(`${path}: ${answer.status}`);
      }
      expect(failed).toEqual([]);
    });

    it('says so where a read writes a row after all', async () => {
      const { context } = enterprise;
      const database = app.app.get(TenantDatabase);
      const write = (purpose: 'read' | 'write') =>
        database.transaction({ ...context, purpose }, (manager) =>
          manager.query(
            `INSERT INTO standard_systems (organization_id, id, name) VALUES ($1, $2, '')`,
            [context.organizationId, randomUUID()],
          ),
        );
      for (const purpose of ['read', 'write'] as const)
        await expect(write(purpose)).rejects.toMatchObject({ code: 'organization_suspended' });
    });

    it('stops every write with the next click, and says so', async () => {
      const { api, path } = enterprise;
      const staging = jest.spyOn(app.app.get(Storage), 'stage');
      const form = new FormData();
      form.append('file', new Blob(['%PDF-1.4\n%%EOF\n']), '方针.pdf');
      for (const refused of [
        await api.post(`${path}/standards`, standard()),
        await api.post(`${path}/systems`, { templateId: 'gb-t-15496-2017', name: '体系' }),
        await api.post(`${path}/evidence`, form),
        await api.post(`${path}/members`, { email: 'x@example.com', role: 'viewer' }),
      ])
        expect(refused).toMatchObject({ status: 403, body: { code: 'organization_suspended' } });
      for (const place of [`evidence/${randomUUID()}/revisions`, 'application/documents']) {
        const refused = await api.post(`${path}/${place}`, form);
        expect([place, refused.status]).toEqual([place, place.startsWith('e') ? 403 : 409]);
      }
      expect(staging).not.toHaveBeenCalled();
      staging.mockRestore();
      expect(
        await app.database.superuser('SELECT FROM pending_objects WHERE organization_id = $1', [
          enterprise.organizationId,
        ]),
      ).toEqual([]);
      const closed = await api.post(`${path}/application/submissions`, undefined, { ifMatch: 2 });
      expect(closed).toMatchObject({ status: 409, body: { code: 'organization_moved' } });
    });

    it('has the database refuse what a server would write all the same', async () => {
      const client = new pg.Client({ connectionString: app.database.urlOf('app') });
      await client.connect();
      try {
        await client.query('BEGIN');
        await client.query('SELECT app.enter($1, $2, $2)', [
          enterprise.userId,
          enterprise.organizationId,
        ]);
        await expect(
          client.query(
            `INSERT INTO standard_systems (organization_id, id, name) VALUES ($1, gen_random_uuid(), '')`,
            [enterprise.organizationId],
          ),
        ).rejects.toThrow(/row-level security/);
      } finally {
        await client.end();
      }
    });

    it('takes nobody in by an invitation of before', async () => {
      const [, token = ''] = /invitation=([\w.-]+)/.exec(await mailTo(app, guest.email)) ?? [];
      expect(await guest.api.post(`/api/invitations/${token}/acceptance`)).toMatchObject({
        status: 409,
        body: { code: 'invitation_not_open' },
      });
    });
  });

  it('who opens it again lets its people work at once', async () => {
    const made = await enterprise.api.post(`${enterprise.path}/standards`, standard());
    expect(made.status).toBe(201);
  });

  describe('who suspends a consultancy', () => {
    let consultancyId: string;
    let consultant: Member;

    beforeAll(async () => {
      consultancyId = randomUUID();
      await app.database.superuser(
        `INSERT INTO organizations (id, name, kind) VALUES ($1, '良方咨询', 'consultancy')`,
        [consultancyId],
      );
      await app.database.superuser(
        `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
           ends_at, given_by, given_by_name)
         VALUES ($1, gen_random_uuid(), $2, '良方咨询', '{register}', '{register}',
           now() + interval '1 day', $3, '王芳')`,
        [enterprise.organizationId, consultancyId, enterprise.userId],
      );
      consultant = await app.member(consultancyId, 'consultant', 'consultancy');
      await app.assign(consultancyId, enterprise.organizationId, consultant);
    });

    it('ends its grants with the next statement, and tells its people why', async () => {
      const { api } = consultant;
      const address = `${enterprise.path}/standards`;
      expect((await api.post(address, standard())).status).toBe(201);
      await moved(consultancyId, 'suspend');
      for (const answer of [await api.get(address), await api.post(address, standard())])
        expect(answer).toMatchObject({ status: 403, body: { code: 'organization_suspended' } });
      await moved(consultancyId, 'reopen');
      expect((await api.get(address)).status).toBe(200);
    });

    it('and a client of it that is suspended is only read', async () => {
      const { api } = consultant;
      const address = `${enterprise.path}/standards`;
      await moved(enterprise.organizationId, 'suspend');
      expect((await api.get(address)).status).toBe(200);
      expect((await api.post(address, standard())).status).toBe(403);
      await moved(enterprise.organizationId, 'reopen');
    });
  });

  describe('never sees the content of a tenant', () => {
    it('in any table, as the catalogue lists them, with the own session’s setting', async () => {
      const tables = await app.database.superuser<{ name: string }>(
        `SELECT c.oid::regclass::text AS name FROM pg_class c
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
      );
      expect(tables.length).toBeGreaterThan(45);
      const client = new pg.Client({ connectionString: app.database.urlOf('app') });
      await client.connect();
      try {
        await client.query(`SELECT set_config('app.user_id', $1, false)`, [administrator.userId]);
        for (const { name } of tables) {
          const seen = await client
            .query(`SELECT FROM ${name} WHERE organization_id <> $1`, [
              administrator.organizationId,
            ])
            .then(
              ({ rowCount }) => rowCount,
              () => 'no privilege',
            );
          expect([name, [0, 'no privilege'].includes(seen as number)]).toEqual([name, true]);
        }
      } finally {
        await client.end();
      }
    });

    it('by any function of the platform: they tell what is listed here', async () => {
      const rows = await app.database.superuser<{ told: string }>(
        `SELECT proname || ': ' || pg_get_function_result(oid) AS told FROM pg_proc
         WHERE pronamespace = 'app'::regnamespace AND proname LIKE 'platform\\_%' ORDER BY 1`,
      );
      expect(rows.map(({ told }) => told)).toMatchInlineSnapshot(`
        [
          "platform_documents: TABLE(id uuid, file_name text, media_type text, size bigint, sha256 text, storage_key text, uploaded_at timestamp with time zone, uploaded_by_name text)",
          "platform_move: integer",
          "platform_organization: TABLE(id uuid, kind text, name text, credit_code text, state text, state_reason text, state_since timestamp with time zone, created_at timestamp with time zone, version integer, is_sample boolean, members bigint, clients bigint, evidence_files bigint, evidence_bytes numeric)",
          "platform_organizations: TABLE(id uuid, kind text, name text, credit_code text, state text, state_reason text, state_since timestamp with time zone, created_at timestamp with time zone, version integer, is_sample boolean, members bigint, total bigint)",
          "platform_quotas: TABLE(name text, most bigint)",
          "platform_restore: integer",
          "platform_set_quotas: integer",
        ]
      `);
    });

    it('by any route of an organization, as the API describes them', async () => {
      const routes = new ApiDescription().operations.filter(({ path }) =>
        path.startsWith('/api/organizations/{organizationId}'),
      );
      expect(routes.length).toBeGreaterThan(150);
      const { api } = administrator;
      const found: string[] = [];
      for (const { method, path } of routes) {
        const at = path
          .replace('{organizationId}', enterprise.organizationId)
          .replaceAll(/\{\w+\}/g, () => randomUUID());
        const { status } = await send(api, method, at);
        if (status !== 404) found.push(`${method} ${path}: ${status}`);
      }
      expect(found).toEqual([]);
    });
  });
});

const send = (api: ApiClient, method: string, at: string): Promise<Response> =>
  api.fetch(method, at, method === 'GET' ? undefined : {});
