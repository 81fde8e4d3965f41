import type { EntityManager, EntityTarget, FindOptionsWhere, InsertResult } from 'typeorm';
import type { Accounts } from './accounts-of-names';

/** A row of the table that holds them, which stands in the room of the document. */
interface AccountRow {
  readonly organizationId: string;
  readonly place: string | number;
  readonly userId: string;
}

/** TypeORM does not see that rows of some table are rows of this one. */
type Insert = (table: EntityTarget<AccountRow>, rows: readonly object[]) => Promise<InsertResult>;

/**
 * Puts accounts in place of those beside the names of a document, whose row the caller has written and so holds.
 * @param document its key in the table of accounts
 */
export async function keepAccounts<Row extends AccountRow>(
  manager: EntityManager,
  table: EntityTarget<Row>,
  document: Omit<Row, 'place' | 'userId'>,
  accounts: Accounts,
): Promise<void> {
  await manager.delete(table, document as FindOptionsWhere<Row>);
  const rows = Object.entries(accounts).map(([place, userId]) => ({ ...document, place, userId }));
  const insert: Insert = (into, values) => manager.insert(into, [...values] as never);
  if (rows.length > 0) await insert(table, rows);
}

/** Accounts of documents by what `documentOf` takes for their key. */
export async function accountsOf<Row extends AccountRow>(
  manager: EntityManager,
  table: EntityTarget<Row>,
  where: FindOptionsWhere<Row>,
  documentOf: (row: Row) => string,
): Promise<(document: string) => Accounts> {
  const byDocument = new Map<string, Record<string, string>>();
  for (const row of await manager.findBy(table, where)) {
    const accounts = byDocument.get(documentOf(row)) ?? {};
    byDocument.set(documentOf(row), { ...accounts, [row.place]: row.userId });
  }
  return (document) => byDocument.get(document) ?? {};
}
