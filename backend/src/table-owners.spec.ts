import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = import.meta.dirname;

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) =>
    name.endsWith('.ts') &&
    !name.endsWith('.spec.ts') &&
    !/^(migrations|attacks|sample)\/|(^|\/)testing\//.test(name),
);
const textOf = (name: string): string => readFileSync(join(root, name), 'utf8');

/** Table → room, by where its entity stands. */
const owners = new Map(
  files
    .filter((name) => name.endsWith('.entity.ts'))
    .map((name) => [
      /@Entity\('(\w+)'\)/.exec(textOf(name))?.[1] ?? name,
      relative('.', dirname(dirname(name))),
    ]),
);

const WRITE = /\b(?:INSERT INTO|UPDATE|DELETE FROM|MERGE INTO)\s+(?:ONLY\s+)?"?([a-z_]+)"?/g;

const foreignWrites = files.flatMap((name) =>
  [...textOf(name).matchAll(WRITE)].flatMap(([, table = '']) => {
    const owner = owners.get(table);
    return owner === undefined || name.startsWith(`${owner}/`) ? [] : [`${name} → ${table}`];
  }),
);

describe('tables', () => {
  it('have an owner each', () => {
    expect(owners.size).toBeGreaterThan(50);
    for (const owner of owners.values()) expect(owner).toMatch(/^(features|kernel)\/\w+$/);
  });

  it('are written by their owner alone', () => {
    expect(foreignWrites).toEqual([]);
  });
});
