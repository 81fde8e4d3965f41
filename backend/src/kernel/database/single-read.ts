import type { ClientBase } from 'pg';
import { QueryFailedError, type DataSource } from 'typeorm';
import { sha256Of } from '../sha256';
import { refusalOf, opening, requireRole, type TransactionScope } from './transaction';

const names = new Map<string, string>();

/** Equal for equal statements only, as pg demands of prepared statements; those are few and written in the code. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `liangxing_${sha256Of(text).slice(0, 40)}`;
    names.set(text, name);
  }
  return name;
}

/**
 * One statement in a transaction of its own that may not write, in one round trip: its three messages are sent without
 * waiting between them (`pipeline` of the pool). Where the first fails the others do nothing, for the transaction is
 * broken. `text` must be a constant of the code: each different one stays prepared for the life of the connection.
 * @throws QueryFailedError like every query of TypeORM
 */
export async function readSingle<Row>(
  dataSource: DataSource,
  scope: TransactionScope,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const begin = opening(scope, 'read only');
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as ClientBase;
    const sent = [
      client.query(begin),
      client.query({ name: nameOf(text), text, values: [...values] }),
      client.query('COMMIT'),
    ] as const;
    // All are answered before the connection is given back; what failed first is the cause of what follows.
    await Promise.allSettled(sent);
    const [opened, read] = await Promise.all(sent);
    requireRole(scope, opened);
    return read.rows as Row[];
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== null) throw refusal;
    throw error instanceof Error ? new QueryFailedError(text, [...values], error) : error;
  } finally {
    await runner.release();
  }
}
