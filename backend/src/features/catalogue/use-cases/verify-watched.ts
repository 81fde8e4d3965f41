/** 核对 of followed standards: rows of the register are noted there, others with the followed standard itself. */
import { Injectable } from '@nestjs/common';
import { Audit, notFound, organizationDay, RequestContext, TenantDatabase } from '../../../kernel';
import { EvidenceRepository } from '../../evidence';
import { refuseDayAhead, VerifyStandards, type VerifiedStandards } from './verify-standards';
import type { Finding } from '../verification';
import { VerificationsRepository } from '../verifications.repository';
import { ReadWatched } from '../watch/read-watched';
import { WatchedRepository } from '../watch/watched.repository';

@Injectable()
export class VerifyWatched {
  constructor(
    private readonly database: TenantDatabase,
    private readonly watched: WatchedRepository,
    private readonly reading: ReadWatched,
    private readonly verifications: VerificationsRepository,
    private readonly evidence: EvidenceRepository,
    private readonly verifying: VerifyStandards,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found; validation_failed for a day ahead */
  async execute(
    context: RequestContext,
    id: string,
    finding: Finding,
    now: Date,
  ): Promise<VerifiedStandards> {
    const day = organizationDay(now);
    refuseDayAhead(finding, day);
    const listed = await this.database.read(context, async (manager) => {
      const one = await this.watched.find(manager, context, id);
      if (one === null) throw notFound();
      const known = await this.reading.known(manager, context, day, [one]);
      return known.get(one.identityKey)?.listed ?? null;
    });
    if (listed !== null) return this.verifying.execute(context, [listed], finding, now);
    return this.database.transaction(context, async (manager) => {
      const [one] = await this.watched.some(manager, context, [id]);
      const { evidenceId } = finding;
      const isKept =
        evidenceId === null || (await this.evidence.find(manager, context, evidenceId)) !== null;
      if (one === undefined || !isKept) throw notFound();
      const { identityKey, number } = one;
      const noted = [{ standardId: id, identityKey, number, before: null }];
      const ids = await this.verifications.insert(manager, context, finding, noted, true);
      const subject = { type: 'watched', id: context.organizationId };
      await this.audit.record(manager, context, 'watched.verified', subject, {
        ...finding,
        number,
      });
      return { verified: 1, left: 0, ids };
    });
  }
}
