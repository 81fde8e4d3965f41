import { Injectable, inject } from '@angular/core';
import { type DraftConflict, DraftQueue } from '../../core/drafts/draft-queue';
import { type Answer, type AnswerContent, contentOf, isComplete } from './assessment';
import { AssessmentsApi } from './assessments-api';

export type AnswerConflict = DraftConflict<AnswerContent, Answer>;

/** The unsent answers of the opened assessment. Provided by the scoring sheet's page. */
@Injectable()
export class AnswerQueue extends DraftQueue<AnswerContent, Answer> {
  private readonly api = inject(AssessmentsApi);

  /** Takes up what an earlier visit left unsent. */
  async open(
    userId: string,
    assessmentId: string,
    onSaved: (answer: Answer) => void,
    storedOf: (itemId: string) => Answer | undefined,
  ): Promise<void> {
    const record = this.api.recorderOf(assessmentId);
    await this.openTarget({
      prefix: `answers:${userId}:${assessmentId}:`,
      send: (itemId, { content, version, idempotencyKey }) =>
        record(itemId, content, version, idempotencyKey),
      isComplete: (content, itemId) => isComplete(content, storedOf(itemId)),
      onSaved,
    });
  }

  override put(itemId: string, content: AnswerContent, version: number): void {
    super.put(itemId, contentOf(content), version);
  }
}
