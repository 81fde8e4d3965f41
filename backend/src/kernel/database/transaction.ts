import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Client } from 'pg';

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** For whom row-level security lets rows through; an empty id lets none through. */
export interface TransactionScope {
  readonly organizationId: string;
  readonly userId: string;
}

export type TransactionMode = 'read only' | 'read write';

/** COMMIT of a transaction in which a statement failed is a rollback: the work must not look done. */
export class TransactionAbortedError extends Error {
  constructor() {
    super('a statement failed inside the transaction and its error was swallowed');
  }
}

/**
 * BEGIN and both settings travel in one message of the simple protocol, so a read costs three round trips at most.
 * Ids are interpolated because that protocol has no parameters: anything but a uuid is refused first.
 */
function opening(scope: TransactionScope, mode: TransactionMode): string {
  for (const id of [scope.organizationId, scope.userId])
    if (id !== '' && !isUuid(id)) throw new Error('a transaction scope holds uuids only');
  return (
    `BEGIN ${mode === 'read only' ? 'READ ONLY' : 'READ WRITE'};` +
    `SELECT set_config('app.organization_id','${scope.organizationId}',true),` +
    `set_config('app.user_id','${scope.userId}',true)`
  );
}

/** Runs `work` in one transaction of its own connection; commits when it resolves, rolls back when it throws. */
export async function runInTransaction<T>(
  dataSource: DataSource,
  scope: TransactionScope,
  mode: TransactionMode,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const begin = opening(scope, mode);
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as Client;
    await client.query(begin);
    markOpen(runner);
    try {
      const result = await work(runner.manager);
      const { command } = await client.query('COMMIT');
      if (command !== 'COMMIT') throw new TransactionAbortedError();
      return result;
    } catch (error) {
      // After a failed COMMIT or a lost connection there is nothing to roll back; the first error counts.
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}

/** Tells TypeORM that a transaction is open: `save` opens none of its own, `manager.transaction` makes a savepoint. */
function markOpen(runner: QueryRunner): void {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}
