import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, writeVersion, type RequestContext } from '../../../kernel';
import { DossierAttachmentListEntity } from '../entities/dossier-attachment-list.entity';
import { DossierAttachmentEntity } from '../entities/dossier-attachment.entity';
import type { Attachment, AttachmentList, ChosenAttachment } from './attachment';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

/** Every query on the files that stand behind a dossier. SQL joins the files of another room, and writes a whole list. */
@Injectable()
export class AttachmentsRepository {
  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
  ): Promise<AttachmentList> {
    const place = { organizationId, assessmentId };
    const list = await manager.findOneBy(DossierAttachmentListEntity, place);
    const attachments = await queryRows<Attachment>(
      manager,
      `SELECT a.evidence_id AS "evidenceId", a.revision, a.kind, a.pages, e.title,
         r.file_name AS "fileName", r.media_type AS "mediaType", r.size::int AS size, r.sha256,
         r.storage_key AS "storageKey", e.current_revision AS "currentRevision"
       FROM dossier_attachments a
       JOIN evidence e ON e.organization_id = a.organization_id AND e.id = a.evidence_id
       JOIN evidence_revisions r ON r.organization_id = a.organization_id
         AND r.evidence_id = a.evidence_id AND r.revision = a.revision
       WHERE a.organization_id = $1 AND a.assessment_id = $2 ORDER BY a.position`,
      [organizationId, assessmentId],
    );
    return { version: list?.version ?? 0, attachments };
  }

  /** Takes the next version of the list over the expected one (0: none yet); false where another one is stored. */
  async raise(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    assessmentId: string,
    version: number,
  ): Promise<boolean> {
    return writeVersion(
      manager,
      DossierAttachmentListEntity,
      { organizationId, assessmentId, version },
      { updatedAt: () => 'now()', updatedBy: userId, updatedByName: userName },
    );
  }

  /** Empties the list, under the lock that `raise` took. */
  async clear(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
  ): Promise<void> {
    await manager.delete(DossierAttachmentEntity, { organizationId, assessmentId });
  }

  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
    chosen: readonly (ChosenAttachment & { readonly pages: number })[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO dossier_attachments (organization_id, assessment_id, evidence_id, revision, kind,
         pages, position)
       SELECT $1, $2, * FROM unnest($3::uuid[], $4::integer[], $5::text[], $6::integer[])
         WITH ORDINALITY`,
      [
        organizationId,
        assessmentId,
        chosen.map(({ evidenceId }) => evidenceId),
        chosen.map(({ revision }) => revision),
        chosen.map(({ kind }) => kind),
        chosen.map(({ pages }) => pages),
      ],
    );
  }

  /** Where the bytes of frozen attachments lie, by their SHA-256. */
  async storageKeys(
    manager: EntityManager,
    { organizationId }: Tenant,
    named: readonly Pick<ChosenAttachment, 'evidenceId' | 'revision'>[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await queryRows<{ sha256: string; storageKey: string }>(
      manager,
      `SELECT r.sha256, r.storage_key AS "storageKey" FROM evidence_revisions r
       JOIN unnest($2::uuid[], $3::integer[]) AS named (evidence_id, revision)
         ON named.evidence_id = r.evidence_id AND named.revision = r.revision
       WHERE r.organization_id = $1`,
      [
        organizationId,
        named.map(({ evidenceId }) => evidenceId),
        named.map(({ revision }) => revision),
      ],
    );
    return new Map(rows.map(({ sha256, storageKey }) => [sha256, storageKey]));
  }
}
