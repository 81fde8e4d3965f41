import { AREAS, type Area } from '@liangxing/contracts';
import { strFromU8, unzipSync } from 'fflate';
import { randomUUID } from 'node:crypto';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import { organizationDay } from '../../kernel';

const month = organizationDay(new Date()).slice(0, 7);
let app: TestApp;
let consultancyId: string;
let path: string;
let consultant: Member;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
});
afterAll(() => app.stop());
beforeEach(async () => {
  consultancyId = randomUUID();
  path = `/api/organizations/${consultancyId}/portfolio/reports`;
  await app.database.superuser(
    `INSERT INTO organizations (id, name, kind) VALUES ($1, '良方咨询', 'consultancy')`,
    [consultancyId],
  );
  consultant = await app.member(consultancyId, 'owner', 'consultancy');
});

async function client(name: string, readable: readonly Area[] = AREAS): Promise<TestOrganization> {
  const made = await app.organization(name);
  await app.database.superuser(
    `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
       starts_at, ends_at, given_by, given_by_name)
     VALUES ($1, gen_random_uuid(), $2, '良方咨询', $3, '{}', now() - interval '2 days',
       now() + interval '1 day', $4, '王芳')`,
    [made.organizationId, consultancyId, readable, made.userId],
  );
  return made;
}

async function work({ api, path: at }: TestOrganization, mark: string): Promise<void> {
  await api.post(`${at}/standards`, { title: `${mark}首件检验规程` });
  const action = { finding: `${mark}缺检验记录`, dueOn: '2020-01-01', owner: '质量部' };
  expect((await api.post(`${at}/corrective-actions`, action)).status).toBe(201);
}

interface AskedFile {
  readonly clients: readonly TestOrganization[];
  readonly format?: string;
  readonly of?: string;
}
const ask = async (
  { clients, format = 'docx', of = month }: AskedFile,
  { api } = consultant,
): Promise<{ status: number; headers: Headers; bytes: Uint8Array }> => {
  const query = new URLSearchParams({ month: of, format });
  for (const { organizationId } of clients) query.append('clients', organizationId);
  const answer = await api.fetch('GET', `${path}?${query.toString()}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes };
};
const textOf = (word: Uint8Array): string =>
  strFromU8(unzipSync(word)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');

describe('a monthly report to a client', () => {
  it('tells what was done there and what is due, by whom', async () => {
    const enterprise = await client('委托企业');
    await work(enterprise, '甲');
    const answer = await ask({ clients: [enterprise] });
    expect(answer.status).toBe(200);
    const text = textOf(answer.bytes);
    for (const said of [
      '良方咨询就贵单位',
      '登记标准',
      '甲首件检验规程',
      '甲缺检验记录',
      '质量部',
      '已逾期',
    ])
      expect(text).toContain(said);
  });

  it('is a PDF where one is asked for', async () => {
    const { bytes, headers } = await ask({ clients: [await client('委托企业')], format: 'pdf' });
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(strFromU8(bytes.slice(0, 5))).toBe('%PDF-');
  });

  it('of several is one file each, and none tells of another client', async () => {
    const [one, two] = [await client('甲企业'), await client('乙企业')];
    await work(one, '甲');
    await work(two, '乙');
    const { bytes } = await ask({ clients: [one, two] });
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual(
      [`甲企业-${month}-月报.docx`, `乙企业-${month}-月报.docx`].sort(),
    );
    for (const [name, file] of Object.entries(files)) {
      const [own = '', other = ''] = name.startsWith('甲') ? ['甲', '乙'] : ['乙', '甲'];
      const text = textOf(file);
      expect(text).toContain(`${own}缺检验记录`);
      expect(text).not.toContain(`${other}缺检验记录`);
    }
  });

  it('holds nothing of an area that is not opened', async () => {
    const enterprise = await client('委托企业', ['register']);
    await work(enterprise, '甲');
    const text = textOf((await ask({ clients: [enterprise] })).bytes);
    expect(text).toContain('甲首件检验规程');
    expect(text).not.toContain('甲缺检验记录');
    expect(text).toContain('企业未开放有关内容');
  });

  it('is made of nobody who is no client, not even beside clients', async () => {
    const enterprise = await client('委托企业');
    const stranger = await app.organization('别人的企业');
    expect((await ask({ clients: [enterprise, stranger] })).status).toBe(404);
    await app.database.superuser(
      `UPDATE access_grants SET revoked_at = now(), revoked_by = given_by
      WHERE grantee_id = $1`,
      [consultancyId],
    );
    expect((await ask({ clients: [enterprise] })).status).toBe(404);
  });

  it.each([
    ['a month to come', '2999-01'],
    ['a month long ago', '2001-01'],
    ['no month', 'abc'],
  ])('is refused for %s, which says what can be chosen', async (_, of) => {
    const { status, bytes } = await ask({ clients: [await client('委托企业')], of });
    expect(status).toBe(422);
    expect(strFromU8(bytes)).toContain('month_not_reported');
  });

  it('leaves a line in the trail of the consultancy, and one with the client that says who took it', async () => {
    const enterprise = await client('委托企业');
    await ask({ clients: [enterprise] });
    const theirs = await app.database.superuser<{ acting: string; grant: boolean }>(
      `SELECT acting_id AS acting, grant_id IS NOT NULL AS grant FROM audit_events
       WHERE organization_id = $1 AND action = 'portfolio.reported'`,
      [enterprise.organizationId],
    );
    expect(theirs).toEqual([{ acting: consultancyId, grant: true }]);
    const lines = await app.database.superuser<{ details: unknown }>(
      `SELECT details FROM audit_events WHERE organization_id = $1 AND action = 'portfolio.reported'`,
      [consultancyId],
    );
    expect(lines).toEqual([{ details: { month, clients: ['委托企业'] } }]);
  });
});
