import { takenOverId, type Scheme } from '@liangxing/scheme';
import Excel from 'exceljs';
import { TenantDatabase } from '../../../kernel';
import { publishShippedSchemes } from '../../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../../testing/test-app';
import { OwnSchemesRepository } from '../own-schemes.repository';

interface Problem {
  readonly code: string;
}

interface Offered {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly schemeId: string;
  readonly version: string;
}

let app: TestApp;
let body: TestOrganization;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  body = await app.body('江南评价中心');
});
beforeEach(async () => {
  enterprise = await app.organization();
});
afterAll(() => app.stop());

/** The shipped table of 2004 under an id and a title of somebody's own. @returns the version that it became */
async function publish(by: TestOrganization, id: string, title = '评分表'): Promise<string> {
  const shipped = await by.api.get<{ id: string; version: string }[]>('/api/schemes');
  const version = shipped.body.find((scheme) => scheme.id === 'gsp-2004')?.version ?? '';
  const table = await by.api.fetch('GET', `${by.path}/schemes/gsp-2004/versions/${version}/table`);
  const book = new Excel.Workbook();
  await book.xlsx.load(await table.arrayBuffer());
  const sheet = book.getWorksheet('方案');
  if (!sheet) throw new Error('no sheet 方案');
  sheet.getCell('B2').value = id;
  sheet.getCell('B4').value = title;
  const form = new FormData();
  form.append('file', new Blob([await book.xlsx.writeBuffer()]), '评分表.xlsx');
  const made = await by.api.post<{ version: string }>(`${by.path}/schemes`, form);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.version;
}

const offer = (schemeId: string, version: string, by = body) =>
  by.api.put<readonly { version: string }[] & Problem>(`${by.path}/scheme-offers/${schemeId}`, {
    version,
  });
const offered = async (): Promise<readonly Offered[]> =>
  (await enterprise.api.get<Offered[]>(`${enterprise.path}/offered-schemes`)).body;
const takeOver = (schemeId: string, by = body) =>
  enterprise.api.post<{ id: string; version: string } & Problem>(
    `${enterprise.path}/offered-schemes/${by.organizationId}/${schemeId}/copies`,
    {},
  );
const documentOf = async (id: string, version: string): Promise<Scheme> =>
  (await enterprise.api.get<Scheme>(`${enterprise.path}/schemes/${id}/versions/${version}`)).body;

describe('a scoring table of a body', () => {
  it('is seen by enterprises once it is offered, and becomes one of their own once', async () => {
    const id = 'own-jiangnan';
    await publish(body, 'jiangnan', '江南评分表');
    expect(await offered()).toEqual([]);
    expect((await takeOver(id)).status).toBe(404);
    expect((await offer(id, '1.0.0')).body).toMatchObject([{ version: '1.0.0' }]);
    expect((await offer(id, '1.0.0')).status).toBe(200);
    expect(await offered()).toMatchObject([
      { bodyName: '江南评价中心', schemeId: id, version: '1.0.0' },
    ]);
    const both = await Promise.all([takeOver(id), takeOver(id)]);
    const own = { id: takenOverId(id, body.organizationId), version: '1.0.0' };
    expect(both.map((made) => made.body)).toEqual([own, own]);
    const copy = await documentOf(own.id, '1.0.0');
    expect(copy.title['zh-CN']).toBe('江南评分表');
    expect(copy.sources[0]?.title).toBe('评分表由评价组织公开');
  });

  it('is followed in its next version, and not over what the enterprise published itself', async () => {
    const id = 'own-next';
    await publish(body, 'next', '第一版');
    await offer(id, '1.0.0');
    await takeOver(id);
    await publish(body, 'next', '第二版');
    expect((await takeOver(id)).body.version).toBe('1.0.0');
    await offer(id, '2.0.0');
    expect((await takeOver(id)).body.version).toBe('2.0.0');
    await offer(id, '1.0.0');
    expect((await takeOver(id)).body.version).toBe('1.0.0');
    await offer(id, '2.0.0');
    const taken = takenOverId(id, body.organizationId);
    await publish(enterprise, taken.slice('own-'.length), '本企业的一版');
    await publish(body, 'next', '第三版');
    await offer(id, '3.0.0');
    const { status, body: problem } = await takeOver(id);
    expect([status, problem.code]).toEqual([409, 'scheme_kept']);
  });

  it('is known again by the body in whichever way an enterprise has it', async () => {
    const id = 'own-known';
    await publish(body, 'known', '评分表');
    await offer(id, '1.0.0');
    await takeOver(id);
    const copy = await documentOf(takenOverId(id, body.organizationId), '1.0.0');
    const known = (table: Scheme) =>
      app.app
        .get(TenantDatabase)
        .read(body.context, (manager) =>
          app.app.get(OwnSchemesRepository).versionOf(manager, body.context, table),
        );
    expect(await known(copy)).toMatchObject({ id, version: '1.0.0' });
    expect(await known({ ...copy, id })).toMatchObject({ id, version: '1.0.0' });
    expect(await known({ ...copy, basicPoints: copy.basicPoints + 1 })).toBeNull();
  });

  it('meets no table of another body, though both files have one id', async () => {
    const other = await app.body('另一评价中心');
    for (const by of [body, other]) {
      const version = await publish(by, 'shared', by === body ? '甲' : '乙');
      await offer('own-shared', version, by);
    }
    const [one, another, again] = [
      await takeOver('own-shared'),
      await takeOver('own-shared', other),
      await takeOver('own-shared'),
    ];
    expect([one.status, another.status]).toEqual([200, 200]);
    expect(one.body.id).not.toBe(another.body.id);
    expect(again.body).toEqual(one.body);
  });

  it('is offered by bodies that are open alone, and is theirs to take back', async () => {
    const closed = await app.body('停业的评价中心');
    await publish(closed, 'closed');
    await offer('own-closed', '1.0.0', closed);
    await takeOver('own-closed', closed);
    await app.database.superuser(`UPDATE organizations SET state = 'suspended' WHERE id = $1`, [
      closed.organizationId,
    ]);
    expect((await takeOver('own-closed', closed)).status).toBe(404);
    expect((await offered()).map(({ schemeId }) => schemeId)).not.toContain('own-closed');
    await publish(body, 'back');
    await offer('own-back', '1.0.0');
    const path = `${body.path}/scheme-offers/own-back`;
    for (let times = 0; times < 2; times += 1)
      expect((await body.api.delete(path)).status).toBe(200);
    expect((await takeOver('own-back')).status).toBe(404);
  });

  it('is one that the body has published: no other, and nothing of enterprises', async () => {
    expect((await offer('own-nowhere', '1.0.0')).status).toBe(404);
    await publish(enterprise, 'mine');
    expect((await offer('own-mine', '1.0.0')).status).toBe(404);
    expect((await offer('own-mine', '1.0.0', enterprise)).status).toBe(403);
  });
});
