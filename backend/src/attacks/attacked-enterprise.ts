import { RECORD_KIND_IDS } from '@liangxing/contracts';
import { IMPORT_CATALOGUE } from '../features/catalogue';
import { loadSample } from '../sample/load-sample';
import { packsFolder, publishShippedSchemes } from '../testing/published-schemes';
import { TestApp, type Member } from '../testing/test-app';
import { jsonOf, send, type RawAnswer, type RawRequest } from './raw-request';

/** Limits and quotas would end the attack before it began. */
const GENEROUS = {
  RATE_LIMIT_FACTOR: '100000',
  QUOTAS:
    'scheme_entries=1000, organizations_per_account=1000, systems=1000, assessments=1000, open_invitations=1000',
  CATALOGUE_MAINTAINERS: 'catalogue@example.com',
  PLATFORM_ADMINISTRATORS: 'catalogue@example.com',
  // With passkeys.
  PUBLIC_URL: 'http://localhost:4200',
};

const REGISTER = '标准编号,标准名称\nGB/T 1.1-2020,标准化工作导则\nQ/SLJD 0401-2026,检验规程';
const CATALOGUE = `标准号,标准名称,发布日期,实施日期,废止日期,状态,被代替
GB/T 1.1-2009,标准化工作导则,2009-06-17,2010-01-01,2020-10-01,,GB/T 1.1-2020
GB/T 1.1-2020,标准化工作导则 第1部分,2020-03-31,2020-10-01,,现行,`;

/** The sample enterprise in a server of its own, with something of every kind in it, and its owner's session. */
export class AttackedEnterprise {
  private constructor(
    readonly app: TestApp,
    readonly owner: Member,
    readonly organizationId: string,
    readonly foreignOrganizationId: string,
    private readonly unlistedIds: Map<string, readonly unknown[]>,
  ) {}

  static async start(): Promise<AttackedEnterprise> {
    const app = await TestApp.start(GENEROUS);
    await publishShippedSchemes(app.database);
    const folder = `${packsFolder}/../../../backend/samples`;
    await loadSample({ app: app.app, worker: await app.jobs(), folder, editions: ['2003'] });
    const [row] = await app.database.superuser<{ id: string }>(
      'SELECT organization_id AS id FROM dossiers LIMIT 1',
    );
    const organizationId = String(row?.id);
    const owner = await app.member(organizationId, 'owner');
    await app.database.superuser('UPDATE users SET email = $1 WHERE id = $2', [
      GENEROUS.CATALOGUE_MAINTAINERS,
      owner.userId,
    ]);
    for (let count = 0; count < 6; count += 1) await app.member(organizationId, 'editor');
    const { organizationId: foreign } = await app.organization('另一家');
    const unlisted = new Map<string, readonly unknown[]>();
    const enterprise = new AttackedEnterprise(app, owner, organizationId, foreign, unlisted);
    await enterprise.fill(unlisted);
    return enterprise;
  }

  get path(): string {
    return `/api/organizations/${this.organizationId}`;
  }

  stop(): Promise<void> {
    return this.app.stop();
  }

  /** Ids below a path that no list of the sample's owner tells. */
  know(path: string, ids: readonly string[]): void {
    this.unlistedIds.set(path, ids);
  }

  /** Ids that no list tells, by the path before them. */
  get unlisted(): ReadonlyMap<string, readonly unknown[]> {
    return this.unlistedIds;
  }

  /** Headers of a person's session. */
  headersOf({ api }: Pick<Member, 'api'>): Record<string, string> {
    const cookies = [...api.cookies];
    const csrf = cookies.find(([name]) => /csrf|xsrf/i.test(name))?.[1] ?? '';
    return {
      cookie: cookies.map(([name, value]) => `${name}=${value}`).join('; '),
      'x-xsrf-token': csrf,
    };
  }

  send(asked: RawRequest): Promise<RawAnswer> {
    return send(this.app.address, asked);
  }

  async read(path: string): Promise<unknown> {
    const headers = this.headersOf(this.owner);
    const answer = await this.send({ method: 'GET', path, headers });
    return answer.status === 200 ? jsonOf(answer) : undefined;
  }

  /** What the sample lacks: drafts, invitations, imports on their way, a catalogue, remarks, an own scheme and tables on their way. */
  private async fill(unlisted: Map<string, readonly unknown[]>): Promise<void> {
    const { api } = this.owner;
    const upload = (content: string | Blob, name: string): FormData => {
      const form = new FormData();
      form.append('file', typeof content === 'string' ? new Blob([content]) : content, name);
      return form;
    };
    const source = `?source=${encodeURIComponent('测试目录')}&checkedOn=2026-04-30`;
    const imports = `/api/catalogue-maintenance/imports`;
    const preview = await api.post<{ id: string }>(imports + source, upload(CATALOGUE, 'a.csv'));
    await api.post(`${imports}/${preview.body.id}/start`);
    await this.app.runJobs(IMPORT_CATALOGUE, 1);
    for (let index = 0; index < 3; index += 1) {
      await api.post(
        imports + source,
        upload(`${CATALOGUE}\nGB/T ${String(index + 2)}-2020,甲,,,,,`, 'b.csv'),
      );
      await api.post(`${this.path}/standard-imports`, upload(REGISTER, 'register.csv'));
      await api.post(`${this.path}/members`, {
        email: `i${String(index)}@example.com`,
        role: 'viewer',
      });
      await api.post(`${this.path}/drafts`, draft(`草案 ${String(index)}`));
      await api.post(`${this.path}/scheme-entries`);
    }
    await api.post(`${this.path}/currency/checks`);
    for (const kind of RECORD_KIND_IDS) {
      const exported = await api.fetch('GET', `${this.path}/records/${kind}/export`);
      const path = `${this.path}/records/${kind}/imports`;
      const file = upload(await exported.blob(), 'records.xlsx');
      const { body } = await api.post<{ id?: string }>(path, file);
      unlisted.set(path, body.id === undefined ? [] : [body.id]);
    }
    const dossiers = await api.get<{ code: string }[]>(`${this.path}/dossiers`);
    unlisted.set(
      '/api/verifications',
      dossiers.body.map(({ code }) => code),
    );
    const schemes = await api.get<{ id: string; version: string }[]>('/api/schemes');
    for (const { id, version } of schemes.body) {
      unlisted.set(`/api/schemes/${id}/versions`, [version]);
      unlisted.set(`${this.path}/schemes/${id}/versions`, [version]);
    }
    const found = await api.get<{ rows: { id: number }[] }>(`${this.path}/catalogue?limit=20`);
    unlisted.set(
      `${this.path}/catalogue`,
      found.body.rows.map(({ id }) => id),
    );
    // The platform may suspend another one, not the one under attack.
    unlisted.set('/api/platform/organizations', [this.foreignOrganizationId]);
    const first = String(found.body.rows[0]?.id);
    await api.post(`${this.path}/catalogue/${first}/feedback`, { message: '状态不对' });
  }
}

const draft = (title: string): object => ({
  ...{ kind: 'management', outlineId: '', title, englishTitle: '', number: '' },
  ...{ replacesNumber: '', department: '', drafters: [] },
});
