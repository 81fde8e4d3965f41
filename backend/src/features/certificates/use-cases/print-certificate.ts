import type { CertificateDocument } from '@liangxing/dossier';
import { Injectable } from '@nestjs/common';
import {
  Audit,
  notFound,
  TenantDatabase,
  ThreadPool,
  threadTask,
  type RequestContext,
} from '../../../kernel';
import { CertificatesRepository } from '../certificates.repository';
import type { writeCertificate } from '../write-certificate.task';

const WRITE = threadTask<typeof writeCertificate>('writeCertificate', { seconds: 60 });

interface PrintedCertificate {
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** The PDF of a certificate: of its frozen content, and of nothing else. */
@Injectable()
export class PrintCertificate {
  constructor(
    private readonly database: TenantDatabase,
    private readonly certificates: CertificatesRepository,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  /** Of the body's own record. @throws ProblemError not_found */
  async execute(context: RequestContext, id: string, edition: number): Promise<PrintedCertificate> {
    const document = await this.database.transaction(context, async (manager) => {
      const kept = await this.certificates.edition(manager, context, id, edition);
      if (kept === null) throw notFound();
      const subject = { type: 'certificate', id };
      const facts = { number: kept.document.number, edition, sha256: kept.sha256 };
      await this.audit.record(manager, context, 'certificate.printed', subject, facts);
      return kept.document;
    });
    return this.print(context, document);
  }

  /** Of a document that whoever asks has, as the enterprise has it with its letter. */
  async print(context: RequestContext, document: CertificateDocument): Promise<PrintedCertificate> {
    const { enterprise, number, edition } = document;
    const content = await this.threads.run(context, WRITE, document, context);
    const which = edition === 1 ? '' : `-第${String(edition)}版`;
    return { fileName: `${enterprise.name}-证书-${number}${which}.pdf`, content };
  }
}
