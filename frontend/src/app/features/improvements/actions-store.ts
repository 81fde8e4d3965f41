import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../core/api/api';
import { isPassing } from '../../core/drafts/draft-saver';
import { Busy } from '../../core/once/busy';
import type { SaveStateName } from '../../core/drafts/save-state';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { CurrentOrganization } from '../../core/session/current-organization';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { type ActionChanges, type CorrectiveAction, canRebase } from './corrective-action';
import type { KeptChange } from './kept-change';
import { KeptChanges } from './kept-changes';

const retryMilliseconds = 3_000;

interface ActionConflict {
  readonly mine: ActionChanges;
  readonly theirs: CorrectiveAction;
}

/**
 * The corrective actions of the current evaluation and of none; each change is sent at once, those of one action in turn.
 * What the server has not taken waits on this machine, also over a reload.
 */
@Injectable()
export class ActionsStore {
  private readonly api = inject(Api);
  private readonly current = inject(CurrentAssessment);
  private readonly notices = inject(Notices);
  private readonly kept = inject(KeptChanges);
  private readonly organization = inject(CurrentOrganization);
  private readonly turns = new Map<string, Promise<void>>();
  private readonly pending = signal(0);
  private readonly isOffline = signal(false);
  private isGone = false;
  readonly adding = new Busy();

  readonly actions = signal<readonly CorrectiveAction[] | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly conflicts = signal<ReadonlyMap<string, ActionConflict>>(new Map());
  readonly saveState = computed<SaveStateName>(() => {
    if (this.conflicts().size > 0) return 'conflict';
    if (this.isOffline()) return 'offline';
    return this.pending() > 0 ? 'saving' : 'saved';
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isGone = true));
  }

  async load(): Promise<void> {
    this.actions.set(null);
    try {
      this.problem.set(null);
      const [assessment, actions, kept] = await Promise.all([
        this.current.load(),
        this.api.get('/corrective-actions'),
        this.kept.readAll(),
      ]);
      // Those of no evaluation at all belong to the enterprise, whichever is open.
      this.actions.set(
        actions.filter(({ assessmentId }) => !assessmentId || assessmentId === assessment?.id),
      );
      this.takeUp(actions, kept);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  async add(): Promise<void> {
    try {
      const added = await this.adding.run(
        () => this.api.post('/corrective-actions', { body: {} }),
        'add',
      );
      if (added === undefined) return;
      // A repeated request gets the action that the first one added.
      this.actions.update((list) => [...(list ?? []).filter(({ id }) => id !== added.id), added]);
    } catch (error) {
      this.notices.failed(error);
    }
  }

  async remove(action: CorrectiveAction): Promise<void> {
    try {
      const { id } = action;
      const ifMatch = this.find(id)?.version ?? action.version;
      await this.api.delete('/corrective-actions/{id}', { id, ifMatch });
      this.actions.update((list) => (list ?? []).filter((one) => one.id !== id));
    } catch (error) {
      this.notices.failed(error);
      await this.load();
    }
  }

  /** Shows the change at once and sends it after the earlier ones of the same action. */
  change(id: string, changes: ActionChanges): void {
    const base = this.find(id);
    if (!base) return;
    this.kept.keep({ base, changes });
    this.queue(base, changes);
  }

  /** What an earlier visit left unsent goes now, unless somebody else wrote in the same fields meanwhile. */
  private takeUp(all: readonly CorrectiveAction[], kept: readonly KeptChange[]): void {
    for (const { base, changes } of kept) {
      const now = this.find(base.id);
      if (!all.some(({ id }) => id === base.id)) this.kept.settle(base.id, changes);
      if (!now || this.turns.has(base.id)) continue;
      if (canRebase(base, changes, now)) this.queue(now, changes);
      else this.dispute(now, changes);
    }
  }

  private queue(base: CorrectiveAction, changes: ActionChanges): void {
    const [id, organizationId] = [base.id, this.organization.id()];
    this.replace({ ...base, ...changes });
    this.pending.update((count) => count + 1);
    const turn = (this.turns.get(id) ?? Promise.resolve())
      // What belongs to another enterprise is kept until that one is open again.
      .then(() =>
        this.organization.id() === organizationId ? this.send(base, changes) : undefined,
      )
      .finally(() => {
        this.pending.update((count) => count - 1);
        if (this.turns.get(id) === turn) this.turns.delete(id);
      });
    this.turns.set(id, turn);
  }

  settle(id: string, keep: 'mine' | 'theirs'): void {
    const conflict = this.conflicts().get(id);
    if (!conflict) return;
    this.conflicts.update((map) => new Map([...map].filter(([key]) => key !== id)));
    this.replace(conflict.theirs);
    this.kept.settle(id, conflict.mine);
    if (keep === 'mine') this.change(id, conflict.mine);
  }

  private async send(base: CorrectiveAction, changes: ActionChanges): Promise<void> {
    const { id } = base;
    const ifMatch = this.find(id)?.version ?? base.version;
    try {
      const asked = { id, ifMatch, body: changes };
      this.accept(await this.api.patch('/corrective-actions/{id}', asked), changes);
    } catch (error) {
      await this.failed(base, changes, problemOf(error));
    }
  }

  private async failed(
    base: CorrectiveAction,
    changes: ActionChanges,
    problem: Problem,
  ): Promise<void> {
    if (isPassing(problem.status)) {
      this.isOffline.set(true);
      await new Promise((resume) => setTimeout(resume, retryMilliseconds));
      // Whoever has left finds it kept on the next visit.
      if (!this.isGone && this.find(base.id)) await this.send(base, changes);
      return;
    }
    this.isOffline.set(false);
    if (!problem.isConflict) {
      // What the server refused is not shown as if it were stored.
      this.notices.failed(problem);
      this.kept.settle(base.id, changes);
      this.replace({ ...this.find(base.id), ...fieldsOf(base, changes) });
      return;
    }
    const theirs = problem.current as CorrectiveAction;
    if (canRebase(base, changes, theirs)) {
      this.replace({ ...theirs, ...changes });
      await this.send(theirs, changes);
      return;
    }
    this.dispute(theirs, changes);
  }

  private dispute(theirs: CorrectiveAction, mine: ActionChanges): void {
    this.conflicts.update((map) => new Map(map).set(theirs.id, { mine, theirs }));
  }

  /** Later changes of the same action that are still on their way stay visible. */
  private accept(saved: CorrectiveAction, sent: ActionChanges): void {
    this.isOffline.set(false);
    this.kept.settle(saved.id, sent);
    const shown = this.find(saved.id);
    const later = Object.entries(shown ?? {}).filter(
      ([field, value]) =>
        field !== 'version' &&
        value !== saved[field as keyof CorrectiveAction] &&
        !(field in sent) &&
        this.pending() > 1,
    );
    this.replace({ ...saved, ...(Object.fromEntries(later) as ActionChanges) });
  }

  private find(id: string): CorrectiveAction | undefined {
    return this.actions()?.find((action) => action.id === id);
  }

  private replace(action: Partial<CorrectiveAction>): void {
    this.actions.update((list) =>
      (list ?? []).map((each) => (each.id === action.id ? { ...each, ...action } : each)),
    );
  }
}

/** The fields of `base` that changes name, as they were. */
function fieldsOf(base: CorrectiveAction, changes: ActionChanges): Partial<CorrectiveAction> {
  const names = new Set(Object.keys(changes));
  return Object.fromEntries(Object.entries(base).filter(([name]) => names.has(name)));
}
