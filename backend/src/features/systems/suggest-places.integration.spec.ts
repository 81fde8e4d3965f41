import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { SuggestedPlacesDto } from './dto/place.dto';
import type { SystemDto } from './dto/system.dto';

let app: TestApp;
let enterprise: TestOrganization;
let path: string;
let system: SystemDto;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const register = async (fields: object): Promise<string> => {
  const { body } = await enterprise.api.post<{ id: string }>(
    `${enterprise.path}/standards`,
    fields,
  );
  return body.id;
};
const suggestions = async (): Promise<SuggestedPlacesDto> =>
  (await enterprise.api.get<SuggestedPlacesDto>(`${path}/suggestions`)).body;

beforeEach(async () => {
  enterprise = await app.organization();
  await register({ systemCode: 'CP3.4', number: 'GB/T 2423.1-2008', title: '试验A：低温' });
  const { body } = await enterprise.api.post<SystemDto>(`${enterprise.path}/systems`, {
    templateId: 'gb-t-15496-2017',
  });
  system = body;
  path = `${enterprise.path}/systems/${system.id}`;
});

describe('suggested places', () => {
  it('are for standards without a place, each with a reason, and can be accepted in one step', async () => {
    const packing = await register({ number: 'GB/T 191-2008', title: '包装储运图示标志' });
    const heat = await register({ number: 'GB/T 2423.2-2008', title: '高温' });
    const { rows, version, acceptAllConfidence } = await suggestions();
    expect(rows.map(({ standardId }) => standardId)).toEqual([packing, heat]);
    const best = rows.map(({ suggestions: [one] }) => one);
    expect(best.map((one) => one?.node)).toEqual(['CP3.7', 'CP3.4']);
    expect(best[1]?.reasons.map(({ text }) => text).join()).toContain('GB/T 2423.1-2008');
    expect(best.every((one) => (one?.confidence ?? 0) >= acceptAllConfidence)).toBe(true);
    const places = Object.fromEntries(
      rows.map(({ standardId, suggestions: [one] }) => [standardId, [one?.node]]),
    );
    const operations = [{ op: 'place', basis: 'suggested', places }];
    const { status } = await enterprise.api.post(
      `${path}/changes`,
      { operations },
      { ifMatch: version },
    );
    expect(status).toBe(200);
    expect((await suggestions()).rows).toEqual([]);
  });

  it('read the place of the 2003 form out of the register', async () => {
    await register({ systemCode: 'J02', number: 'GB/T 6391-2010', title: '滚动轴承 额定静载荷' });
    const [row] = (await suggestions()).rows;
    expect(row?.suggestions[0]).toMatchObject({ node: 'CP2.2', reasons: [{ kind: 'code' }] });
  });

  it('leave out what the enterprise has trimmed', async () => {
    await register({ number: 'GB/T 191-2008', title: '包装储运图示标志' });
    const operations = [{ op: 'trim', key: 'CP3.7', reason: '由集团统一包装' }];
    await enterprise.api.post(`${path}/changes`, { operations }, { ifMatch: system.version });
    const { rows } = await suggestions();
    expect(rows[0]?.suggestions.map(({ node }) => node)).not.toContain('CP3.7');
  });

  it('are not shown to another organization', async () => {
    const other = await app.organization();
    const elsewhere = path.replace(enterprise.path, other.path);
    expect((await other.api.get(`${elsewhere}/suggestions`)).status).toBe(404);
  });
});
