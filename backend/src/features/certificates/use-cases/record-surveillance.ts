import { Injectable } from '@nestjs/common';
import type { SurveillanceResult } from '@liangxing/contracts';
import {
  Audit,
  notFound,
  organizationDay,
  ProblemError,
  TenantDatabase,
  validationFailed,
  type RequestContext,
} from '../../../kernel';
import type { Surveillance } from '../certificate';
import { CertificatesRepository } from '../certificates.repository';
import { SurveillancesRepository } from '../surveillances.repository';

interface RecordedSurveillance {
  readonly result: SurveillanceResult;
  readonly note: string;
  /** When it was held. */
  readonly doneOn: string;
}

/** Writes down what a surveillance found; what follows from it for the certificate is decided apart. */
@Injectable()
export class RecordSurveillance {
  constructor(
    private readonly database: TenantDatabase,
    private readonly certificates: CertificatesRepository,
    private readonly surveillances: SurveillancesRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found, validation_failed, surveillance_recorded */
  execute(
    context: RequestContext,
    certificateId: string,
    number: number,
    recorded: RecordedSurveillance,
  ): Promise<Surveillance[]> {
    const { result, note, doneOn } = recorded;
    if (doneOn > organizationDay(new Date()))
      throw validationFailed({ path: 'doneOn', code: 'in_future' });
    if (result !== 'passed' && note.trim() === '')
      throw validationFailed({ path: 'note', code: 'required' });
    return this.database.transaction(context, async (manager) => {
      const found = await this.certificates.find(manager, context, certificateId);
      const planned = await this.surveillances.list(manager, context, certificateId);
      if (found === null || !planned.some((one) => one.number === number)) throw notFound();
      if (doneOn < found.issuedOn)
        throw validationFailed({ path: 'doneOn', code: 'before_certificate' });
      const place = { certificateId, number };
      if (!(await this.surveillances.record(manager, context, place, recorded)))
        throw new ProblemError('surveillance_recorded');
      const subject = { type: 'certificate', id: certificateId };
      const facts = { number: found.number, surveillance: number, result };
      await this.audit.record(manager, context, 'surveillance.recorded', subject, facts);
      return this.surveillances.list(manager, context, certificateId);
    });
  }
}
