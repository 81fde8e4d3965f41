import { inject, Injectable } from '@angular/core';
import { Api } from '../../core/api/api';
import type { ConclusionDto } from '../../core/api/generated/openapi';
import { DraftQueue } from '../../core/drafts/draft-queue';
import { mergedFields } from '../../core/drafts/merge-fields';
import { CurrentOrganization } from '../../core/session/current-organization';
import { type ConclusionContent, contentOf } from './conclusion';

/** What is typed of the conclusion and not stored yet; several people write it. Provided by its form. */
@Injectable()
export class ConclusionQueue extends DraftQueue<ConclusionContent, ConclusionDto> {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);

  async open(
    userId: string,
    caseId: string,
    stored: () => ConclusionDto | undefined,
    onSaved: (saved: ConclusionDto) => void,
    onClosed: () => Promise<void>,
  ): Promise<void> {
    const organizationId = this.organization.id();
    await this.openTarget({
      ...{ stored, onSaved, onClosed, contentOf },
      prefix: `conclusion:${userId}:${caseId}:`,
      merge: mergedFields,
      send: (_, { content, version }) =>
        this.api.put('/cases/{id}/conclusion', {
          ...{ organizationId, id: caseId, ifMatch: version, body: content },
        }),
    });
  }

  /** Of a stored one its fields alone. */
  override put(id: string, content: ConclusionContent): void {
    super.put(id, contentOf(content));
  }
}
