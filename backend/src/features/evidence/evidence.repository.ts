import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import {
  PendingObjects,
  queryRows,
  Quotas,
  removeVersion,
  takeTurn,
  updateVersion,
  type RequestContext,
} from '../../kernel';
import { EvidenceEntity } from './entities/evidence.entity';
import { EvidenceRevisionEntity } from './entities/evidence-revision.entity';
import type { Evidence, EvidenceFields, EvidenceFilter, EvidenceRevision } from './evidence';
import { evidenceColumns, fromRow, type EvidenceRow } from './evidence-rows.sql';

type Tenant = Pick<RequestContext, 'organizationId'>;

const selectEvidence = `SELECT ${evidenceColumns} FROM evidence e`;

/** Every query on evidence and its revisions. SQL reads a file with all of its revisions and uses at once. */
@Injectable()
export class EvidenceRepository {
  constructor(
    private readonly quotas: Quotas,
    private readonly pending: PendingObjects,
  ) {}

  async list(
    manager: EntityManager,
    { organizationId }: Tenant,
    { assessmentId, itemId, standardId, actionId, q, conditionId }: EvidenceFilter = {},
  ): Promise<Evidence[]> {
    const rows = await queryRows<EvidenceRow>(
      manager,
      `${selectEvidence}
       WHERE e.organization_id = $1
         AND ($7::text IS NULL OR EXISTS (SELECT FROM evidence_condition_links l
           WHERE l.organization_id = e.organization_id AND l.evidence_id = e.id
             AND ($2::uuid IS NULL OR l.assessment_id = $2) AND l.condition_id = $7))
         AND ($2::uuid IS NULL AND $3::text IS NULL OR $7::text IS NOT NULL AND $3::text IS NULL
           OR EXISTS (SELECT FROM evidence_item_links l
           WHERE l.organization_id = e.organization_id AND l.evidence_id = e.id
             AND ($2::uuid IS NULL OR l.assessment_id = $2) AND ($3::text IS NULL OR l.item_id = $3)))
         AND ($4::uuid IS NULL OR EXISTS (SELECT FROM evidence_standard_links l
           WHERE l.organization_id = e.organization_id AND l.evidence_id = e.id
             AND l.standard_id = $4))
         AND ($5::uuid IS NULL OR EXISTS (SELECT FROM evidence_action_links l
           WHERE l.organization_id = e.organization_id AND l.evidence_id = e.id
             AND l.action_id = $5))
         AND ($6::text IS NULL OR strpos(lower(e.title), lower($6)) > 0
           OR EXISTS (SELECT FROM evidence_revisions r WHERE r.organization_id = e.organization_id
             AND r.evidence_id = e.id AND strpos(lower(r.file_name), lower($6)) > 0))
       ORDER BY e.created_at, e.id`,
      [organizationId, assessmentId, itemId, standardId, actionId, q, conditionId].map(
        (value) => value ?? null,
      ),
    );
    return rows.map(fromRow);
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<Evidence | null> {
    const rows = await queryRows<EvidenceRow>(
      manager,
      `${selectEvidence} WHERE e.organization_id = $1 AND e.id = $2`,
      [organizationId, id],
    );
    return rows[0] === undefined ? null : fromRow(rows[0]);
  }

  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    { title, periodFrom, periodTo, validUntil }: EvidenceFields,
  ): Promise<void> {
    const fields = { title, periodFrom, periodTo, validUntil };
    await manager.insert(EvidenceEntity, { organizationId, id, ...fields });
  }

  /** Adds a revision and makes it the current one. The number was read under a lock by `nextRevision`. */
  async insertRevision(
    manager: EntityManager,
    { organizationId }: Tenant,
    evidenceId: string,
    { uploadedBy, ...file }: Omit<EvidenceRevision, 'uploadedAt'>,
  ): Promise<void> {
    await this.pending.record(manager, { organizationId }, file.storageKey);
    await this.quotas.require(manager, organizationId, 'evidence_files');
    await this.quotas.require(manager, organizationId, 'evidence_bytes', file.size);
    await manager.insert(EvidenceRevisionEntity, {
      ...{ organizationId, evidenceId, ...file },
      size: String(file.size),
      uploadedBy: uploadedBy.id,
      uploadedByName: uploadedBy.name,
    });
  }

  /** Number of the next revision, now the current one; uploads of one evidence take turns. Null: no such evidence. */
  async nextRevision(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<number | null> {
    const { raw } = await manager
      .createQueryBuilder()
      .update(EvidenceEntity)
      .set({ currentRevision: () => 'current_revision + 1', version: () => 'version + 1' })
      .where({ organizationId, id })
      .returning('current_revision AS current')
      .execute();
    const [row] = raw as { readonly current: number }[];
    return row?.current ?? null;
  }

  /** Writes only over the expected version; false where another one is stored. */
  async update(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    version: number,
    { title, periodFrom, periodTo, validUntil }: EvidenceFields,
  ): Promise<boolean> {
    const fields = { title, periodFrom, periodTo, validUntil };
    return updateVersion(manager, EvidenceEntity, { organizationId, id, version }, fields);
  }

  /**
   * Another proof whose current file has these bytes; null: none. Whoever stores the same bytes at the same moment
   * waits until this transaction ends.
   */
  async sameContent(
    manager: EntityManager,
    tenant: Tenant,
    sha256: string,
  ): Promise<Evidence | null> {
    await takeTurn(manager, `evidence ${tenant.organizationId} ${sha256}`);
    const rows = await queryRows<EvidenceRow>(
      manager,
      `${selectEvidence} JOIN evidence_revisions c ON c.organization_id = e.organization_id
         AND c.evidence_id = e.id AND c.revision = e.current_revision
       WHERE e.organization_id = $1 AND c.sha256 = $2 ORDER BY e.created_at, e.id LIMIT 1`,
      [tenant.organizationId, sha256],
    );
    return rows[0] === undefined ? null : fromRow(rows[0]);
  }

  /** Until this transaction ends nobody links, revises or removes them; in one order for everybody. */
  async lock(
    manager: EntityManager,
    { organizationId }: Tenant,
    ids: readonly string[],
  ): Promise<void> {
    await manager.find(EvidenceEntity, {
      select: { id: true },
      where: { organizationId, id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** For whoever lists files without writing in them: what a list names is not removed, the database sees to it. */
  async areThere(
    manager: EntityManager,
    { organizationId }: Tenant,
    ids: readonly string[],
  ): Promise<boolean> {
    const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
    const count = await manager.countBy(EvidenceEntity, { organizationId, id: In(wanted) });
    return count === wanted.length;
  }

  /** Removes only the expected version; false where another one is stored. */
  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    version: number,
  ): Promise<boolean> {
    return removeVersion(manager, EvidenceEntity, { organizationId, id, version });
  }

  /** Titles of the self-evaluations behind whose dossier it is to stand, whichever revision. */
  async attachedTo(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<string[]> {
    const rows = await queryRows<{ title: string }>(
      manager,
      `SELECT s.title FROM dossier_attachments a
       JOIN assessments s ON s.organization_id = a.organization_id AND s.id = a.assessment_id
       WHERE a.organization_id = $1 AND a.evidence_id = $2 ORDER BY s.created_at, s.id`,
      [organizationId, id],
    );
    return rows.map(({ title }) => title);
  }
}
