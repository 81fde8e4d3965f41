import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** What each file or room imports. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** The file that an import names; undefined where it is a package's. */
function fileOf(importer: string, name: string): string | undefined {
  if (!name.startsWith('.')) return undefined;
  const path = resolve(dirname(importer), name);
  return [`${path}.ts`, join(path, 'index.ts')].find((file) => existsSync(file));
}

/** Imports between the files below a folder, those of types too; paths from there. */
export function importGraph(root: string): ImportGraph {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => name.endsWith('.ts'))
      .map((name) => {
        const file = join(root, name);
        const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
        const imported = importedFiles.flatMap(({ fileName }) => fileOf(file, fileName) ?? []);
        return [name, new Set(imported.map((path) => relative(root, path)))];
      }),
  );
}

/** Imports between the rooms in which files lie. */
export function roomGraph(graph: ImportGraph, roomOf: (file: string) => string): ImportGraph {
  const rooms = new Map<string, Set<string>>();
  for (const [file, imported] of graph) {
    const room = roomOf(file);
    const others = [...imported].map(roomOf).filter((other) => other !== room);
    rooms.set(room, new Set([...(rooms.get(room) ?? []), ...others]));
  }
  return rooms;
}

/** The first way that leads back to where it began; null: there is none. */
export function circleIn(graph: ImportGraph): readonly string[] | null {
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
    if (circle) return circle;
  }
  return null;
}
