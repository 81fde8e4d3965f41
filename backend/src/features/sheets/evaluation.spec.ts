import { listItems } from '@liangxing/scheme';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMaterial, scoreMaterial } from '../dossiers/pure';
import { agreements } from './compare-sheets';
import { reconcile, scoreOf, settledScore, type HandedIn } from './evaluation';
import type { ScoredContent, SettledItem } from './sheet';

type Judged = Pick<ScoredContent, 'state' | 'rules' | 'approval'>;

const material = readMaterial(
  readFileSync(join(__dirname, '../dossiers/material/testing/material-v1.json'), 'utf8'),
);
const scored = { scheme: material.scheme.document, facts: material.facts };
const ids = listItems(scored.scheme).map(({ item }) => item.id);

const sheet = (userId: string, answers: ReadonlyMap<string, Judged>): HandedIn => ({
  userId,
  answers,
  score: scoreOf(scored, answers),
});
const judged = fc
  .constantFrom('unanswered', 'assessed', 'not_established')
  .map((state): Judged => ({ state, rules: {}, approval: null }));
const sheets = fc
  .array(judged, { minLength: ids.length, maxLength: ids.length })
  .map((all) => new Map(ids.map((id, at) => [id, all[at] ?? { ...NOTHING }])));
const NOTHING: Judged = { state: 'unanswered', rules: {}, approval: null };

describe('sheets that were handed in', () => {
  it('settle every item by themselves where they say the same, and give that score', () => {
    fc.assert(
      fc.property(sheets, (answers) => {
        const both = [sheet('one', answers), sheet('other', new Map(answers))];
        const items = reconcile(scored, both, new Map());
        expect(items.every(({ differs, result }) => !differs && result !== null)).toBe(true);
        expect(settledScore(scored, items)).toEqual(both[0]?.score);
        const self = { by: 'self', score: scoreMaterial(material) };
        const found = agreements(
          scored.scheme,
          both.map(({ userId: by, score }) => ({ by, score })),
          self,
        ).filter(({ one, other }) => one === 'one' && other === 'other');
        for (const { items: count, kappa, difference } of found)
          expect([kappa, difference]).toEqual(count === 0 ? [null, null] : [100, 0]);
      }),
      { numRuns: 50 },
    );
  });

  it('leave to the lead exactly the items on which they differ', () => {
    fc.assert(
      fc.property(sheets, sheets, (one, other) => {
        const items = reconcile(scored, [sheet('one', one), sheet('other', other)], new Map());
        for (const { item, differs, result } of items) {
          const isSame = one.get(item.id)?.state === other.get(item.id)?.state;
          expect([differs, result === null]).toEqual([!isSame, !isSame]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('count as the lead settled them, whatever they say', () => {
    const [id = ''] = ids;
    const settled: SettledItem = {
      ...{ itemId: id, version: 1, state: 'not_established', rules: {}, approval: null },
      ...{ note: '', reason: '抽查', differed: false, settledAt: new Date(), settledByName: '' },
    };
    const full = new Map(ids.map((each) => [each, { ...NOTHING, state: 'assessed' as const }]));
    const [first] = reconcile(scored, [sheet('one', full)], new Map([[id, settled]]));
    expect(first).toMatchObject({ differs: false, result: { state: 'not_established' } });
  });

  it('say the same where a rule was unticked, or never ticked', () => {
    const found = listItems(scored.scheme).find(({ item }) =>
      item.rules.some(({ kind }) => kind === 'fixed'),
    );
    const rule = found?.item.rules.find(({ kind }) => kind === 'fixed');
    const id = found?.item.id ?? '';
    const answer = (rules: Judged['rules']) =>
      new Map([[id, { ...NOTHING, state: 'assessed' as const, rules }]]);
    const both = [sheet('one', answer({})), sheet('other', answer({ [rule?.id ?? '']: false }))];
    const items = reconcile(scored, both, new Map());
    expect(items.find(({ item }) => item.id === id)?.differs).toBe(false);
  });
});
