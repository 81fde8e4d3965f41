import { join } from 'node:path';
import { circleIn, importGraph, roomGraph } from '../../.ci/import-graph';

const graph = importGraph(import.meta.dirname);
const libraries = importGraph(join(import.meta.dirname, '../../libs'));
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

describe('imports of libraries', () => {
  it('lead from no file back to itself, those of types neither', () => {
    expect(libraries.get('contracts/src/areas.ts')).toContain('contracts/src/permission-names.ts');
    expect(circleIn(libraries)).toBeNull();
  });

  it('lead from no library back to itself', () => {
    const libraryOf = (file: string): string => file.split('/')[0] ?? '';
    const rooms = roomGraph(libraries, libraryOf);
    expect(rooms.get('dossier')).toContain('scoring');
    expect(circleIn(rooms)).toBeNull();
  });
});
