import { Injectable } from '@nestjs/common';
import {
  Audit,
  changedFields,
  notFound,
  PendingObjects,
  ProblemError,
  RequestContext,
  TenantDatabase,
  versionConflict,
} from '../../../kernel';
import { EvidenceDto } from '../dto/evidence.dto';
import type { Evidence, EvidenceFields, EvidenceLink } from '../evidence';
import { requirePeriod } from '../evidence-period';
import { EvidenceHoldsRepository } from '../evidence-holds.repository';
import { EvidenceRepository } from '../evidence.repository';
import { EvidenceUsesRepository } from '../evidence-uses.repository';
import { LinkEvidence } from './link-evidence';

/** Changes title, period and end of validity, links and unlinks, removes. */
@Injectable()
export class ChangeEvidence {
  constructor(
    private readonly database: TenantDatabase,
    private readonly evidence: EvidenceRepository,
    private readonly holds: EvidenceHoldsRepository,
    private readonly uses: EvidenceUsesRepository,
    private readonly linking: LinkEvidence,
    private readonly pending: PendingObjects,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError evidence_in_closed, version_conflict */
  async change(
    context: RequestContext,
    id: string,
    expectedVersion: number,
    changes: { readonly [Field in keyof EvidenceFields]?: EvidenceFields[Field] | undefined },
  ): Promise<Evidence> {
    return this.database.transaction(context, async (manager) => {
      // Whoever links it waits for this.
      await this.evidence.lock(manager, context, [id]);
      const current = await this.evidence.find(manager, context, id);
      if (current === null) throw notFound();
      const fields: EvidenceFields = {
        title: changes.title ?? current.title,
        periodFrom: changes.periodFrom === undefined ? current.periodFrom : changes.periodFrom,
        periodTo: changes.periodTo === undefined ? current.periodTo : changes.periodTo,
        validUntil: changes.validUntil === undefined ? current.validUntil : changes.validUntil,
      };
      requirePeriod(fields);
      const changed = changedFields(current, fields);
      if (changed.length === 0 && current.version === expectedVersion) return current;
      await this.linking.requireUnclosed(manager, context, id);
      const isWritten = await this.evidence.update(manager, context, id, expectedVersion, fields);
      const stored = (await this.evidence.find(manager, context, id)) ?? current;
      if (!isWritten) throw versionConflict(EvidenceDto.of(stored));
      await this.audit.record(manager, context, 'evidence.changed', subject(id), {
        fields: changed,
      });
      return stored;
    });
  }

  async link(
    context: RequestContext,
    id: string,
    link: EvidenceLink,
    verb: 'link' | 'unlink',
  ): Promise<Evidence> {
    return this.database.transaction(context, async (manager) => {
      // Whoever removes it waits for this, or was first.
      await this.evidence.lock(manager, context, [id]);
      if ((await this.evidence.find(manager, context, id)) === null) throw notFound();
      if (verb === 'link') await this.linking.check(manager, context, link);
      else await this.linking.requireOpen(manager, context, link);
      if (await this.uses[verb](manager, context, id, link))
        await this.audit.record(manager, context, `evidence.${verb}ed`, subject(id), { ...link });
      const stored = await this.evidence.find(manager, context, id);
      if (stored === null) throw notFound();
      return stored;
    });
  }

  /**
   * The rows go in the transaction, the files after it; what then stays behind is swept. What serves anything or is
   * listed by a dossier stays.
   * @throws ProblemError evidence_in_dossier, evidence_attached, evidence_in_closed, evidence_in_use
   */
  async remove(context: RequestContext, id: string, expectedVersion: number): Promise<void> {
    const files = await this.database.transaction(context, async (manager) => {
      // Whoever links it waits for this, and finds it gone.
      await this.evidence.lock(manager, context, [id]);
      const current = await this.evidence.find(manager, context, id);
      if (current === null) throw notFound();
      await this.holds.letGo(manager, context, id);
      const dossiers = await this.holds.dossiersOf(manager, context, id);
      if (dossiers.length > 0)
        throw new ProblemError('evidence_in_dossier', {
          numbers: dossiers.join('、'),
          'numbers:en': dossiers.join(', '),
        });
      const attachedTo = await this.evidence.attachedTo(manager, context, id);
      if (attachedTo.length > 0)
        throw new ProblemError('evidence_attached', {
          assessments: attachedTo.join('、'),
          'assessments:en': attachedTo.join(', '),
        });
      await this.linking.requireUnclosed(manager, context, id);
      const count = current.links.length;
      if (count > 0) throw new ProblemError('evidence_in_use', { count });
      if (!(await this.evidence.remove(manager, context, id, expectedVersion)))
        throw versionConflict(EvidenceDto.of(current));
      const hashes = current.revisions.map(({ sha256 }) => sha256);
      await this.audit.record(manager, context, 'evidence.removed', subject(id), { hashes });
      const keys = current.revisions.map(({ storageKey }) => storageKey);
      await this.pending.release(manager, context, keys);
      return keys;
    });
    await this.pending.remove(context, files);
  }
}

const subject = (id: string): { type: string; id: string } => ({ type: 'evidence', id });
