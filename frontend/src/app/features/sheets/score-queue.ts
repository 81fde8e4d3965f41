import { inject, Injectable } from '@angular/core';
import { Api } from '../../core/api/api';
import { DraftQueue } from '../../core/drafts/draft-queue';
import { CurrentOrganization } from '../../core/session/current-organization';
import { contentOf, isComplete, type ScoreContent, type ScoredAnswer } from './score';

/** Where unsent judgements of an assessor go. */
interface ScoreTarget {
  readonly userId: string;
  readonly caseId: string;
  readonly onSaved: (answer: ScoredAnswer) => void;
  readonly stored: (itemId: string) => ScoredAnswer | undefined;
  readonly onClosed: () => Promise<void>;
}

/** The unsent judgements of the own sheet. Provided by its page. */
@Injectable()
export class ScoreQueue extends DraftQueue<ScoreContent, ScoredAnswer> {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);

  /** Takes up what an earlier visit left unsent. */
  async open({ userId, caseId: id, ...target }: ScoreTarget): Promise<void> {
    const organizationId = this.organization.id();
    await this.openTarget({
      ...target,
      prefix: `scores:${userId}:${id}:`,
      send: (itemId, { content, version, idempotencyKey }) =>
        this.api.put('/cases/{id}/sheet/answers/{itemId}', {
          ...{ organizationId, id, itemId, ifMatch: version, idempotencyKey },
          body: content,
        }),
      isComplete,
      contentOf,
    });
  }

  override put(itemId: string, content: ScoreContent): void {
    super.put(itemId, contentOf(content));
  }
}
