import type { ItemAnswer } from './answer';
import { score } from './scorer';
import {
  approvedNotApplicable,
  assessed,
  item,
  proposedNotApplicable,
  scheme,
  section,
} from './testing/scheme-builder';

const ask = (id: string) => item(id, 0, [], { mode: 'readiness', provenance: 'house' });
const table = scheme({
  kind: 'readiness',
  sections: [section('1', ['1.1', '1.2', '1.3', '1.4'].map(ask)), section('2', [ask('2.1')])],
  policies: { notApplicable: 'exclude', notApplicableNeedsApproval: true },
});
const state = (given: ItemAnswer['state']): ItemAnswer => ({ state: given, rules: {} });

describe('a readiness scheme', () => {
  it('gives a share by section and over all, and neither points nor a grade', () => {
    const result = score(table, {
      '1.1': state('met'),
      '1.2': state('partly'),
      '1.3': approvedNotApplicable,
      '2.1': state('met'),
    });
    expect(result).toMatchObject({ basic: 0, bonus: 0, total: 0, grade: null, gaps: [] });
    expect(result.sections.map(({ readiness, answered }) => [readiness, answered])).toEqual([
      [5000, 3],
      [10_000, 1],
    ]);
    expect(result.sections[0]?.states).toMatchObject({
      met: 1,
      partly: 1,
      not_applicable: 1,
      unanswered: 1,
    });
    // (2 + ½) of the 4 items that apply
    expect(result.readiness).toBe(6250);
    expect(result.progress).toEqual({ answered: 4, items: 5, bonusAnswered: 0, bonusItems: 0 });
    // Its items were written by us.
    expect(result.isProvisional).toBe(true);
  });

  it('lets a proposed N/A count as not met, and shows the share without it', () => {
    const result = score(table, { '1.1': state('met'), '1.2': proposedNotApplicable });
    expect(result.readiness).toBe(2000);
    expect(result.ifApproved?.readiness).toBe(2500);
  });

  it('does not take a judgement in points for an answer', () => {
    expect(score(table, { '1.1': assessed() }).progress.answered).toBe(0);
  });

  it('has no share where no item applies', () => {
    expect(score(table, { '2.1': approvedNotApplicable }).sections[1]?.readiness).toBeNull();
  });
});
