import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../core/api/api';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { Busy } from '../../core/once/busy';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { ActionEdits } from './action-edits';
import type { ActionChanges, CorrectiveAction } from './corrective-action';

/** The corrective actions of the current evaluation and of none: what is stored, overlaid with what is not yet. */
@Injectable()
export class ActionsStore {
  private readonly api = inject(Api);
  private readonly current = inject(CurrentAssessment);
  private readonly notices = inject(Notices);
  private readonly organization = inject(CurrentOrganization);
  private readonly session = inject(SessionService);
  readonly edits = inject(ActionEdits);
  readonly adding = new Busy();

  /** Those of every evaluation; null: not known yet. */
  private readonly stored = signal<readonly CorrectiveAction[] | null>(null);
  private readonly assessmentId = signal<string | null>(null);
  readonly problem = signal<Problem | null>(null);
  private asked = 0;

  readonly actions = computed(() => {
    const [drafts, assessmentId] = [this.edits.drafts(), this.assessmentId()];
    return (
      this.stored()
        // Those of no evaluation at all belong to the enterprise, whichever is open.
        ?.filter((action) => !action.assessmentId || action.assessmentId === assessmentId)
        .map((action): CorrectiveAction => ({ ...action, ...drafts.get(action.id)?.content })) ??
      null
    );
  });

  async load(): Promise<void> {
    const asked = ++this.asked;
    this.edits.close();
    this.stored.set(null);
    this.problem.set(null);
    const organizationId = this.organization.id();
    try {
      const [assessment, actions] = await Promise.all([
        this.current.load(),
        this.api.get('/corrective-actions'),
      ]);
      if (asked !== this.asked) return;
      this.assessmentId.set(assessment?.id ?? null);
      this.stored.set(actions);
      void this.edits.open(
        this.session.user()?.id ?? '',
        organizationId,
        (id) => this.find(id),
        (saved) => this.accept(saved),
      );
    } catch (error) {
      if (asked === this.asked) this.problem.set(problemOf(error));
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
      this.stored.update((list) => [...(list ?? []).filter(({ id }) => id !== added.id), added]);
    } catch (error) {
      this.notices.failed(error);
    }
  }

  async remove({ id, version }: CorrectiveAction): Promise<void> {
    try {
      await this.edits.flush();
      const ifMatch = this.find(id)?.version ?? version;
      await this.api.delete('/corrective-actions/{id}', { id, ifMatch });
      this.edits.forget(id);
      this.stored.update((list) => (list ?? []).filter((one) => one.id !== id));
    } catch (error) {
      this.notices.failed(error);
      await this.load();
    }
  }

  /** Shows the change at once and sends it after the earlier ones. */
  change(id: string, changes: ActionChanges): void {
    if (this.find(id)) this.edits.change(id, changes);
  }

  private accept(saved: CorrectiveAction): void {
    this.stored.update((list) => list?.map((one) => (one.id === saved.id ? saved : one)) ?? null);
  }

  private find(id: string): CorrectiveAction | undefined {
    return this.stored()?.find((action) => action.id === id);
  }
}
