import { type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import { CreatingRequest } from '../idempotency/creating-request';
import type { ProblemError } from '../problems/problem-error';
import {
  codeOf,
  entering,
  isRefusedRow,
  refusalOf,
  requireRole,
  type TransactionScope,
} from './entering';

/** `read of one instant`: every statement sees the rows of the same moment, whatever others write in between. */
type TransactionMode = 'read only' | 'read of one instant' | 'read write';

const modeClauses: Readonly<Record<TransactionMode, string>> = {
  'read only': 'READ ONLY',
  'read of one instant': 'ISOLATION LEVEL REPEATABLE READ READ ONLY',
  'read write': 'READ WRITE',
};

/** COMMIT of a transaction in which a statement failed is a rollback: the work must not look done. */
class TransactionAbortedError extends Error {
  constructor() {
    super('a statement failed inside the transaction and its error was swallowed');
  }
}

/** BEGIN and the proof of who enters travel in one message. */
function opening(scope: TransactionScope, mode: TransactionMode): string {
  return `BEGIN ${modeClauses[mode]};${entering(scope, mode === 'read write' ? 'write' : 'read')}`;
}

/**
 * Runs `work` in one transaction of its own connection; commits when it resolves, rolls back when it throws. Where the
 * database broke the transaction off in favour of another one, `work` runs again from its beginning in a new one, so
 * that it must do nothing outside of the database.
 */
export async function runInTransaction<T>(
  dataSource: DataSource,
  scope: TransactionScope,
  mode: TransactionMode,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(dataSource, scope, mode, work);
    } catch (error) {
      if (attempt === mostAttempts || !isBrokenOff(error)) throw error;
      // Those who met must not meet again in the same step.
      await setTimeout(attempt * (10 + Math.random() * 40));
    }
  }
}

const mostAttempts = 3;

/** Serialization failure or deadlock: nothing is wrong with the work itself. */
function isBrokenOff(error: unknown): boolean {
  return ['40001', '40P01'].includes(String(codeOf(error)));
}

async function runOnce<T>(
  dataSource: DataSource,
  scope: TransactionScope,
  mode: TransactionMode,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const begin = opening(scope, mode);
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as Client;
    const creating = mode === 'read write' ? CreatingRequest.current() : undefined;
    let hasKey = false;
    try {
      // BEGIN may have come through where what follows in the same message has not.
      const opened: unknown = await client.query(begin);
      markOpen(runner);
      requireRole(scope, opened);
      hasKey = (await creating?.take(client, scope.userId)) ?? false;
      const result = await work(runner.manager);
      const { command } = await client.query('COMMIT');
      if (command !== 'COMMIT') throw new TransactionAbortedError();
      return result;
    } catch (error) {
      if (hasKey) creating?.giveBack();
      // After a failed COMMIT or a lost connection there is nothing to roll back; the first error counts.
      await client.query('ROLLBACK').catch(() => undefined);
      throw refusalOf(error) ?? (await refusalToWrite(client, scope, error)) ?? error;
    }
  } finally {
    await runner.release();
  }
}

/**
 * Whoever only reads an organization that is suspended can write no row of it: whether that is why one was refused says the
 * database, asked to let the person in for writing.
 */
async function refusalToWrite(
  client: Client,
  scope: TransactionScope,
  error: unknown,
): Promise<ProblemError | null> {
  if (!isRefusedRow(error)) return null;
  const refusal = await client
    .query(`BEGIN READ ONLY;${entering({ ...scope, purpose: 'write' }, 'write')}`)
    .then(() => null, refusalOf);
  await client.query('ROLLBACK').catch(() => undefined);
  return refusal;
}

/** Tells TypeORM that a transaction is open: `save` opens none of its own, `manager.transaction` makes a savepoint. */
function markOpen(runner: QueryRunner): void {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}
