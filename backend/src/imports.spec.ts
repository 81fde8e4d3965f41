import { circleIn, importGraph, roomGraph } from '../../.ci/import-graph';

const graph = importGraph(import.meta.dirname);
/** What ships; tests may look everywhere. */
const shipped = new Map(
  [...graph].filter(([file]) => !/\.spec\.ts$|(^|\/)(testing|attacks)\//.test(file)),
);

/** `features/evidence`, `kernel`, `migrations`; what stands at the top puts the rooms together. */
function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  if (first === 'features') return `${first}/${second}`;
  return second === '' ? file : first;
}

describe('imports', () => {
  it('lead from no file back to itself', () => {
    expect(circleIn(shipped)).toBeNull();
  });

  it('lead from no room back to itself', () => {
    expect(circleIn(roomGraph(shipped, roomOf))).toBeNull();
  });
});
