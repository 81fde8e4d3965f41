import { checksOf, findItem, thresholdsOf } from '../lookup';
import type { PackDocument } from './document';
import { schemeFromDocument } from './load';
import { SchemePackError } from './problem';
import { documentFromScheme } from './serialise';

type Item = Record<string, unknown>;

const pack = (item: Item, more: Record<string, unknown> = {}): PackDocument =>
  ({
    id: 'ready',
    version: '1.0.0',
    title: '准备情况',
    kind: 'readiness',
    basis: [],
    languages: ['zh-CN'],
    basicPoints: 0,
    bonusPoints: 0,
    policies: { notApplicable: 'exclude', notApplicableNeedsApproval: false, star: 'none' },
    grades: [],
    sections: [
      {
        id: '1',
        title: '部分',
        groups: [
          { id: '1.1', title: '题', items: [{ id: '1.1.1', topic: '方针', asked: '有', ...item }] },
        ],
      },
    ],
    ...more,
  }) as unknown as PackDocument;

const load = (document: PackDocument) => schemeFromDocument({ name: 'ready.yaml', document });
const problemsOf = (document: PackDocument) => {
  try {
    load(document);
  } catch (error) {
    if (error instanceof SchemePackError)
      return error.problems.map(({ code, path }) => [code, path]);
    throw error;
  }
  return [];
};

const AT_ITEM = '/sections/0/groups/0/items/0';
const whole: Item = {
  need: 'essential',
  nodes: ['CP1', 'CP1.1'],
  records: ['trainings'],
  checks: { document: true, operation: {}, effect: { objective: '覆盖率' } },
};
const thresholds = { monthsBack: 6, partlyFromPercent: 60, metFromPercent: 90 };

describe('what readiness is read from', () => {
  it('stands in the pack, and is the same after writing and reading again', () => {
    const scheme = load(pack(whole, { readiness: thresholds }));
    expect(findItem(scheme, '1.1.1')).toMatchObject({
      ...whole,
      checks: {
        document: true,
        operation: { sampled: false },
        effect: { objective: { 'zh-CN': '覆盖率' } },
      },
    });
    expect(thresholdsOf(scheme)).toEqual({ ...thresholds, provenance: 'house' });
    expect(load(documentFromScheme(scheme))).toEqual(scheme);
  });

  it('is documents and practice where an item does not say', () => {
    const scheme = load(pack({ nodes: ['J03'] }));
    const item = findItem(scheme, '1.1.1');
    expect(item && checksOf(item)).toEqual({ document: true, operation: { sampled: false } });
    expect(thresholdsOf(scheme)).toMatchObject({ monthsBack: 12, provenance: 'house' });
    const bare = findItem(load(pack({})), '1.1.1');
    expect(bare && checksOf(bare)).toEqual({ operation: { sampled: false } });
  });

  it.each<[string, PackDocument, string, string]>([
    ['an unknown need', pack({ need: 'nice' }), 'structure', `${AT_ITEM}/need`],
    ['a node that is no code', pack({ nodes: ['purchase'] }), 'structure', `${AT_ITEM}/nodes/0`],
    ['no check at all', pack({ checks: {} }), 'structure', `${AT_ITEM}/checks`],
    [
      'documents of no node',
      pack({ checks: { document: true } }),
      'check_without_nodes',
      `${AT_ITEM}/checks`,
    ],
    [
      'a need where points are counted',
      pack({ mode: 'deduct', points: 0, need: 'usual' }),
      'readiness_misplaced',
      `${AT_ITEM}/need`,
    ],
    [
      'thresholds the wrong way round',
      pack({}, { readiness: { ...thresholds, partlyFromPercent: 95 } }),
      'readiness_thresholds',
      '/readiness/partlyFromPercent',
    ],
    [
      'a source that nobody named',
      pack({}, { readiness: { ...thresholds, source: 'nowhere' } }),
      'source_unknown',
      '/readiness/source',
    ],
  ])('is refused with %s', (_name, document, code, path) => {
    expect(problemsOf(document)).toContainEqual([code, path]);
  });
});
