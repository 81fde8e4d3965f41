import { Injectable, effect, inject, untracked } from '@angular/core';
import { Api } from '../../core/api/api';
import { DraftQueue } from '../../core/drafts/draft-queue';
import { mergedFields } from '../../core/drafts/merge-fields';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import {
  type ActionChanges,
  type CorrectiveAction,
  stateBetween,
  unrefusedTexts,
} from './corrective-action';

/** What was changed of one action, as builds before the common saver kept it. */
interface KeptChange {
  readonly base: CorrectiveAction;
  readonly changes: ActionChanges;
}

/** What is asked to be stored. */
interface AskedChange {
  readonly organizationId: string;
  readonly id: string;
  readonly ifMatch: number;
  readonly body: ActionChanges;
}

/** Changes of corrective actions that are not yet stored; those of different fields of two people come together. */
@Injectable()
export class ActionEdits extends DraftQueue<ActionChanges, CorrectiveAction> {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  /** Versions that one's own moves in between led to, by the action and the version that they were made on. */
  private readonly reached = new Map<string, number>();

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
        this.send({ organizationId, id, ifMatch: version, body: content }, onSaved),
      stored,
      contentOf: (action) => action,
      merge: mergedFields,
      onSaved,
    });
  }

  /** Goes at once; while an earlier change of the same action waits, both are one, which may be several moves. */
  change(id: string, changes: ActionChanges): void {
    this.put(id, { ...this.drafts().get(id)?.content, ...changes });
    void this.flush();
  }

  /** Changes that came together while they waited: where no single move leads to their state, by the one between. */
  private async send(
    asked: AskedChange,
    onMoved: (action: CorrectiveAction) => void,
  ): Promise<CorrectiveAction> {
    const { id, ifMatch: seen, body } = asked;
    const place = `${id}:${seen}`;
    const patch = (ifMatch: number, changes: ActionChanges) =>
      this.api.patch('/corrective-actions/{id}', { ...asked, ifMatch, body: changes });
    const version = this.reached.get(place) ?? seen;
    try {
      return await patch(version, body);
    } catch (error) {
      const between = stateOnTheWay(problemOf(error), body);
      if (between === undefined) throw error;
      const moved = await patch(version, { state: between });
      // An answer that is lost from here on leaves the rest to be sent upon this version.
      this.reached.set(place, moved.version);
      onMoved(moved);
      return await patch(moved.version, body);
    }
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

/** Where changes pass through whose state no single move leads to; undefined: they were refused for something else. */
function stateOnTheWay({ code, current }: Problem, { state }: ActionChanges) {
  const now =
    code === 'action_move_not_allowed' ? (current as CorrectiveAction | undefined) : undefined;
  return now && state && stateBetween(now.state, state);
}
