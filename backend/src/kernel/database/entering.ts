import type { AnyRole, ErrorCode, OrganizationState } from '@liangxing/contracts';
import type { QueryResult } from 'pg';
import { QueryFailedError } from 'typeorm';
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
 * What a person enters an organization for. One that is not open lets its people `read` where it is suspended or closing,
 * and only `apply` where it was never opened: what they do about the organization itself, however it stands.
 */
export type EntryPurpose = 'read' | 'write' | 'apply';

/**
 * The statement that proves who enters and says whose rows the transaction sees. Ids are interpolated because it shares
 * a message with others, and those have no parameters: anything but a uuid is refused first.
 * @param otherwise what the person comes for, where the scope does not say it
 */
export function entering(scope: TransactionScope, otherwise: EntryPurpose): string {
  const { organizationId, userId, actingId = organizationId, sessionId = '' } = scope;
  const { purpose = otherwise } = scope;
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

const REFUSALS = {
  waiting: 'organization_waiting',
  refused: 'organization_refused',
  suspended: 'organization_suspended',
  closing: 'organization_closing',
  second_factor_required: 'second_factor_required',
} as const satisfies Readonly<
  Partial<Record<OrganizationState | 'second_factor_required', ErrorCode>>
>;

/** The message of the refusal is the state of the organization, or what it asks of whoever enters. */
function refusalIn(cause: unknown): ErrorCode {
  const state = cause instanceof Error ? cause.message : '';
  return state in REFUSALS ? REFUSALS[state as keyof typeof REFUSALS] : 'forbidden';
}

const INSUFFICIENT_PRIVILEGE = '42501';

/** Whether row-level security refused a row; a right that is missing is our fault. */
export function isRefusedRow(error: unknown): boolean {
  const isRefused = codeOf(error) === INSUFFICIENT_PRIVILEGE;
  return isRefused && String(causeOf(error)).includes('row-level security');
}

/** Of PostgreSQL. */
export function codeOf(error: unknown): unknown {
  const cause = causeOf(error);
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
}

function causeOf(error: unknown): unknown {
  return error instanceof QueryFailedError ? error.driverError : error;
}
