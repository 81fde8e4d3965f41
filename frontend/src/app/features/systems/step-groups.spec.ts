import { groupSteps } from './step-groups';
import type { SystemStep } from './system';

const step = (kind: SystemStep['kind'], ...nodes: string[]): SystemStep => ({
  kind,
  reason: '',
  nodes,
  expectation: null,
  standards: [],
  items: [],
  points: null,
});

describe('the next steps', () => {
  it('stand together by node, in the order of what is most useful', () => {
    const groups = groupSteps([
      step('place_standards'),
      step('write_standard', 'BZ2.1'),
      step('write_standard', 'CP1.2'),
      step('write_standard', 'BZ2.1'),
      step('add_usual', 'BZ2.1'),
    ]);
    expect(groups.map(({ kind, node, steps }) => [kind, node, steps.length])).toEqual([
      ['place_standards', undefined, 1],
      ['write_standard', 'BZ2.1', 2],
      ['write_standard', 'CP1.2', 1],
      ['add_usual', 'BZ2.1', 1],
    ]);
  });
});
