import { STANDARD_LEVELS } from '@liangxing/standard-number';
import fc from 'fast-check';
import {
  STRUCTURE_TEMPLATES,
  statistics,
  structureMatrix,
  systemFigures,
  type ListedStandard,
} from './index';

const tree = STRUCTURE_TEMPLATES['gb-t-15496-2003'];

const standardArbitrary: fc.Arbitrary<ListedStandard> = fc.record({
  number: fc.constant('GB/T 1-2020'),
  title: fc.constant('标准'),
  level: fc.constantFrom(...STANDARD_LEVELS, 'other' as const),
  nodes: fc.array(fc.constantFrom(...tree.nodes.map(({ code }) => code), 'unknown'), {
    maxLength: 2,
  }),
  isPlanned: fc.boolean(),
  isOutOfForce: fc.boolean(),
  isMissing: fc.boolean(),
});

describe('the figures of a system', () => {
  it('add up, and are those of the statistics and of the matrix', () => {
    fc.assert(
      fc.property(fc.array(standardArbitrary, { maxLength: 60 }), (drawn) => {
        // What is missing has no entry: it can be neither planned nor out of force.
        const standards = drawn.map((one) =>
          one.isMissing ? { ...one, isPlanned: false, isOutOfForce: false } : one,
        );
        const figures = systemFigures(tree, standards);
        const { entries, existing, planned, outOfForce, missing, expected } = figures;
        expect(existing + planned + outOfForce).toBe(entries);
        expect(existing + planned + missing).toBe(expected);
        expect(figures.byLevel.reduce((sum, row) => sum + row.existing, 0)).toBe(existing);
        const { total, byLevel } = statistics(standards);
        expect(total).toMatchObject({ existing, expected });
        for (const row of figures.byLevel)
          expect(byLevel.find(({ key }) => key === row.level)?.existing).toBe(row.existing);
        const matrix = structureMatrix(tree, standards);
        expect(matrix.find(({ kind }) => kind === 'total')?.total.existing).toBe(existing);
        const used = matrix.filter(
          ({ kind, total: all }) => kind === 'subsystem' && all.existing > 0,
        );
        expect(figures.subsystemsInUse).toBe(used.length);
        const placed = figures.byBody.reduce((sum, row) => sum + row.existing, 0);
        expect(placed + figures.unplaced).toBe(existing);
        expect(figures.unplaced).toBe(
          matrix.find(({ kind }) => kind === 'unplaced')?.total.existing ?? 0,
        );
      }),
    );
  });

  it('counts nodes of the second level, and no leaves', () => {
    const { subsystems } = systemFigures(tree, []);
    expect(subsystems).toBe(tree.nodes.filter(({ level }) => level === 2).length);
  });
});
