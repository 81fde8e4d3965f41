import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../kernel/database/query-rows';
import { Quotas, type RequestContext } from '../../kernel';
import type {
  Evidence,
  EvidenceFields,
  EvidenceFilter,
  EvidenceLink,
  EvidenceRevision,
} from './evidence';

type Tenant = Pick<RequestContext, 'organizationId'>;

interface EvidenceRow extends Omit<Evidence, 'revisions' | 'links'> {
  readonly links: readonly EvidenceLink[];
  readonly revisions: readonly (Omit<EvidenceRevision, 'uploadedAt'> & { uploadedAt: string })[];
}

// One round trip for the whole list: links and revisions come as JSON beside their evidence.
const selectEvidence = `
  SELECT e.id, e.version, e.title, e.period_from::text AS "periodFrom",
    e.period_to::text AS "periodTo", e.created_at AS "createdAt", e.current_revision AS current,
    coalesce((SELECT jsonb_agg(jsonb_build_object('assessmentId', l.assessment_id, 'itemId', l.item_id)
        ORDER BY l.created_at, l.item_id)
      FROM evidence_item_links l
      WHERE l.organization_id = e.organization_id AND l.evidence_id = e.id), '[]')
    || coalesce((SELECT jsonb_agg(jsonb_build_object('standardId', l.standard_id)
        ORDER BY l.created_at, l.standard_id)
      FROM evidence_standard_links l
      WHERE l.organization_id = e.organization_id AND l.evidence_id = e.id), '[]') AS links,
    (SELECT jsonb_agg(jsonb_build_object('revision', r.revision, 'fileName', r.file_name,
        'mediaType', r.media_type, 'size', r.size, 'sha256', r.sha256, 'storageKey', r.storage_key,
        'uploadedAt', r.uploaded_at,
        'uploadedBy', jsonb_build_object('id', r.uploaded_by, 'name', r.uploaded_by_name))
        ORDER BY r.revision)
      FROM evidence_revisions r
      WHERE r.organization_id = e.organization_id AND r.evidence_id = e.id) AS revisions
  FROM evidence e`;

function fromRow(row: EvidenceRow): Evidence {
  return {
    ...row,
    revisions: row.revisions.map((revision) => ({
      ...revision,
      uploadedAt: new Date(revision.uploadedAt),
    })),
  };
}

/** Every query on evidence, its revisions and links. */
@Injectable()
export class EvidenceRepository {
  constructor(private readonly quotas: Quotas) {}

  async list(
    manager: EntityManager,
    { organizationId }: Tenant,
    { assessmentId, itemId, standardId, q }: EvidenceFilter = {},
  ): Promise<Evidence[]> {
    const rows = await queryRows<EvidenceRow>(
      manager,
      `${selectEvidence}
       WHERE e.organization_id = $1
         AND ($2::uuid IS NULL AND $3::text IS NULL OR EXISTS (SELECT FROM evidence_item_links l
           WHERE l.organization_id = e.organization_id AND l.evidence_id = e.id
             AND ($2::uuid IS NULL OR l.assessment_id = $2) AND ($3::text IS NULL OR l.item_id = $3)))
         AND ($4::uuid IS NULL OR EXISTS (SELECT FROM evidence_standard_links l
           WHERE l.organization_id = e.organization_id AND l.evidence_id = e.id
             AND l.standard_id = $4))
         AND ($5::text IS NULL OR strpos(lower(e.title), lower($5)) > 0
           OR EXISTS (SELECT FROM evidence_revisions r WHERE r.organization_id = e.organization_id
             AND r.evidence_id = e.id AND strpos(lower(r.file_name), lower($5)) > 0))
       ORDER BY e.created_at, e.id`,
      [organizationId, assessmentId ?? null, itemId ?? null, standardId ?? null, q ?? null],
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
    { title, periodFrom, periodTo }: EvidenceFields,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO evidence (organization_id, id, title, period_from, period_to)
       VALUES ($1, $2, $3, $4, $5)`,
      [organizationId, id, title, periodFrom, periodTo],
    );
  }

  /** Adds a revision and makes it the current one. The number was read under a lock by `nextRevision`. */
  async insertRevision(
    manager: EntityManager,
    { organizationId }: Tenant,
    evidenceId: string,
    revision: Omit<EvidenceRevision, 'uploadedAt'>,
  ): Promise<void> {
    const { fileName, mediaType, size, sha256, storageKey, uploadedBy } = revision;
    await this.quotas.require(manager, organizationId, 'evidence_files');
    await this.quotas.require(manager, organizationId, 'evidence_bytes', size);
    await manager.query(
      `INSERT INTO evidence_revisions (organization_id, evidence_id, revision, file_name,
         media_type, size, sha256, storage_key, uploaded_by, uploaded_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        organizationId,
        evidenceId,
        revision.revision,
        fileName,
        mediaType,
        size,
        sha256,
        storageKey,
        uploadedBy.id,
        uploadedBy.name,
      ],
    );
  }

