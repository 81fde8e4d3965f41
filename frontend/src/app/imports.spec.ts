import { dirname } from 'node:path';
import { circleIn, importGraph, roomGraph } from '../../../.ci/import-graph';

const files = importGraph(__dirname);

/** `features/gaps`, `core/session`, `shell`. */
function roomOf(file: string): string {
  const [first = '', second = ''] = dirname(file).split('/');
  return ['core', 'features'].includes(first) ? `${first}/${second}` : first;
}

describe('imports', () => {
  it('lead from no file back to itself', () => {
    expect(circleIn(files)).toBeNull();
  });

  it('lead from no room back to itself', () => {
    expect(circleIn(roomGraph(files, roomOf))).toBeNull();
  });
});
