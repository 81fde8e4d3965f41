import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = import.meta.dirname;

/** Written from another room for now, each with the reason. */
const exceptions: readonly string[] = [
  // The register's bin puts back what hung on a standard; set-based over its own rows.
  'features/standards/bin.repository.ts → evidence_standard_links',
  'features/standards/bin.repository.ts → standard_drafts',
  'features/standards/bin.repository.ts → system_places',
  // What a check found of each line of the register.
  'features/catalogue/currency.repository.ts → standards',
];

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) =>
    name.endsWith('.ts') &&
    !name.endsWith('.spec.ts') &&
    !/^(migrations|testing|attacks|sample)\//.test(name),
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
    expect([...new Set(foreignWrites)].sort()).toEqual([...exceptions].sort());
  });
});