  /** Number of the next revision, now the current one; uploads of one evidence take turns. Null: no such evidence. */
  async nextRevision(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<number | null> {
    const rows = await queryRows<{ current: number }>(
      manager,
      `UPDATE evidence SET current_revision = current_revision + 1, version = version + 1
       WHERE organization_id = $1 AND id = $2 RETURNING current_revision AS current`,
      [organizationId, id],
    );
    return rows[0]?.current ?? null;
  }

  /** Writes only over the expected version; false where another one is stored. */
  async update(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    expectedVersion: number,
    { title, periodFrom, periodTo }: EvidenceFields,
  ): Promise<boolean> {
    const rows = await queryRows(
      manager,
      `UPDATE evidence SET title = $4, period_from = $5, period_to = $6, version = version + 1
       WHERE organization_id = $1 AND id = $2 AND version = $3 RETURNING id`,
      [organizationId, id, expectedVersion, title, periodFrom, periodTo],
    );
    return rows.length > 0;
  }

  /** False where it is linked already. */
  async link(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    link: EvidenceLink,
  ): Promise<boolean> {
    const rows =
      'standardId' in link
        ? await queryRows(
            manager,
            `INSERT INTO evidence_standard_links (organization_id, evidence_id, standard_id)
         VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1`,
            [organizationId, id, link.standardId],
          )
        : await queryRows(
            manager,
            `INSERT INTO evidence_item_links (organization_id, evidence_id, assessment_id, item_id)
         VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1`,
            [organizationId, id, link.assessmentId, link.itemId],
          );
    return rows.length > 0;
  }

  /** False where there is no such link. */
  async unlink(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    link: EvidenceLink,
  ): Promise<boolean> {
    const rows =
      'standardId' in link
        ? await queryRows(
            manager,
            `DELETE FROM evidence_standard_links
         WHERE organization_id = $1 AND evidence_id = $2 AND standard_id = $3 RETURNING 1`,
            [organizationId, id, link.standardId],
          )
        : await queryRows(
            manager,
            `DELETE FROM evidence_item_links WHERE organization_id = $1 AND evidence_id = $2
           AND assessment_id = $3 AND item_id = $4 RETURNING 1`,
            [organizationId, id, link.assessmentId, link.itemId],
          );
    return rows.length > 0;
  }

  /** Removes only the expected version; false where another one is stored. */
  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    expectedVersion: number,
  ): Promise<boolean> {
    // A dossier that failed was never issued and holds nothing.
    await manager.query(
      `DELETE FROM dossier_evidence h USING dossiers d WHERE h.organization_id = $1
         AND h.evidence_id = $2 AND d.organization_id = h.organization_id AND d.id = h.dossier_id
         AND d.state = 'failed'`,
      [organizationId, id],
    );
    const rows = await queryRows(
      manager,
      `DELETE FROM evidence WHERE organization_id = $1 AND id = $2 AND version = $3 RETURNING id`,
      [organizationId, id, expectedVersion],
    );
    return rows.length > 0;
  }

  /** Numbers of the dossiers that list it, whichever revision; those that failed do not count. */
  async dossiersOf(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<number[]> {
    const rows = await queryRows<{ number: number }>(
      manager,
      `SELECT DISTINCT d.number FROM dossier_evidence h
       JOIN dossiers d ON d.organization_id = h.organization_id AND d.id = h.dossier_id
       WHERE h.organization_id = $1 AND h.evidence_id = $2 AND d.state <> 'failed'
       ORDER BY d.number`,
      [organizationId, id],
    );
    return rows.map(({ number }) => number);
  }

  /** Which of some storage keys are recorded. */
  async recordedKeys(
    manager: EntityManager,
    { organizationId }: Tenant,
    keys: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await queryRows<{ key: string }>(
      manager,
      `SELECT storage_key AS key FROM evidence_revisions
       WHERE organization_id = $1 AND storage_key = ANY ($2)`,
      [organizationId, keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** Whether a standard of this organization exists: foreign keys alone would answer with a conflict. */
  async hasStandard(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<boolean> {
    const rows = await queryRows(
      manager,
      `SELECT 1 FROM standards WHERE organization_id = $1 AND id = $2`,
      [organizationId, id],
    );
    return rows.length > 0;
  }
}
