import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../kernel';

/** What stays known of an organization that is gone. */
interface DeletedOrganization {
  readonly kind: string;
  readonly name: string;
  readonly closedAt: Date;
  readonly closedByName: string;
}

/** SQL: an organization is closed, restored and deleted by functions of the database, inside of its own tenant. */
@Injectable()
export class ClosingRepository {
  /** @returns the version that it has now; null where another one is stored, or it is closed already */
  close(manager: EntityManager, expected: number, personName: string): Promise<number | null> {
    return reached(manager, 'SELECT app.close_organization($1, $2) AS version', [
      expected,
      personName,
    ]);
  }

  /** @returns as `close`; null too where its time is over */
  restore(manager: EntityManager, expected: number): Promise<number | null> {
    return reached(manager, 'SELECT app.restore_organization($1) AS version', [expected]);
  }

  /** Nobody enters or restores it from here on. @returns false where it is not its time (any more) */
  async beginDeletion(manager: EntityManager): Promise<boolean> {
    const [row] = await queryRows<{ begun: boolean }>(
      manager,
      'SELECT app.begin_deletion() AS begun',
      [],
    );
    return row?.begun === true;
  }

  /**
   * Takes away some rows of one table.
   * @returns how many; 0 once all are gone but the organization itself and what its objects of the store are swept by
   */
  async deleteSome(manager: EntityManager, most: number): Promise<number> {
    const [row] = await queryRows<{ gone: string }>(manager, 'SELECT app.delete_some($1) AS gone', [
      most,
    ]);
    return Number(row?.gone ?? 0);
  }

  /** Who worked for whom by a consultancy that is gone, once it is three years ago. */
  async forgetDeparted(manager: EntityManager): Promise<void> {
    await manager.query('SELECT app.forget_departed_relations()');
  }

  /** @returns null while the store still holds something of it */
  async endDeletion(manager: EntityManager): Promise<DeletedOrganization | null> {
    const [row] = await queryRows<DeletedOrganization>(
      manager,
      `SELECT kind, name, closed_at AS "closedAt", closed_by_name AS "closedByName"
       FROM app.end_deletion()`,
      [],
    );
    return row ?? null;
  }
}

async function reached(
  manager: EntityManager,
  sql: string,
  values: readonly unknown[],
): Promise<number | null> {
  const [row] = await queryRows<{ version: number | null }>(manager, sql, [...values]);
  return row?.version ?? null;
}
