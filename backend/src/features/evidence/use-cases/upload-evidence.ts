import { Injectable } from '@nestjs/common';
import { isWritten } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  PendingObjects,
  ProblemError,
  Quotas,
  RequestContext,
  Storage,
  TenantDatabase,
  typeOfUpload,
  type Upload,
} from '../../../kernel';
import type { Assessment } from '../../assessments';
import { EvidenceDto } from '../dto/evidence.dto';
import type { Evidence, EvidenceFields, EvidenceLink } from '../evidence';
import { EvidenceRepository } from '../evidence.repository';
import { EvidenceUsesRepository } from '../evidence-uses.repository';
import { LinkEvidence } from './link-evidence';

/** Files of evidence lie below this segment of their organization. */
const evidenceFolder = 'evidence';

/** Records an uploaded file as new evidence or as a revision: type by content, file first, row last. */
@Injectable()
export class UploadEvidence {
  constructor(
    private readonly database: TenantDatabase,
    private readonly evidence: EvidenceRepository,
    private readonly uses: EvidenceUsesRepository,
    private readonly linking: LinkEvidence,
    private readonly storage: Storage,
    private readonly audit: Audit,
    private readonly quotas: Quotas,
    private readonly pending: PendingObjects,
  ) {}

  /**
   * @param isSecondCopy store it also where the library has the very same file
   * @throws ProblemError evidence_exists, with the evidence that has these bytes
   */
  async add(
    context: RequestContext,
    upload: Upload,
    fields: EvidenceFields,
    link: EvidenceLink | null,
    isSecondCopy = false,
  ): Promise<Evidence> {
    const id = randomUUID();
    return this.store(context, id, upload, async (manager, revision) => {
      if (link !== null) await this.linking.check(manager, context, link);
      if (!isSecondCopy) await this.refuseKnown(manager, context, revision.sha256);
      await this.evidence.insert(manager, context, id, {
        ...fields,
        title: titleOf(fields.title, upload.fileName),
      });
      await this.evidence.insertRevision(manager, context, id, { ...revision, revision: 1 });
      if (link !== null) await this.uses.link(manager, context, id, link);
      return id;
    });
  }

  /** @throws ProblemError evidence_in_closed */
  async revise(context: RequestContext, id: string, upload: Upload): Promise<Evidence> {
    return this.store(context, id, upload, async (manager, revision) => {
      const number = await this.evidence.nextRevision(manager, context, id);
      if (number === null) throw notFound();
      await this.linking.requireUnclosed(manager, context, id);
      await this.evidence.insertRevision(manager, context, id, { ...revision, revision: number });
      return id;
    });
  }

  /**
   * Keeps a file that the product made: a revision of the evidence in its place, or new evidence there where that is none
   * or shows what a closed evaluation rests upon; the same file again adds nothing. Its links come to those that are there,
   * and new evidence takes over what the old one served in open evaluations: none shows both.
   */
  async keep(
    context: RequestContext,
    upload: Upload,
    fields: EvidenceFields,
    place: EvidencePlace,
  ): Promise<Evidence> {
    return this.store(context, randomUUID(), upload, async (manager, file, newId) => {
      const stored = await this.lockedIn(manager, context, place);
      const closed =
        stored === null
          ? []
          : await this.linking.closedServed(manager, context, stored.id, place.links);
      for (const link of place.links) await this.linking.check(manager, context, link);
      const current = stored?.revisions.find(({ revision }) => revision === stored.current);
      const isSame = current?.sha256 === file.sha256;
      if (stored === null || (!isSame && closed.length > 0)) {
        await this.evidence.insert(manager, context, newId, fields);
        await this.evidence.insertRevision(manager, context, newId, { ...file, revision: 1 });
        await place.hold(manager, newId);
        if (stored !== null) await this.takeOver(manager, context, stored, newId, closed);
        return this.linked(manager, context, newId, place.links);
      }
      if (!isSame) {
        const revision = (await this.evidence.nextRevision(manager, context, stored.id)) ?? 1;
        await this.evidence.insertRevision(manager, context, stored.id, { ...file, revision });
      }
      return this.linked(manager, context, stored.id, place.links);
    });
  }

