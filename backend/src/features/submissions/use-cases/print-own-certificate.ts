import { Injectable } from '@nestjs/common';
import { Audit, notFound, TenantDatabase, type RequestContext } from '../../../kernel';
import { PrintCertificate } from '../../certificates';
import { LettersRepository } from '../../letters';
import { SubmissionsRepository } from '../submissions.repository';

/** The certificate of an enterprise, printed from the letter by which it was told: the same bytes as at the body. */
@Injectable()
export class PrintOwnCertificate {
  constructor(
    private readonly database: TenantDatabase,
    private readonly submissions: SubmissionsRepository,
    private readonly letters: LettersRepository,
    private readonly printing: PrintCertificate,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found, also where no certificate was issued, or it was withdrawn */
  async execute(
    context: RequestContext,
    id: string,
  ): Promise<{ readonly fileName: string; readonly content: Uint8Array }> {
    const document = await this.database.transaction(context, async (manager) => {
      if ((await this.submissions.find(manager, context, id)) === null) throw notFound();
      const letters = await this.letters.list(manager, context, id);
      const told = letters.findLast(({ content }) => content.certificate !== undefined);
      const certificate = told?.content.certificate;
      if (certificate === undefined || certificate.state === 'withdrawn') throw notFound();
      const subject = { type: 'submission', id };
      const { number, edition } = certificate.document;
      const facts = { number, edition };
      const action = 'submission.certificate_printed';
      await this.audit.record(manager, context, action, subject, facts);
      return certificate.document;
    });
    return this.printing.print(context, document);
  }
}
