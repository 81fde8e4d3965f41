import { Injectable, inject } from '@angular/core';
import { Api } from '../../core/api/api';
import { DraftQueue } from '../../core/drafts/draft-queue';
import { CurrentOrganization } from '../../core/session/current-organization';
import { type Answer, type AnswerContent, contentOf, isComplete } from './assessment';

/** The unsent answers of the opened assessment. Provided by the scoring sheet's page. */
@Injectable()
export class AnswerQueue extends DraftQueue<AnswerContent, Answer> {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);

  /** Takes up what an earlier visit left unsent; sends to the enterprise that is open now, whichever is opened later. */
  async open(
    userId: string,
    assessmentId: string,
    onSaved: (answer: Answer) => void,
    stored: (itemId: string) => Answer | undefined,
    onClosed: () => Promise<void>,
  ): Promise<void> {
    const organizationId = this.organization.id();
    await this.openTarget({
      prefix: `answers:${userId}:${assessmentId}:`,
      send: (itemId, { content, version, idempotencyKey }) =>
        this.api.put('/assessments/{assessmentId}/answers/{itemId}', {
          ...{ organizationId, assessmentId, itemId, ifMatch: version, idempotencyKey },
          body: content,
        }),
      isComplete: (content, itemId) => isComplete(content, stored(itemId)),
      stored,
      contentOf,
      onSaved,
      onClosed,
    });
  }

  override put(itemId: string, content: AnswerContent): void {
    super.put(itemId, contentOf(content));
  }
}
