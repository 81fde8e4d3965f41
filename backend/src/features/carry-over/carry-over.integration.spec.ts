import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import type { AnswerDto } from '../assessments/dto/answer.dto';
import type { EntryDto } from '../schemes/entries/dto/entry.dto';
import { inventedTable, sameReading } from '../schemes/entries/testing/invented-table';
import type { CarriedOverDto, CarryOverOfferDto } from './carry-over.dto';

let app: TestApp;
let enterprise: TestOrganization;
let readinessId: string;
let tableId: string;

/** Enters the invented table with two persons and begins an evaluation by it. */
async function evaluationByTable(second: Member): Promise<string> {
  const { api, path } = enterprise;
  const { body: entry } = await api.post<EntryDto>(`${path}/scheme-entries`);
  const at = `${path}/scheme-entries/${entry.id}`;
  await api.put(`${at}/content`, inventedTable, { ifMatch: 1 });
  await api.post(`${at}/moves`, { move: 'submit' }, { ifMatch: 2 });
  const { body } = await second.api.post<EntryDto>(`${at}/checks`, sameReading, { ifMatch: 3 });
  return start({ title: '按虚构评分表', schemeId: body.schemeId });
}

async function start(body: object): Promise<string> {
  const at = `${enterprise.path}/assessments`;
  return (await enterprise.api.post<{ id: string }>(at, body)).body.id;
}

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  enterprise = await app.organization();
  const { api, path } = enterprise;
  readinessId = await start({ title: '准备情况', schemeId: 'gb-t-19273-2017' });
  const answer = { state: 'met', rules: {}, finding: '已发布', responsible: '质量部' };
  const more = { reason: '已查看', approval: null, measured: null };
  const answers = `${path}/assessments/${readinessId}/answers`;
  await api.put(`${answers}/1.1.1`, { ...answer, ...more }, { ifMatch: 0 });
  const form = new FormData();
  form.append('assessmentId', readinessId);
  form.append('itemId', '1.1.1');
  form.append('file', new Blob(['虚构的证实材料']), '方针.txt');
  expect((await api.post(`${path}/evidence`, form)).status).toBe(201);
  tableId = await evaluationByTable(await app.member(enterprise.organizationId, 'editor'));
});
afterAll(() => app.stop());

const at = (id = tableId) => `${enterprise.path}/assessments/${id}/carry-over`;

describe('what was found about readiness', () => {
  it('is offered to an evaluation by an entered table, along the mapping', async () => {
    const { body } = await enterprise.api.get<CarryOverOfferDto>(at());
    expect(body.sources.map(({ id }) => id)).toEqual([readinessId]);
    expect(body.items).toMatchObject([
      { itemId: '1.1', from: ['1.1.1'], state: 'assessed', evidenceCount: 1 },
    ]);
    expect(body.items[0]?.finding).toMatch(/^准备情况 1\.1\.1 .+：符合。已发布$/);
  });

  it('is taken over once confirmed, answers and files, and once only', async () => {
    const asked = { from: readinessId, itemIds: ['1.1', '2.1'] };
    const first = await enterprise.api.post<CarriedOverDto>(at(), asked);
    expect([first.status, first.body]).toEqual([200, { answers: 1, uses: 1 }]);
    const { body: answers } = await enterprise.api.get<AnswerDto[]>(
      `${enterprise.path}/assessments/${tableId}/answers`,
    );
    expect(answers).toMatchObject([
      { itemId: '1.1', state: 'assessed', responsible: '质量部', evidenceCount: 1 },
    ]);
    const again = await enterprise.api.post<CarriedOverDto>(at(), asked);
    expect(again.body).toEqual({ answers: 0, uses: 0 });
    expect((await enterprise.api.get<CarryOverOfferDto>(at())).body.items).toEqual([]);
  });

  it('is offered to no other evaluation, is nobody else’s, and a viewer takes nothing over', async () => {
    const { body } = await enterprise.api.get<CarryOverOfferDto>(at(readinessId));
    expect(body).toEqual({ sources: [], from: null, items: [] });
    const asked = { from: tableId, itemIds: [] };
    expect((await enterprise.api.post(at(readinessId), asked)).status).toBe(409);
    const other = await app.organization('另一家');
    const foreign = `${other.path}/assessments/${tableId}/carry-over`;
    expect((await other.api.get(foreign)).status).toBe(404);
    expect((await other.api.post(foreign, { from: readinessId, itemIds: [] })).status).toBe(404);
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    expect((await viewer.api.post(at(), asked)).status).toBe(403);
  });
});
