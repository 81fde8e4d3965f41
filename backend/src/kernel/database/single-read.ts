import { escapeLiteral, type ClientBase, type QueryResult } from 'pg';
import { QueryFailedError, type DataSource } from 'typeorm';
import { ProblemError } from '../problems/problem-error';
import { sha256Of } from '../sha256';
import { entering, refusalOf, requireRole, type TransactionScope } from './entering';
import { UnpreparedClient } from './unprepared-client';

/** What a statement can be given: everything else has no one text. */
export type PlainValue = string | number | Buffer | null;

/** Which statements a connection has prepared; they are few and written in the code. */
const prepared = new WeakMap<ClientBase, Set<string>>();

/**
 * One statement in a transaction of its own that may not write, in one message: PostgreSQL runs what stands in one
 * message as one transaction, which a failure anywhere in it undoes. `text` must be a constant of the code: each
 * different one stays prepared for the life of the connection.
 * @throws QueryFailedError like every query of TypeORM
 */
export async function readSingle<Row>(
  dataSource: DataSource,
  scope: TransactionScope,
  text: string,
  values: readonly PlainValue[],
): Promise<Row[]> {
  const enter = entering(scope, 'read');
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as ClientBase;
    // Through a pooler of transactions no statement stays prepared.
    const read =
      client instanceof UnpreparedClient
        ? written(text, values)
        : await preparedCall(client, text, values);
    const results: unknown = await client.query(`SET TRANSACTION READ ONLY;${enter};${read}`);
    const [, entered, found] = results as readonly QueryResult[];
    requireRole(scope, entered);
    return (found?.rows ?? []) as Row[];
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== null) throw refusal;
    if (error instanceof ProblemError || !(error instanceof Error)) throw error;
    throw new QueryFailedError(text, [...values], error);
  } finally {
    await runner.release();
  }
}

/** @returns the statement that runs `text`, which this connection has prepared */
async function preparedCall(
  client: ClientBase,
  text: string,
  values: readonly PlainValue[],
): Promise<string> {
  const names = prepared.get(client) ?? new Set();
  prepared.set(client, names);
  const name = nameOf(text);
  if (!names.has(name)) {
    await client.query(`PREPARE ${name} AS ${text}`);
    names.add(name);
  }
  return values.length > 0 ? `EXECUTE ${name}(${values.map(literal).join()})` : `EXECUTE ${name}`;
}

/** The statement with its values in the places of `$1`, `$2`, …. */
function written(text: string, values: readonly PlainValue[]): string {
  return text.replaceAll(/\$(\d+)/g, (_, place: string) => literal(values[Number(place) - 1]));
}

const namesOfTexts = new Map<string, string>();

function nameOf(text: string): string {
  let name = namesOfTexts.get(text);
  if (name === undefined) {
    name = `liangxing_${sha256Of(text).slice(0, 40)}`;
    namesOfTexts.set(text, name);
  }
  return name;
}

function literal(value: PlainValue | undefined): string {
  if (value === undefined) throw new Error('a statement lacks one of its values');
  if (value === null) return 'NULL';
  if (Buffer.isBuffer(value)) return escapeLiteral(`\\x${value.toString('hex')}`);
  const text = String(value);
  // The message ends with a NUL: what holds one would end it.
  if (text.includes('\0') || (typeof value === 'number' && !Number.isFinite(value)))
    throw new ProblemError('malformed_request');
  return escapeLiteral(text);
}
