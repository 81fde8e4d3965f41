import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProblemError, queryRows, Quotas, type RequestContext } from '../../kernel';
import { CLASSIFY_IMPORTED } from './register/catalogue-codes.sql';
import { registerStamp } from './register/register-stamp.sql';
import {
  columnOf,
  insertPacked,
  STORED_FORMAT,
  updatePacked,
} from './register/standard-columns.sql';
import { RECORD_FIELDS } from './register/standard-record';
import { StandardsRepository } from './standards.repository';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** What rows of a file are compared with: id, version, identity, then the record's fields in their order. */
const COMPARABLE = [
  's.id',
  's.version',
  's.identity_key',
  ...RECORD_FIELDS.map((field) => `s.${columnOf(field)}`),
].join(', ');
const planStamp = (register = ''): string => `${STORED_FORMAT} ${register}`;

/** Packed standards that wait in the pieces of an import. */
const OF_IMPORT = `(SELECT written, to_write FROM standard_import_pieces
  WHERE organization_id = $1 AND import_id = $3 AND position >= $4 AND position < $5) AS p`;
/** Far below the time that a statement may take. */
const ROWS_PER_STATEMENT = 10_000;

/** The register as imports are planned on it, and what they planned, written; SQL, for all of it is set-based. */
@Injectable()
export class ImportPlansRepository {
  constructor(
    private readonly standards: StandardsRepository,
    private readonly quotas: Quotas,
  ) {}

  /** The whole register as one JSON text for a thread, see `registeredFrom`, and the stamp of a plan made on it. */
  async comparable(
    manager: EntityManager,
    tenant: Tenant,
  ): Promise<{ readonly json: string; readonly stamp: string }> {
    const [row] = await queryRows<{ json: string; stamp: string }>(
      manager,
      `SELECT coalesce(json_agg(json_build_array(${COMPARABLE}) ORDER BY s.position, s.id), '[]')::text AS json,
         ${registerStamp('$1')} AS stamp
       FROM standards s WHERE s.organization_id = $1`,
      [tenant.organizationId],
    );
    return { json: row?.json ?? '[]', stamp: planStamp(row?.stamp) };
  }

  /** Another one: what was planned on the register, or with other code, is to be planned anew. */
  async stamp(manager: EntityManager, tenant: Tenant): Promise<string> {
    const [row] = await queryRows<{ stamp: string }>(
      manager,
      `SELECT ${registerStamp('$1')} AS stamp`,
      [tenant.organizationId],
    );
    return planStamp(row?.stamp);
  }

  /**
   * Writes what an import has planned; new standards go behind all others.
   * @throws ProblemError `conflict` where one that it replaces is not as it was
   */
  async write(
    manager: EntityManager,
    tenant: Tenant,
    importId: string,
    { rows, toInsert, toUpdate }: Record<'rows' | 'toInsert' | 'toUpdate', number>,
  ): Promise<void> {
    await this.quotas.require(manager, tenant.organizationId, 'standards', toInsert);
    const first = await this.standards.nextPosition(manager, tenant);
    let updated = 0;
    for (let from = 0; from < rows; from += ROWS_PER_STATEMENT) {
      const parameters = [tenant.organizationId, first, importId, from, from + ROWS_PER_STATEMENT];
      if (toInsert > 0) await manager.query(insertPacked(OF_IMPORT), parameters);
      if (toUpdate > 0)
        updated += (await queryRows(manager, updatePacked(OF_IMPORT), parameters)).length;
    }
    if (updated < toUpdate) throw new ProblemError('conflict');
    await manager.query(CLASSIFY_IMPORTED, [tenant.organizationId, importId]);
  }
}
