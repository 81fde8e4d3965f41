import { STANDARD_LEVELS } from '@liangxing/standard-number';
import fc from 'fast-check';
import {
  addTallies,
  countStandards,
  formatRatio,
  NO_STANDARDS,
  STANDARD_KINDS,
  statistics,
  STATISTICS_LEVELS,
  STRUCTURE_TEMPLATES,
  structureMatrix,
  tallyOf,
  type ListedStandard,
} from './index';

const tree = STRUCTURE_TEMPLATES['gb-t-15496-2003'];
const codes = [...tree.nodes.map((node) => node.code), 'unknown'];

const standardArbitrary: fc.Arbitrary<ListedStandard> = fc.record({
  number: fc.nat(99999).map((n) => `GB/T ${n}-2020`),
  title: fc.constant('标准'),
  level: fc.constantFrom(...STANDARD_LEVELS, 'other' as const),
  kind: fc.option(fc.constantFrom(...STANDARD_KINDS), { nil: undefined }),
  nodes: fc.array(fc.constantFrom(...codes), { maxLength: 3 }),
  isPlanned: fc.boolean(),
  isOutOfForce: fc.boolean(),
});
const registerArbitrary = fc.array(standardArbitrary, { maxLength: 60 });

const listed = (more: Partial<ListedStandard>): ListedStandard => ({
  number: 'GB/T 1-2020',
  title: '标准',
  level: 'national',
  nodes: ['J01'],
  isPlanned: false,
  ...more,
});

describe('statistics table', () => {
  it('counts no document without a standard number as an enterprise standard, and none out of force', () => {
    const register = [
      listed({ level: 'enterprise' }),
      listed({ level: 'other' }),
      listed({ level: 'enterprise', isOutOfForce: true }),
      listed({ level: 'national', isOutOfForce: true, isPlanned: true }),
    ];
    const { byLevel, byKind, total } = statistics(register);
    const existing = Object.fromEntries(byLevel.map((row) => [row.key, row.existing]));
    expect(existing).toMatchObject({ enterprise: 1, national: 0, other: 1 });
    expect(byKind.at(-1)).toMatchObject({ key: 'unset', expected: 2 });
    expect(total).toMatchObject({ existing: 2, expected: 2 });
    expect(statistics([listed({ kind: 'basic' })]).byLevel.map(({ key }) => key)).not.toContain(
      'other',
    );
    const matrix = structureMatrix(tree, register).find(({ kind }) => kind === 'total');
    expect(matrix?.total).toEqual({ existing: 2, expected: 2 });
  });

  it('gives both blocks the same total, whatever the register', () => {
    fc.assert(
      fc.property(registerArbitrary, (register) => {
        const { byLevel, byKind, total } = statistics(register);
        for (const block of [byLevel, byKind]) {
          const sum = block.reduce(addTallies, NO_STANDARDS);
          expect(sum).toEqual({ existing: total.existing, expected: total.expected });
        }
        expect(total.expected).toBe(register.filter((one) => !one.isOutOfForce).length);
      }),
    );
  });

  it('takes the ratio of the sums and not the mean of ratios for the total', () => {
    const register = [
      listed({}),
      ...Array.from({ length: 7 }, () => listed({ level: 'enterprise', isPlanned: true })),
    ];
    const { byLevel, total } = statistics(register);
    expect(byLevel.map((row) => formatRatio(row.ratioTenths))).toEqual([
      '100.0',
      '',
      '',
      '',
      '0.0',
    ]);
    expect(formatRatio(total.ratioTenths)).toBe('12.5');
  });

  it('rounds to one decimal, half up, and leaves the ratio blank where nothing is due', () => {
    const of = (existing: number, planned: number) => {
      const register = [
        ...Array.from({ length: existing }, () => listed({})),
        ...Array.from({ length: planned }, () => listed({ isPlanned: true })),
      ];
      return formatRatio(statistics(register).total.ratioTenths);
    };
    expect([of(2, 1), of(1, 2), of(1, 7), of(1, 15), of(0, 0)]).toEqual([
      '66.7',
      '33.3',
      '12.5',
      '6.3',
      '',
    ]);
  });

  it('counts international and foreign standards in rows of their own, after all national ones', () => {
    const register = [listed({ level: 'foreign' }), listed({ level: 'international' })];
    expect(statistics(register).byLevel.map(({ key }) => key)).toEqual([
      'national',
      'sector',
      'local',
      'group',
      'enterprise',
      'international',
      'foreign',
    ]);
  });
});

describe('sub-system matrix', () => {
  it('adds up along rows, down columns and by bodies', () => {
    fc.assert(
      fc.property(registerArbitrary, (register) => {
        const rows = structureMatrix(tree, register);
        const total = rows.at(-1)!;
        expect(total.total).toEqual(tallyOf(register));
        for (const row of rows) {
          const across = STATISTICS_LEVELS.map((level) => row.cells[level]).reduce(
            addTallies,
            NO_STANDARDS,
          );
          expect(across).toEqual(row.total);
        }
        for (const level of STATISTICS_LEVELS) {
          const sum = (kinds: string[]) =>
            rows
              .filter((row) => kinds.includes(row.kind))
              .map((row) => row.cells[level])
              .reduce(addTallies, NO_STANDARDS);
          expect(sum(['subsystem', 'direct', 'unplaced'])).toEqual(total.cells[level]);
          expect(sum(['body', 'unplaced'])).toEqual(total.cells[level]);
        }
      }),
    );
  });

  it('agrees with the counts of the diagram', () => {
    fc.assert(
      fc.property(registerArbitrary, (register) => {
        const counts = countStandards(tree, register);
        for (const row of structureMatrix(tree, register)) {
          if (row.kind !== 'subsystem' && row.kind !== 'body') continue;
          expect(counts.get(row.code ?? '')?.branch).toEqual(row.total);
        }
      }),
    );
  });
});
