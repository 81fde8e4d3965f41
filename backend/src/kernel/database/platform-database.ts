import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { readSingle, type PlainValue } from './single-read';
import { runInTransaction } from './transaction';

/**
 * What lies outside every tenant: users, sessions, published schemes, and a person's own memberships.
 * No tenant row is visible here.
 */
@Injectable()
export class PlatformDatabase {
  constructor(private readonly dataSource: DataSource) {}

  /** Single statements without a transaction, on tables that belong to no tenant. */
  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /**
   * Ids that one of the narrow functions for housekeeping names.
   * @param call a constant of the code, like `app.organization_ids()`
   */
  async organizations(call: `app.${string}()`): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(`SELECT ${call} AS id`);
    return rows.map(({ id }) => id);
  }

  /** One statement of a constant text in a person's name, in one round trip; every write is refused. */
  readSingle<Row>(userId: string, sql: string, parameters: readonly PlainValue[]): Promise<Row[]> {
    return readSingle<Row>(this.dataSource, { organizationId: '', userId }, sql, parameters);
  }

  /** One transaction; with a user's id that person's memberships are readable. */
  transaction<T>(userId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return runInTransaction(this.dataSource, { organizationId: '', userId }, 'read write', work);
  }
}
