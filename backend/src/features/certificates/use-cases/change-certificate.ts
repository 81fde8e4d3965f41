import {
  CERTIFICATE_MOVES,
  certificateMovesFrom,
  certificateStanding,
  isReducible,
  type CertificateChange,
  type CertificateMove,
  type CertificateState,
} from '@liangxing/contracts';
import type { CertificateDocument } from '@liangxing/dossier';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  organizationDay,
  ProblemError,
  TenantDatabase,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { MakeMove } from '../../cases';
import type { ToldCertificate } from '../../letters';
import type { Certificate } from '../certificate';
import { CertificatesRepository } from '../certificates.repository';
import { certificateDto } from '../dto/certificate.dto';

/** A certificate as who changes it has seen it. */
interface SeenCertificate {
  readonly id: string;
  readonly version: number;
}

/** What becomes of a certificate, in the transaction of the letter that tells it. */
type Change = (
  manager: EntityManager,
  found: Certificate,
  today: string,
) => Promise<{ readonly state: CertificateState; readonly document: CertificateDocument }>;

/** Suspends, restores or withdraws a certificate, or reduces its scope; the enterprise is told why. */
@Injectable()
export class ChangeCertificate {
  constructor(
    private readonly database: TenantDatabase,
    private readonly moves: MakeMove,
    private readonly certificates: CertificatesRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found, version_conflict, certificate_moved */
  move(
    context: RequestContext,
    seen: SeenCertificate,
    move: CertificateMove,
    reason: string,
  ): Promise<Certificate> {
    return this.change(context, seen, move, reason, async (manager, found, today) => {
      const standing = certificateStanding(found.state, found.validUntil, today);
      if (!certificateMovesFrom(standing).includes(move))
        throw new ProblemError('certificate_moved');
      const state = CERTIFICATE_MOVES[move].to;
      await this.certificates.change(manager, context, found, { state, stateOn: today });
      return { state, document: await this.newest(manager, context, found) };
    });
  }

  /** @throws ProblemError not_found, version_conflict, certificate_moved */
  reduce(
    context: RequestContext,
    seen: SeenCertificate,
    scope: string,
    reason: string,
  ): Promise<Certificate> {
    return this.change(context, seen, 'reduce', reason, async (manager, found, today) => {
      if (!isReducible(certificateStanding(found.state, found.validUntil, today)))
        throw new ProblemError('certificate_moved');
      const before = await this.newest(manager, context, found);
      const edition = found.edition + 1;
      const document = { ...before, edition, scope: scope.trim(), madeOn: today };
      await this.certificates.keep(manager, context, found.id, document);
      const values = { edition, scope: document.scope };
      await this.certificates.change(manager, context, found, values);
      return { state: found.state, document };
    });
  }

  private async change(
    context: RequestContext,
    seen: SeenCertificate,
    change: CertificateChange,
    reason: string,
    make: Change,
  ): Promise<Certificate> {
    const of = await this.caseOf(context, seen);
    await this.moves.tell(context, of, 'certificate_changed', reason, async (manager) => {
      const found = await this.seen(manager, context, seen);
      const { state, document } = await make(manager, found, organizationDay(new Date()));
      await this.certificates.note(manager, context, found.id, { change, reason });
      const subject = { type: 'certificate', id: found.id };
      const facts = { number: found.number, change };
      await this.audit.record(manager, context, 'certificate.changed', subject, facts);
      return { certificate: { change, state, document } satisfies ToldCertificate };
    });
    return this.database.read(context, (manager) => this.found(manager, context, seen.id));
  }

  /** The case stands as it stands: its letters go on while somebody looks at the certificate. */
  private caseOf(context: RequestContext, seen: SeenCertificate) {
    return this.database.read(context, async (manager) => {
      const { caseId } = await this.seen(manager, context, seen);
      return { id: caseId, version: null };
    });
  }

  private async seen(
    manager: EntityManager,
    context: RequestContext,
    { id, version }: SeenCertificate,
  ): Promise<Certificate> {
    const found = await this.found(manager, context, id);
    if (found.version !== version)
      throw versionConflict(certificateDto(found, organizationDay(new Date())));
    return found;
  }

  private async found(
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<Certificate> {
    const found = await this.certificates.find(manager, context, id);
    if (found === null) throw notFound();
    return found;
  }

  private async newest(
    manager: EntityManager,
    context: RequestContext,
    { id, edition }: Certificate,
  ): Promise<CertificateDocument> {
    const kept = await this.certificates.edition(manager, context, id, edition);
    if (kept === null) throw notFound();
    return kept.document;
  }
}
