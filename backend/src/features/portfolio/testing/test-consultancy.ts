import { AREAS, type Area } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import type { Member, TestApp, TestOrganization } from '../../../testing/test-app';
import type { ClientsPageDto, PortfolioClientDto } from '../dto/portfolio.dto';
import { KeepFigures } from '../use-cases/keep-figures';

/** A consultancy with a consultant, and an enterprise that may become its client. */
export class TestConsultancy {
  private constructor(
    private readonly app: TestApp,
    readonly id: string,
    readonly consultant: Member,
    readonly client: TestOrganization,
  ) {}

  static async begin(app: TestApp): Promise<TestConsultancy> {
    const id = await TestConsultancy.found(app, '良方咨询');
    const consultant = await app.member(id, 'consultant', 'consultancy');
    return new TestConsultancy(app, id, consultant, await app.organization('委托企业'));
  }

  /** @returns the id of a consultancy without people */
  static async found(app: TestApp, name: string): Promise<string> {
    const id = randomUUID();
    await app.database.superuser(
      `INSERT INTO organizations (id, name, kind) VALUES ($1, $2, 'consultancy')`,
      [id, name],
    );
    return id;
  }

  /** `/api/organizations/<id>/portfolio` */
  get path(): string {
    return `/api/organizations/${this.id}/portfolio`;
  }

  /** The only grant that an enterprise gives; the consultant works for it. @param until as words of SQL */
  async grant(
    readable: readonly Area[] = AREAS,
    { data = this.client.organizationId, until = `now() + interval '1 day'` } = {},
  ): Promise<void> {
    await this.app.database.superuser(
      'DELETE FROM access_grants WHERE grantee_id = $1 AND organization_id = $2',
      [this.id, data],
    );
    await this.app.database.superuser(
      `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
         starts_at, ends_at, given_by, given_by_name)
       VALUES ($1, gen_random_uuid(), $2, '良方咨询', $3, '{}', now() - interval '2 days', ${until}, $4, '王芳')`,
      [data, this.id, readable, this.client.userId],
    );
    await this.app.database.superuser(
      `INSERT INTO client_assignments (organization_id, client_id, user_id) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [this.id, data, this.consultant.userId],
    );
  }

  /** Works the figures of the client out, as the job does. */
  async keep(): Promise<void> {
    const figures = (await this.app.jobs()).get(KeepFigures);
    const context = {
      userId: '',
      userName: 'system',
      organizationId: this.client.organizationId,
      correlationId: 'test-correlation',
      language: 'zh-CN' as const,
    };
    await figures.execute(context, new Date());
  }

  /** Whether the job would work the figures of the client out. */
  async hasWork(): Promise<boolean> {
    const figures = (await this.app.jobs()).get(KeepFigures);
    return (await figures.organizationsWithWork()).includes(this.client.organizationId);
  }

  /** The client as the consultant sees it. */
  async shown(): Promise<PortfolioClientDto> {
    const { body } = await this.consultant.api.get<ClientsPageDto>(`${this.path}/clients`);
    const [found] = body.clients;
    if (found === undefined) throw new Error('no client is shown');
    return found;
  }

  /** The client adds an action. */
  async addAction(dueOn: string, finding = '缺记录'): Promise<void> {
    const { api, path } = this.client;
    const action = { finding, dueOn, owner: '质量部' };
    const { status } = await api.post(`${path}/corrective-actions`, action);
    if (status !== 201) throw new Error(`an action was answered with ${status}`);
  }

  /** The client begins an evaluation. @returns its id */
  async evaluate(schemeId: string): Promise<string> {
    const { api, path } = this.client;
    const body = { title: '2026 年自我评价', schemeId, targetGrade: 'AAA' };
    const made = await api.post<{ id: string }>(`${path}/assessments`, body);
    if (made.status !== 201) throw new Error(`an evaluation was answered with ${made.status}`);
    return made.body.id;
  }
}
