import { inject, Injectable } from '@angular/core';
import { DraftQueue } from '../../core/drafts/draft-queue';
import { contentOf, isComplete, type ScoreContent, type ScoredAnswer } from './score';
import { SheetSource } from './sheet-source';

/** Where unsent judgements of an assessor go. */
interface ScoreTarget {
  readonly caseId: string;
  readonly onSaved: (answer: ScoredAnswer) => void;
  readonly stored: (itemId: string) => ScoredAnswer | undefined;
  readonly onClosed: () => Promise<void>;
}

/** The unsent judgements of the own sheet. Provided by its page. */
@Injectable()
export class ScoreQueue extends DraftQueue<ScoreContent, ScoredAnswer> {
  private readonly source = inject(SheetSource);

  /** Takes up what an earlier visit left unsent. */
  async open({ caseId, ...target }: ScoreTarget): Promise<void> {
    await this.openTarget({
      ...target,
      prefix: this.source.draftsOf(caseId),
      send: this.source.recorder(caseId),
      isComplete,
      contentOf,
    });
  }

  override put(itemId: string, content: ScoreContent): void {
    super.put(itemId, contentOf(content));
  }
}
