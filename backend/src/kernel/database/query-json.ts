import type { EntityManager } from 'typeorm';
import { queryRows } from './query-rows';

/** Rows as one text, for a thread to parse: the thread that answers people only passes it on. */
export interface JsonRows {
  /** An array of objects, in the order of the statement. */
  readonly text: string;
  readonly rows: number;
}

/** @param sql a SELECT; its columns become the properties, days and instants as JSON texts */
export async function queryJson(
  manager: Pick<EntityManager, 'query'>,
  sql: string,
  parameters: readonly unknown[],
): Promise<JsonRows> {
  const [row] = await queryRows<JsonRows>(
    manager,
    `SELECT coalesce(json_agg(r), '[]')::text AS text, count(*)::int AS rows FROM (${sql}) r`,
    parameters,
  );
  return row ?? { text: '[]', rows: 0 };
}
