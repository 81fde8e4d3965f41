import { createHash } from 'node:crypto';
import pg from 'pg';
import { QueryFailedError, type DataSource } from 'typeorm';
import { type TransactionScope } from './transaction';
import { isUuid } from './uuid';

/** A connection as pg hands it to what it sends; only what is used here. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  bind(message: { readonly statement: string; readonly values: readonly string[] }): void;
  describe(message: { readonly type: 'P'; readonly name: string }): void;
  execute(message: { readonly portal: string }): void;
}
type Rows = pg.QueryResult<Record<string, unknown>>;

/** Settings of the transaction only, the refusal of every write among them. */
const SCOPE = {
  name: 'liangxing_scope',
  text: `SELECT set_config('transaction_read_only', 'on', true),
    set_config('app.organization_id', $1, true), set_config('app.user_id', $2, true)`,
};
/** Connections that know the scope's statement. */
const prepared = new WeakSet<pg.ClientBase>();
const names = new Map<string, string>();

/** Equal for equal statements only, as pg demands of prepared statements; those are few and written in the code. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `liangxing_${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
    names.set(text, name);
  }
  return name;
}

/**
 * Scope and statement with one Sync behind both: the server runs them as one transaction and ends it there. Where the
 * scope fails, it skips the statement.
 */
function send(
  client: pg.ClientBase,
  scope: readonly string[],
  text: string,
  values: readonly unknown[],
): Promise<readonly Rows[]> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null | undefined, results: unknown): void => {
      if (error) reject(error);
      else resolve(results as readonly Rows[]);
    };
    const query = new pg.Query({ name: nameOf(text), text, values: [...values] }, done);
    const submit = query.submit.bind(query);
    query.submit = (connection) => {
      const wire = connection as unknown as Wire;
      wire.stream.cork();
      try {
        wire.bind({ statement: SCOPE.name, values: scope });
        wire.describe({ type: 'P', name: '' });
        wire.execute({ portal: '' });
        return submit(connection);
      } finally {
        wire.stream.uncork();
      }
    };
    client.query(query);
  });
}

/**
 * One statement in a transaction of its own that may not write, in one round trip; prepared once per connection.
 * `text` must be a constant of the code: each different one stays prepared for the life of the connection.
 * @throws QueryFailedError like every query of TypeORM
 */
export async function readSingle<Row>(
  dataSource: DataSource,
  scope: TransactionScope,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const ids = [scope.organizationId, scope.userId];
  for (const id of ids)
    if (id !== '' && !isUuid(id)) throw new Error('a transaction scope holds uuids only');
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as pg.ClientBase;
    if (!prepared.has(client)) {
      await client.query({ ...SCOPE, values: ids });
      prepared.add(client);
    }
    const [, read] = await send(client, ids, text, values);
    return (read?.rows ?? []) as Row[];
  } catch (error) {
    if (error instanceof Error) throw new QueryFailedError(text, [...values], error);
    throw error;
  } finally {
    await runner.release();
  }
}
