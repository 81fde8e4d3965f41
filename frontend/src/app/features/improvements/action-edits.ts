import { Injectable, effect, inject, untracked } from '@angular/core';
import { Api } from '../../core/api/api';
import { DraftQueue } from '../../core/drafts/draft-queue';
import { mergedFields } from '../../core/drafts/merge-fields';
import { Notices } from '../../core/errors/notices';
import type { Problem } from '../../core/errors/problem';
import { type ActionChanges, type CorrectiveAction, unrefusedTexts } from './corrective-action';

/** What was changed of one action, as builds before the common saver kept it. */
interface KeptChange {
  readonly base: CorrectiveAction;
  readonly changes: ActionChanges;
}

/** Changes of corrective actions that are not yet stored; those of different fields of two people come together. */
@Injectable()
export class ActionEdits extends DraftQueue<ActionChanges, CorrectiveAction> {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);

  constructor() {
    super();
    effect(() => {
      for (const [id, problem] of this.refused()) untracked(() => this.giveWay(id, problem));
    });
  }

  open(
    userId: string,
    organizationId: string,
    stored: (id: string) => CorrectiveAction | undefined,
    onSaved: (action: CorrectiveAction) => void,
  ): Promise<void> {
    return this.openTarget({
      prefix: `improvements:${userId}:${organizationId}:`,
      earlier: {
        key: `action:${userId}:${organizationId}:`,
        draftsOf: (kept) => {
          const { base, changes } = kept as KeptChange;
          return [{ itemId: base.id, content: changes, version: base.version, base }];
        },
      },
      // To the enterprise that is open now, whichever is opened later.
      send: (id, { content, version }) =>
        this.api.patch('/corrective-actions/{id}', {
          ...{ organizationId, id, ifMatch: version },
          body: content,
        }),
      stored,
      contentOf: (action) => action,
      merge: mergedFields,
      onSaved,
    });
  }

  /** Goes at once, after the earlier changes of the same action. */
  change(id: string, changes: ActionChanges): void {
    this.put(id, { ...this.drafts().get(id)?.content, ...changes });
    void this.flush();
  }

  /** What the server refused is not shown as if it were stored; what was written beside it goes on its own. */
  private giveWay(id: string, problem: Problem): void {
    this.notices.failed(problem);
    const texts = unrefusedTexts(this.drafts().get(id)?.content ?? {}, problem);
    if (texts === null) this.forget(id);
    else {
      this.put(id, texts);
      void this.flush();
    }
  }
}