  private async lockedIn(
    manager: EntityManager,
    context: RequestContext,
    place: EvidencePlace,
  ): Promise<Evidence | null> {
    const id = await place.find(manager);
    if (id === null) return null;
    await this.evidence.lock(manager, context, [id]);
    return this.evidence.find(manager, context, id);
  }

  /** Standards and actions keep the old file: closed evaluations show those too. */
  private async takeOver(
    manager: EntityManager,
    context: RequestContext,
    old: Evidence,
    newId: string,
    closed: readonly Assessment[],
  ): Promise<void> {
    const subject = { type: 'evidence', id: old.id };
    for (const link of old.links) {
      if (!('assessmentId' in link) || closed.some(({ id }) => id === link.assessmentId)) continue;
      await this.uses.link(manager, context, newId, link);
      await this.uses.unlink(manager, context, old.id, link);
      await this.audit.record(manager, context, 'evidence.unlinked', subject, { ...link });
    }
  }

  private async linked(
    manager: EntityManager,
    context: RequestContext,
    id: string,
    links: readonly EvidenceLink[],
  ): Promise<string> {
    for (const link of links) await this.uses.link(manager, context, id, link);
    return id;
  }

  private async refuseKnown(
    manager: EntityManager,
    context: RequestContext,
    sha256: string,
  ): Promise<void> {
    const known = await this.evidence.sameContent(manager, context, sha256);
    if (known === null) return;
    const current = EvidenceDto.of(known);
    throw new ProblemError('evidence_exists', { title: known.title }, { current });
  }

  /**
   * Publishes the staged file under a name of our own, then records it. After an error the file stays: a COMMIT whose
   * answer was lost may have written the row. What no row names is swept later.
   */
  private async store(
    context: RequestContext,
    newId: string,
    upload: Upload,
    record: (manager: EntityManager, revision: StoredFile, newId: string) => Promise<string>,
  ): Promise<Evidence> {
    const { staged, fileName } = upload;
    const { mediaType } = await typeOfUpload(upload, this.storage);
    const storageKey = `${context.organizationId}/${evidenceFolder}/${randomUUID()}`;
    await this.takeRoom(context, upload, storageKey);
    await this.storage.publish(staged, storageKey);
    const { size, sha256 } = staged;
    const uploadedBy = { id: context.userId, name: context.userName };
    const file = { fileName, mediaType, size, sha256, storageKey, uploadedBy };
    return this.database.transaction(context, async (manager) => {
      const evidenceId = await record(manager, file, newId);
      const subject = { type: 'evidence', id: evidenceId };
      await this.audit.record(manager, context, 'evidence.uploaded', subject, { sha256, size });
      const stored = await this.evidence.find(manager, context, evidenceId);
      if (stored === null) throw notFound();
      return stored;
    });
  }

  /**
   * Before the file is published; the transaction that records it looks again, with everybody else waiting. In nobody's
   * name: the key of a creating request belongs to that transaction.
   */
  private async takeRoom(
    { organizationId }: RequestContext,
    { staged }: Upload,
    storageKey: string,
  ): Promise<void> {
    try {
      await this.database.transaction({ organizationId, userId: '' }, async (manager) => {
        await this.quotas.look(manager, organizationId, 'evidence_files');
        await this.quotas.look(manager, organizationId, 'evidence_bytes', staged.size);
        await this.pending.announce(manager, { organizationId }, storageKey);
      });
    } catch (error) {
      await this.storage.discard(staged);
      throw error;
    }
  }
}

/** What a person wrote, else the name of the file: as far as something of it can be seen. */
function titleOf(written: string, fileName: string): string {
  const stem = fileName.replace(/\.[^.]+$/, '');
  return [written, stem].find(isWritten) ?? fileName;
}

/** Where a file that the product makes again and again belongs. */
interface EvidencePlace {
  /** The evidence that is there now; whoever asks second waits until the first is done. */
  readonly find: (manager: EntityManager) => Promise<string | null>;
  /** From now on it is this one. */
  readonly hold: (manager: EntityManager, evidenceId: string) => Promise<void>;
  readonly links: readonly EvidenceLink[];
}

interface StoredFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly uploadedBy: { readonly id: string; readonly name: string };
}
