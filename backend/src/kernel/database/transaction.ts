import type { AnyRole, ErrorCode } from '@liangxing/contracts';
import { QueryFailedError, type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { setTimeout } from 'node:timers/promises';
import type { Client, QueryResult } from 'pg';
import { CreatingRequest } from '../idempotency/creating-request';
import { notFound, ProblemError } from '../problems/problem-error';
import { isUuid } from './uuid';

/** For whom row-level security lets rows through; an empty id lets none through. */
export interface TransactionScope {
  readonly organizationId: string;
  readonly userId: string;
  /** In which the person asks, where one does. */
  readonly sessionId?: string | undefined;
  /** The organization that acts, where it is another one: by a grant. */
  readonly actingId?: string | undefined;
  /** What the person is in the organization that acts as far as the process remembers; the transaction goes by the table. */
  readonly role?: AnyRole | undefined;
  /** What the person comes for; without it, what the transaction allows. */
  readonly purpose?: EntryPurpose | undefined;
}

/**
 * What a person enters an organization for. One that is not open lets its people `read` where it is suspended, and only
 * `apply` where it was never opened.
 */
export type EntryPurpose = 'read' | 'write' | 'apply';

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
  return `BEGIN ${modeClauses[mode]};${entering(scope, mode)}`;
}

/**
 * The statement that proves who enters and says whose rows the transaction sees. Ids are interpolated because it shares
 * a message with others, and those have no parameters: anything but a uuid is refused first.
 */
export function entering(scope: TransactionScope, mode: TransactionMode): string {
  const { organizationId, userId, actingId = organizationId, sessionId = '' } = scope;
  const { purpose = mode === 'read write' ? 'write' : 'read' } = scope;
  for (const id of [organizationId, userId, actingId, sessionId])
    if (id !== '' && !isUuid(id)) throw new Error('a transaction scope holds uuids only');
  if (!hasMember(scope))
    return `SELECT set_config('app.organization_id','${organizationId}',true),set_config('app.user_id','${userId}',true)`;
  const session = sessionId === '' ? 'NULL' : `'${sessionId}'`;
  return `SELECT app.enter('${userId}','${organizationId}','${actingId}',${session},'${purpose}') AS role`;
}

/** A job works without a person, or for one whose role does not matter any more. */
function hasMember({ role, userId }: TransactionScope): boolean {
  return role !== undefined && userId !== '';
}

/** Who is something else by now than the process remembers does nothing more. */
export function requireRole(scope: TransactionScope, opened: unknown): void {
  if (!hasMember(scope)) return;
  const results = [opened].flat() as readonly QueryResult<{ role: AnyRole }>[];
  if (results.at(-1)?.rows[0]?.role !== scope.role) throw new ProblemError('forbidden');
}

/**
 * What `app.enter` refuses: the session has ended, the organization is not open, or neither a membership nor a grant
 * leads to these data (any more).
 */
export function refusalOf(error: unknown): ProblemError | null {
  const code = codeOf(error);
  if (code === 'LX401') return new ProblemError('not_signed_in');
  if (code === 'LX403') return new ProblemError(refusalIn(causeOf(error)));
  return code === 'LX404' ? notFound() : null;
}

/** The message of the refusal is the state of the organization. */
function refusalIn(cause: unknown): ErrorCode {
  const state = cause instanceof Error ? cause.message : '';
  if (state === 'waiting' || state === 'refused' || state === 'suspended')
    return `organization_${state}`;
  return 'forbidden';
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

function causeOf(error: unknown): unknown {
  return error instanceof QueryFailedError ? error.driverError : error;
}

function codeOf(error: unknown): unknown {
  const cause = causeOf(error);
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
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
      throw refusalOf(error) ?? error;
    }
  } finally {
    await runner.release();
  }
}

/** Tells TypeORM that a transaction is open: `save` opens none of its own, `manager.transaction` makes a savepoint. */
function markOpen(runner: QueryRunner): void {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}
