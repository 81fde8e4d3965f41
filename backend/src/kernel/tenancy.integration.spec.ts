import { Controller, Get, Module } from '@nestjs/common';
import { TestApp, type TestOrganization } from '../testing/test-app';
import { Allow, Context, RequestContext, TenantDatabase } from './index';

@Controller('organizations/:organizationId/probe')
class ProbeController {
  constructor(private readonly database: TenantDatabase) {}

  @Get()
  @Allow('organizations:read')
  probe(@Context() context: RequestContext): Promise<{ ids: string[] }> {
    return this.database.read(context, async (manager) => {
      const rows = await manager.query<{ organization_id: string }[]>(
        'SELECT organization_id FROM enterprise_profiles, pg_sleep(0.005)',
      );
      return { ids: rows.map((row) => row.organization_id) };
    });
  }

  @Get('undeclared')
  undeclared(): string {
    return 'never seen';
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

describe('tenancy', () => {
  let app: TestApp;
  let one: TestOrganization;
  let other: TestOrganization;

  beforeAll(async () => {
    app = await TestApp.start({}, [ProbeModule]);
    one = await app.organization('甲公司');
    other = await app.organization('乙公司');
  });
  afterAll(() => app.stop());

  it('shows a member the rows of the own organization only', async () => {
    const answer = await one.api.get(`${one.path}/probe`);
    expect(answer).toMatchObject({ status: 200, body: { ids: [one.organizationId] } });
  });

  it("does not find a stranger's organization", async () => {
    const answer = await one.api.get(`${other.path}/probe`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('asks a visitor to sign in', async () => {
    const answer = await app.visitor().get(`${one.path}/probe`);
    expect(answer).toMatchObject({
      status: 401,
      body: { code: 'not_signed_in', title: '尚未登录' },
    });
  });

  it('denies a handler that declares nothing', async () => {
    const answer = await one.api.get(`${one.path}/probe/undeclared`);
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('never mixes 50 parallel requests of alternating tenants on a pool of 5', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const tenant = index % 2 ? one : other;
        return tenant.api
          .get<{ ids: string[] }>(`${tenant.path}/probe`)
          .then(({ body }) => ({ expected: tenant.organizationId, seen: body.ids }));
      }),
    );
    for (const { expected, seen } of answers) expect(seen).toEqual([expected]);
  });
});
