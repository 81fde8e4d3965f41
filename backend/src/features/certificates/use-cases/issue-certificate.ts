import {
  aroundNumber,
  canonicalJson,
  type CertificateNumbering,
  lastDayOf,
  nextCertificateNumber,
  renewalDay,
  surveillanceDays,
} from '@liangxing/contracts';
import type { CertificateDocument } from '@liangxing/dossier';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  Config,
  organizationDay,
  ProblemError,
  sha256Of,
  takeTurn,
  type RequestContext,
} from '../../../kernel';
import { MakeMove, type Case, type SeenCase } from '../../cases';
import { DecisionsRepository, PublicitiesRepository, type Publicity } from '../../decisions';
import { newVerificationCode } from '../../dossiers';
import { ResultsRepository } from '../../sheets';
import { CertificateSettingsRepository } from '../certificate-settings.repository';
import { CertificatesRepository } from '../certificates.repository';
import { RenewalsRepository } from '../renewals.repository';
import { SurveillancesRepository } from '../surveillances.repository';

interface AskedCertificate {
  /** Empty: the next one by the body's rule. */
  readonly number: string;
  /** What the enterprise is told; may be empty. */
  readonly text: string;
}

/** Issues the certificate of a case whose publicity has ended with every objection answered (8.3). */
@Injectable()
export class IssueCertificate {
  constructor(
    private readonly config: Config,
    private readonly moves: MakeMove,
    private readonly results: ResultsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly publicities: PublicitiesRepository,
    private readonly settings: CertificateSettingsRepository,
    private readonly certificates: CertificatesRepository,
    private readonly surveillances: SurveillancesRepository,
    private readonly renewals: RenewalsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws ProblemError of MakeMove; publicity_not_over, objections_unanswered, result_missing, certificate_number_used
   */
  execute(context: RequestContext, seen: SeenCase, asked: AskedCertificate): Promise<Case> {
    return this.moves.execute(context, seen, 'certify', asked.text, async (manager, found) => {
      const today = organizationDay(new Date());
      const publicity = await this.endedPublicity(manager, context, found, today);
      const document = await this.document(manager, context, found, {
        ...{ publicity, today, number: asked.number.trim() },
      });
      await this.keep(manager, context, found, document);
      const kept = await this.results.newest(manager, context, found.id);
      const resultNumber = kept?.number ?? 1;
      const step = { move: 'certify', text: asked.text, resultNumber } as const;
      await this.decisions.add(manager, context, found.id, step);
      return { certificate: { change: 'issued', state: 'valid', document } };
    });
  }

  private async endedPublicity(
    manager: EntityManager,
    context: RequestContext,
    { id }: Case,
    today: string,
  ): Promise<Publicity> {
    const publicity = await this.publicities.newest(manager, context, id);
    if (publicity?.state !== 'open') throw new ProblemError('case_moved');
    if (today <= publicity.untilOn)
      throw new ProblemError('publicity_not_over', { until: publicity.untilOn });
    // Ended before it is counted: whatever is sent meanwhile was either kept, or is refused.
    await this.publicities.end(manager, context, publicity.id, 'certified');
    await this.publicities.requireNoneWaiting(manager, context, id);
    return publicity;
  }

  private async document(
    manager: EntityManager,
    context: RequestContext,
    found: Case,
    issue: { readonly publicity: Publicity; readonly today: string; readonly number: string },
  ): Promise<CertificateDocument> {
    const { publicity, today } = issue;
    const kept = await this.results.newest(manager, context, found.id);
    if (kept === null) throw new ProblemError('result_missing');
    const { enterprise, bodyName, scheme } = kept.result;
    const { years, shortCode, numberPattern } = await this.settings.find(manager, context);
    await takeTurn(manager, `certificates of ${context.organizationId}`);
    const rule = { shortCode, pattern: numberPattern };
    const number = issue.number || (await this.next(manager, context, rule, today.slice(0, 4)));
    if (await this.certificates.isGiven(manager, context, number))
      throw new ProblemError('certificate_number_used', { number });
    const code = newVerificationCode();
    const { name, creditCode, address } = enterprise;
    return {
      ...{ format: 'liangxing-certificate', version: 1, edition: 1, number, code },
      verifyUrl: `${this.config.publicUrl}/certificates/${code}`,
      ...{ bodyName, enterprise: { name, creditCode, address }, grade: publicity.grade },
      ...{ isStatement: scheme.kind === 'readiness', scope: publicity.scope },
      ...{ standard: publicity.standard, caseNumber: found.number, issuedOn: today },
      ...{ validUntil: lastDayOf(today, years), surveillances: surveillanceDays(today, years) },
      ...{ madeOn: today, producer: '良行' },
    };
  }

  private async next(
    manager: EntityManager,
    context: RequestContext,
    rule: CertificateNumbering,
    year: string,
  ): Promise<string> {
    const around = aroundNumber(rule, year);
    const highest = await this.certificates.highest(manager, context, around);
    return nextCertificateNumber(rule, year, highest === null ? [] : [highest]);
  }

  private async keep(
    manager: EntityManager,
    context: RequestContext,
    found: Case,
    document: CertificateDocument,
  ): Promise<void> {
    const { number, code, grade, scope, standard, issuedOn, validUntil, enterprise } = document;
    const id = randomUUID();
    const { renewalMonths } = await this.settings.find(manager, context);
    const renewFrom = renewalDay(issuedOn, validUntil, renewalMonths);
    const renews = await this.renew(manager, context, found, number);
    await this.certificates.insert(manager, context, {
      ...{ id, caseId: found.id, number, code, grade, scope, standard, issuedOn, validUntil },
      ...{ renewFrom, renews },
      ...{ enterpriseName: enterprise.name, creditCode: enterprise.creditCode },
      ...{ bodyName: document.bodyName, stateOn: issuedOn },
    });
    await this.certificates.keep(manager, context, id, document);
    await this.certificates.note(manager, context, id, { change: 'issued', reason: '' });
    await this.surveillances.plan(manager, context, id, document.surveillances);
    const subject = { type: 'certificate', id };
    const facts = { number, grade, sha256: sha256Of(canonicalJson(document)) };
    await this.audit.record(manager, context, 'certificate.issued', subject, facts);
  }

  /** The certificate that the application names stays, and says by which it was renewed. @returns its number, or empty */
  private async renew(
    manager: EntityManager,
    context: RequestContext,
    { renews, enterpriseId }: Case,
    number: string,
  ): Promise<string> {
    if (renews === '') return '';
    const before = await this.renewals.renewable(manager, context, renews, enterpriseId);
    if (before === null) return '';
    await this.renewals.renewed(manager, context, before, number);
    return before.number;
  }
}
