import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { readSingle, type PlainValue } from './single-read';
import type { TransactionScope } from './entering';
import { runInTransaction } from './transaction';

/** The only way to a tenant's rows: a short transaction that says for whom it is. */
@Injectable()
export class TenantDatabase {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One transaction that may write. No mail, PDF, HTTP or file work inside: after a deadlock or a serialization
   * failure `work` runs again from its beginning. Whoever is named with a role is a member in that role, or is refused.
   */
  async transaction<T>(
    context: TransactionScope,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    this.requireTenant(context);
    return runInTransaction(this.dataSource, context, 'read write', work);
  }

  /** One transaction of somebody who is no member when it begins: what the link of a mail lets them do, as become one. */
  async transactionOfNewcomer<T>(
    { organizationId, userId }: TransactionScope,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const context = { organizationId, userId };
    this.requireTenant(context);
    return runInTransaction(this.dataSource, context, 'read write', work);
  }

  /** One transaction in which the database refuses every write. */
  async read<T>(
    context: TransactionScope,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    this.requireTenant(context);
    return runInTransaction(this.dataSource, context, 'read only', work);
  }

  /** A read whose statements all see one instant: what is frozen or judged as a whole must not mix versions. */
  async readOneInstant<T>(
    context: TransactionScope,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    this.requireTenant(context);
    return runInTransaction(this.dataSource, context, 'read of one instant', work);
  }

  /**
   * One statement in a transaction of its own in which every write is refused: a single round trip where `read` needs
   * three. `sql` is prepared and kept per connection, so it is a constant of the code, never put together from input.
   */
  async readSingle<Row>(
    context: TransactionScope,
    sql: string,
    parameters: readonly PlainValue[],
  ): Promise<Row[]> {
    this.requireTenant(context);
    return readSingle<Row>(this.dataSource, context, sql, parameters);
  }

  private requireTenant(context: TransactionScope): void {
    if (context.organizationId === '')
      throw new Error('a tenant transaction needs an organization');
  }
}
