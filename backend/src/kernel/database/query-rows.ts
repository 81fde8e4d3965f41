import type { EntityManager } from 'typeorm';

/** Rows of a statement. TypeORM answers UPDATE and DELETE with `[rows, count]`, everything else with the rows. */
export async function queryRows<Row>(
  manager: Pick<EntityManager, 'query'>,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const result: unknown = await manager.query(sql, [...parameters]);
  if (!Array.isArray(result)) return [];
  const [first, second]: unknown[] = result;
  const isCounted = result.length === 2 && Array.isArray(first) && typeof second === 'number';
  return (isCounted ? first : result) as Row[];
}
