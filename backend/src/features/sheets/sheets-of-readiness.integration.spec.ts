import { TestApp } from '../../testing/test-app';
import { readMaterial, scoreMaterial } from '../dossiers/pure';
import { selfAnswers } from './self-answers';
import { EvaluatedCases } from './testing/evaluated-case';

let app: TestApp;
let cases: EvaluatedCases;

beforeAll(async () => {
  app = await TestApp.start();
  cases = await EvaluatedCases.of(app, '2017');
}, 120_000);
afterAll(() => app.stop());

interface Compared {
  readonly settled: { readonly readiness: number | null; readonly total: number | null };
  readonly agreement: readonly { readonly kappa: number | null }[];
}

describe('a sheet of a scheme without points', () => {
  it('judges each item, needs no reason but for what does not apply, and gives the readiness of the enterprise', async () => {
    const lead = await cases.assessor('陈组长', 'lead_assessor');
    const id = await cases.evaluating(lead);
    const [row] = await app.database.superuser<{ material: string }>(
      'SELECT material FROM case_materials WHERE case_id = $1',
      [id],
    );
    const material = readMaterial(String(row?.material));
    const at = cases.at(id);
    const given = new Map(material.answers.map(({ itemId, answer }) => [itemId, answer]));
    const put = (itemId: string, content: object) =>
      lead.api.put(
        `${at}/sheet/answers/${itemId}`,
        { rules: {}, finding: '', reason: '', approval: null, measured: null, ...content },
        { ifMatch: 0 },
      );
    const [first] = selfAnswers(material);
    const without = await put(String(first?.itemId), { state: 'not_applicable' });
    expect(without.status).toBe(422);
    for (const { itemId, state } of selfAnswers(material)) {
      const isLeftOut = state === 'not_applicable';
      const approval = given.get(itemId)?.approval ?? null;
      const content = {
        state: state === 'unanswered' ? 'not_met' : state,
        ...(isLeftOut ? { reason: '无此过程', approval } : {}),
        measured: isLeftOut ? null : { sample: { looked: 10, conforming: 9 }, effect: null },
      };
      expect([itemId, (await put(itemId, content)).status]).toEqual([itemId, 200]);
    }
    expect((await lead.api.post(`${at}/sheet/hand-in`, {})).status).toBe(200);
    const { body } = await lead.api.get<Compared>(`${at}/sheets`);
    const self = scoreMaterial(material);
    expect(body.settled).toMatchObject({ readiness: self.readiness, total: null });
    expect(body.agreement[0]?.kappa).toBe(100);
  });
});
