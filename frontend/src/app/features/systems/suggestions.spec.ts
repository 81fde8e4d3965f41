import { acceptedPlaces, sureRows, unplacedRows } from './suggestions';
import type { PlacedStandard, SuggestedPlaces } from './system';

const standard = (standardId: string): PlacedStandard => ({
  standardId,
  number: '',
  title: standardId,
  level: 'enterprise',
  isPlanned: false,
  isOutOfForce: false,
  nodes: [],
  basis: null,
});
const suggestion = (node: string, confidence: number) => ({ node, confidence, reasons: [] });
const suggested: SuggestedPlaces = {
  version: 1,
  acceptAllConfidence: 0.7,
  rows: [
    { standardId: 'a', suggestions: [] },
    { standardId: 'b', suggestions: [suggestion('J01', 0.6), suggestion('J02', 0.4)] },
    { standardId: 'c', suggestions: [suggestion('G01', 0.9)] },
  ],
};
const rows = unplacedRows(['a', 'b', 'c'].map(standard), suggested);

describe('the standards without a place', () => {
  it('stand with the surest suggestion first and those without one last', () => {
    expect(rows.map(({ standard: { standardId } }) => standardId)).toEqual(['c', 'b', 'a']);
  });

  it('stand in the order of the register while nothing is suggested', () => {
    const plain = unplacedRows(['a', 'b', 'c'].map(standard), null);
    expect(plain.map(({ best }) => best)).toEqual([undefined, undefined, undefined]);
    expect(plain.map(({ standard: { standardId } }) => standardId)).toEqual(['a', 'b', 'c']);
  });

  it('are accepted together from a confidence on, each at its likeliest place', () => {
    expect(acceptedPlaces(sureRows(rows, 0.7))).toEqual({ c: ['G01'] });
    expect(acceptedPlaces(rows)).toEqual({ c: ['G01'], b: ['J01'] });
  });
});
