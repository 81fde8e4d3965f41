import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What ships but the kernel, which is the way to the database, and migrations. A repository runs statements; texts that
 * several of them share, or that a measurement runs as well, stand in `*.sql.ts`, which runs nothing.
 */
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (name) =>
    name.endsWith('.ts') &&
    !name.endsWith('.spec.ts') &&
    !/^(kernel|migrations)\/|(^|\/)(testing|attacks)\//.test(name),
);

const STATEMENT = /\bSELECT\s|\bINSERT INTO\b|\bDELETE FROM\b|\bUPDATE \w+( \w+)?\s+SET\b/;
const RUNS_SQL = /\.query(<[^(]*>)?\(|\b(queryRows|queryJson|readSingle)(<[^(]*>)?\(/;
const TOUCHES_ROWS =
  /\bmanager\s*\.(find\w*|insert|update|delete|save|upsert|count\w*|exists\w*|maximum|createQueryBuilder)\b|\bgetRepository\b|\bInjectRepository\b/;

/** Files whose text says so and whose name does not end so. */
function outside(says: RegExp, ...endings: readonly string[]): string[] {
  return files
    .filter((name) => says.test(readFileSync(join(import.meta.dirname, name), 'utf8')))
    .filter((name) => !endings.some((ending) => name.endsWith(ending)));
}

describe('rows', () => {
  it('are read and written in repositories alone', () => {
    expect(outside(TOUCHES_ROWS).length).toBeGreaterThan(20);
    expect(outside(TOUCHES_ROWS, '.repository.ts')).toEqual([]);
  });

  it('are asked for by SQL in repositories alone', () => {
    expect(outside(RUNS_SQL).length).toBeGreaterThan(20);
    expect(outside(RUNS_SQL, '.repository.ts')).toEqual([]);
  });

  it('are named in statements in repositories, and in texts that run nothing', () => {
    expect(outside(STATEMENT).length).toBeGreaterThan(20);
    expect(outside(STATEMENT, '.repository.ts', '.sql.ts')).toEqual([]);
  });
});
