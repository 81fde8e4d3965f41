import { listItems } from '@liangxing/scheme';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMaterial } from '../dossiers/pure';
import type { TeamSheet } from './case-reader';
import { countResult } from './counted-result';
import type { ScoredAnswer, SettledItem } from './sheet';

const material = readMaterial(
  readFileSync(join(__dirname, '../dossiers/material/testing/material-v1.json'), 'utf8'),
);
const placed = listItems(material.scheme.document);
const basic = placed.filter(({ section }) => !section.bonus).map(({ item }) => item.id);
const [first = '', second = '', third = ''] = basic;
const at = new Date('2026-11-30T00:00:00Z');

const answer = (itemId: string, state: ScoredAnswer['state']): ScoredAnswer => ({
  ...{ itemId, state, version: 1, rules: {}, finding: '', reason: '', approval: null },
  ...{ measured: null, updatedAt: at },
});
const settled = (itemId: string, state: ScoredAnswer['state']): SettledItem => ({
  ...{ itemId, state, version: 1, rules: {}, approval: null, note: '', reason: '' },
  ...{ differed: false, settledAt: at, settledByName: '陈组长' },
});
const sheet = (
  userId: string,
  states: readonly (readonly [string, ScoredAnswer['state']])[],
  isCounted = true,
): TeamSheet => ({
  ...{ userId, userName: userId, state: 'handed_in', handedInAt: at, isCounted },
  answers: states.map(([itemId, state]) => answer(itemId, state)),
});

const full = basic.map((id) => [id, 'assessed'] as const);
const strict = basic.map((id) => [id, id === first ? 'not_established' : 'assessed'] as const);
const parts = {
  material,
  settled: basic.map((id) => settled(id, id === third ? 'not_established' : 'assessed')),
  findings: [],
};

describe('what is counted of a result', () => {
  it('names the gravest finding of each item, and no observation', () => {
    const findings = [
      { itemId: first, severity: 'minor' },
      { itemId: first, severity: 'major' },
      { itemId: second, severity: 'observation' },
      { itemId: third, severity: 'minor' },
    ] as const;
    const { items } = countResult({ ...parts, sheets: [], findings });
    const severity = (id: string) => items.find(({ itemId }) => itemId === id)?.severity;
    expect([first, second, third].map(severity)).toEqual(['major', null, 'minor']);
    expect(items).toHaveLength(placed.length);
  });

  it('says what was earned of what an item gives, but for what adds to it', () => {
    const { items } = countResult({ ...parts, sheets: [] });
    const ofItem = (id: string) => items.find(({ itemId }) => itemId === id);
    expect(ofItem(first)?.earned).toBe(ofItem(first)?.most);
    expect(ofItem(third)?.earned).toBe(0);
    const bonus = placed.filter(({ section }) => section.bonus).map(({ item }) => item.id);
    for (const id of bonus) expect(ofItem(id)).toMatchObject({ most: null, earned: null });
  });

  it('tells how each of the team differed from what was settled, and nobody who left it', () => {
    const sheets = [sheet('full', full), sheet('strict', strict), sheet('gone', full, false)];
    const { agreements } = countResult({ ...parts, sheets });
    expect(agreements.map(({ userId }) => userId)).toEqual(['full', 'strict']);
    const [one, other] = agreements;
    const points = (id: string) => placed.find(({ item }) => item.id === id)?.item.points ?? 0;
    expect(one?.difference).toBe(points(third));
    expect(other?.difference).toBe(points(third) - points(first));
    expect(one?.counts.reduce((sum, count) => sum + count, 0)).toBe(basic.length);
  });

  it('tells nothing of somebody who scored alone', () => {
    expect(countResult({ ...parts, sheets: [sheet('full', full)] }).agreements).toEqual([]);
  });
});
