import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** What each file or room imports. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** Files of libraries by the names that they are imported by. */
function librariesOf(folder: string): ReadonlyMap<string, string> {
  const config = ts.findConfigFile(folder, existsSync, 'tsconfig.base.json') ?? '';
  const { paths = {} } = ts.parseConfigFileTextToJson(config, readFileSync(config, 'utf8')).config
    .compilerOptions;
  return new Map(
    Object.entries(paths as Record<string, string[]>).map(([name, [file = '']]) => [
      name,
      resolve(dirname(config), file),
    ]),
  );
}

/** The file that an import names, also by the name of a library; undefined where it is a package's. */
function fileOf(
  importer: string,
  name: string,
  libraries: ReadonlyMap<string, string>,
): string | undefined {
  if (libraries.has(name)) return libraries.get(name);
  if (!name.startsWith('.')) return undefined;
  const path = resolve(dirname(importer), name);
  return [`${path}.ts`, join(path, 'index.ts')].find((file) => existsSync(file));
}

/** Imports between the files below a folder, those of types too; what lies outside is left out. Paths from there. */
export function importGraph(root: string): ImportGraph {
  const libraries = librariesOf(root);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => name.endsWith('.ts'))
      .map((name) => {
        const file = join(root, name);
        const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
        const imported = importedFiles.flatMap(
          ({ fileName }) => fileOf(file, fileName, libraries) ?? [],
        );
        const paths = imported.map((path) => relative(root, path));
        return [name, new Set(paths.filter((path) => !path.startsWith('..')))];
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
