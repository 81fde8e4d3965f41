import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What ships of the rooms; a repository that enters as a person to read opens nothing that others would join. */
const files = readdirSync(join(import.meta.dirname, 'features'), {
  recursive: true,
  encoding: 'utf8',
}).filter(
  (name) =>
    name.endsWith('.ts') && !/\.(spec|repository)\.ts$/.test(name) && !/(^|\/)testing\//.test(name),
);

const OPENS_TRANSACTION = /\.transaction(OfNewcomer)?(<[^(]*>)?\(/;
const USE_CASE = /^[^/]+\/use-cases\/[^/]+\.ts$/;

describe('what is done in one transaction', () => {
  it('is a use case, in the folder of its feature', () => {
    const opening = files.filter((name) =>
      OPENS_TRANSACTION.test(readFileSync(join(import.meta.dirname, 'features', name), 'utf8')),
    );
    expect(opening.length).toBeGreaterThan(50);
    expect(opening.filter((name) => !USE_CASE.test(name))).toEqual([]);
  });

  it('stands in no folder of a part of it', () => {
    const deeper = files.filter((name) => name.includes('use-cases/') && !USE_CASE.test(name));
    expect(deeper).toEqual([]);
  });
});
