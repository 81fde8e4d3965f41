import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import { unpackColumns } from '../../kernel/pure';
import { WRITTEN_FIELDS } from './register/standard-columns.sql';
import type { StandardRecord } from './register/standard-record';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** A row of an import whose standard is not as the import left it. */
interface TouchedRow extends Record<'standardId' | 'number' | 'title', string> {
  readonly rowNumber: number;
  readonly reason: 'removed' | 'changed' | 'has_evidence';
}

/** Standards that import $2 of organization $1 wrote, or would write. */
const WRITTEN = `(SELECT p.position, r.ordinality, r.id::uuid AS id, r."rowNumber"::integer AS "rowNumber",
    coalesce(r.version::integer, 0) + 1 AS "versionAfter", r.before::jsonb AS before
  FROM standard_import_pieces p ${unpackColumns('p.written', 'r', WRITTEN_FIELDS)}
  WHERE p.organization_id = $1 AND p.import_id = $2)`;

/** What imports wrote into the register, to be taken back; SQL unpacks all of it and compares it at once. */
@Injectable()
export class WrittenImportsRepository {
  /** Rows whose standard was changed or removed since, or holds evidence that would go with it. */
  async touched(manager: EntityManager, tenant: Tenant, id: string): Promise<TouchedRow[]> {
    return queryRows(
      manager,
      `SELECT w."rowNumber", w.id AS "standardId", coalesce(s.number, '') AS number,
         coalesce(s.title, '') AS title, CASE WHEN s.id IS NULL THEN 'removed'
           WHEN s.version <> w."versionAfter" THEN 'changed' ELSE 'has_evidence' END AS reason
       FROM ${WRITTEN} w LEFT JOIN standards s ON s.organization_id = $1 AND s.id = w.id
       WHERE s.id IS NULL OR s.version <> w."versionAfter" OR (w.before IS NULL AND EXISTS (
         SELECT FROM evidence_standard_links l
         WHERE l.organization_id = s.organization_id AND l.standard_id = s.id))
       ORDER BY w.position, w.ordinality`,
      [tenant.organizationId, id],
    );
  }

  /**
   * Holds the standards that it wrote: evidence linked to one of them is either seen by what follows, or waits until the
   * undo is done.
   */
  async lock(manager: EntityManager, tenant: Tenant, id: string): Promise<void> {
    await manager.query(
      `SELECT FROM standards WHERE organization_id = $1 AND id IN (SELECT w.id FROM ${WRITTEN} w)
       ORDER BY id FOR UPDATE`,
      [tenant.organizationId, id],
    );
  }

  /** What the import added and what it replaced, without the standards in `kept`. */
  async untouched(
    manager: EntityManager,
    tenant: Tenant,
    id: string,
    kept: readonly string[],
  ): Promise<{
    readonly added: { readonly id: string; readonly version: number }[];
    readonly replaced: {
      readonly id: string;
      readonly version: number;
      readonly record: StandardRecord;
    }[];
  }> {
    const select = `SELECT w.id, w."versionAfter" AS version, w.before AS record FROM ${WRITTEN} w
      WHERE NOT (w.id = ANY($3::uuid[])) AND w.before IS`;
    const parameters = [tenant.organizationId, id, kept];
    return {
      added: await queryRows(manager, `${select} NULL`, parameters),
      replaced: await queryRows(
        manager,
        `${select} NOT NULL ORDER BY w.position, w.ordinality`,
        parameters,
      ),
    };
  }
}
