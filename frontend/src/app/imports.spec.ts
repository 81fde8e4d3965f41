import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const root = __dirname;

/** The file that an import names; undefined where it is a package's. */
function fileOf(importer: string, name: string): string | undefined {
  if (!name.startsWith('.')) return undefined;
  const path = resolve(dirname(importer), name);
  return [`${path}.ts`, join(path, 'index.ts')].find((file) => existsSync(file));
}

function importsOf(file: string): ReadonlySet<string> {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return new Set(importedFiles.flatMap(({ fileName }) => fileOf(file, fileName) ?? []));
}

const files: Graph = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [join(root, file), importsOf(join(root, file))]),
);

/** `features/gaps`, `core/session`, `shell`. */
function roomOf(file: string): string {
  const [first = '', second = ''] = relative(root, dirname(file)).split('/');
  return ['core', 'features'].includes(first) ? `${first}/${second}` : first;
}

function roomsOf(graph: Graph): Graph {
  const rooms = new Map<string, Set<string>>();
  for (const [file, imported] of graph) {
    const room = roomOf(file);
    const others = [...imported].map(roomOf).filter((other) => other !== room);
    rooms.set(room, new Set([...(rooms.get(room) ?? []), ...others]));
  }
  return rooms;
}

/** The first way that leads back to where it began, from the root of the application; null: there is none. */
function circleIn(graph: Graph): readonly string[] | null {
  const done = new Set<string>();
  const walk = (way: readonly string[]): readonly string[] | null => {
    const here = way.at(-1) ?? '';
    if (way.indexOf(here) < way.length - 1) return way.slice(way.indexOf(here));
    if (done.has(here)) return null;
    for (const next of graph.get(here) ?? []) {
      const circle = walk([...way, next]);
      if (circle) return circle;
    }
    done.add(here);
    return null;
  };
  for (const start of graph.keys()) {
    const circle = walk([start]);
    if (circle) return circle.map((path) => (path.startsWith('/') ? relative(root, path) : path));
  }
  return null;
}

describe('imports', () => {
  it('lead from no file back to itself', () => {
    expect(circleIn(files)).toBeNull();
  });

  it('lead from no room back to itself', () => {
    expect(circleIn(roomsOf(files))).toBeNull();
  });
});
