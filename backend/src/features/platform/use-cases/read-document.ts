import { Injectable } from '@nestjs/common';
import { notFound, PlatformAudit, PlatformDatabase, type RequestContext } from '../../../kernel';
import type { StoredDocument } from '../../organizations';
import { PlatformOrganizationsRepository } from '../organizations/platform-organizations.repository';

/** A document of an application, for whoever decides; the platform's trail says who looked at it. */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly organizations: PlatformOrganizationsRepository,
    private readonly audit: PlatformAudit,
  ) {}

  /** @throws ProblemError not_found */
  execute(context: RequestContext, id: string, documentId: string): Promise<StoredDocument> {
    return this.database.transaction(context.userId, async (manager) => {
      const documents = await this.organizations.documents(manager, id);
      const found = documents.find((document) => document.id === documentId.toLowerCase());
      if (found === undefined) throw notFound();
      // As it is stored, however the address was typed.
      const subject = { type: 'organization', id: id.toLowerCase() };
      await this.audit.record(manager, context, 'organization.document_read', subject, {
        documentId: found.id,
      });
      return found;
    });
  }
}
