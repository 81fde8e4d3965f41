import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../core/api/api';
import { DraftQueue } from '../../core/drafts/draft-queue';
import { type Problem, problemOf } from '../../core/errors/problem';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { type Assessment, CurrentAssessment } from '../../core/assessment/current-assessment';
import { type Condition, type ConditionFields, fieldsOf } from './condition';

/** The unsent answers to conditions. */
@Injectable()
export class ConditionQueue extends DraftQueue<ConditionFields, Condition> {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);

  /** Sends to the enterprise that is open now, whichever is opened later. */
  async open(
    userId: string,
    assessmentId: string,
    stored: (id: string) => Condition | undefined,
    onSaved: (condition: Condition) => void,
    onClosed: () => Promise<void>,
  ): Promise<void> {
    const organizationId = this.organization.id();
    await this.openTarget({
      prefix: `conditions:${userId}:${assessmentId}:`,
      send: (conditionId, { content, version }) =>
        this.api.put('/assessments/{assessmentId}/conditions/{conditionId}', {
          ...{ organizationId, assessmentId, conditionId, ifMatch: version },
          body: content,
        }),
      stored,
      contentOf: fieldsOf,
      onSaved,
      onClosed,
    });
  }
}

/** The conditions of the current self-evaluation: what is stored, overlaid with what is typed and not yet stored. */
@Injectable()
export class ConditionsStore {
  private readonly api = inject(Api);
  private readonly current = inject(CurrentAssessment);
  private readonly session = inject(SessionService);
  readonly queue = inject(ConditionQueue);

  private readonly opened = signal<Assessment | null>(null);
  readonly assessment = computed(() => this.current.asKnown(this.opened()));
  readonly problem = signal<Problem | null>(null);
  readonly isLoaded = signal(false);
  private readonly stored = signal<readonly Condition[]>([]);
  private asked = 0;

  readonly conditions = computed(() =>
    this.stored().map((condition) => ({
      ...condition,
      ...this.queue.drafts().get(condition.id)?.content,
    })),
  );

  async load(): Promise<void> {
    const asked = ++this.asked;
    this.close();
    this.isLoaded.set(false);
    this.problem.set(null);
    this.opened.set(null);
    this.stored.set([]);
    try {
      const assessment = await this.current.load();
      const conditions = assessment === null ? [] : await this.listOf(assessment.id);
      if (asked !== this.asked) return;
      this.opened.set(assessment);
      this.stored.set(conditions);
      this.isLoaded.set(true);
      if (assessment === null) return;
      const userId = this.session.user()?.id ?? '';
      void this.queue.open(
        userId,
        assessment.id,
        (id) => this.stored().find((one) => one.id === id),
        (condition) => this.accept(condition),
        () => this.lookAgain(assessment.id),
      );
    } catch (error) {
      if (asked === this.asked) this.problem.set(problemOf(error));
    }
  }

  /** What the page shows may be behind what was typed a moment ago: the change meets what holds now. */
  change({ id }: Pick<Condition, 'id'>, change: Partial<ConditionFields>): void {
    const now = this.conditions().find((one) => one.id === id);
    if (now !== undefined) this.queue.put(id, { ...fieldsOf(now), ...change });
  }

  /** Files were added or taken away; what is being typed stays. */
  async countFiles(): Promise<void> {
    const id = this.assessment()?.id;
    if (id === undefined) return;
    const listed = await this.listOf(id).catch(() => []);
    const counts = new Map(listed.map((one) => [one.id, one.evidenceCount]));
    if (this.assessment()?.id !== id) return;
    this.stored.update((list) =>
      list.map((one) => ({ ...one, evidenceCount: counts.get(one.id) ?? one.evidenceCount })),
    );
  }

  /** Somebody closed the evaluation since it was opened. */
  private async lookAgain(assessmentId: string): Promise<void> {
    await this.current.lookAgain(assessmentId);
    const list = await this.listOf(assessmentId);
    if (this.assessment()?.id === assessmentId) this.stored.set(list);
  }

  private listOf(assessmentId: string): Promise<readonly Condition[]> {
    return this.api.get('/assessments/{assessmentId}/conditions', { assessmentId });
  }

  close(): void {
    this.queue.close();
  }

  private accept(saved: Condition): void {
    this.stored.update((list) => list.map((one) => (one.id === saved.id ? saved : one)));
  }
}
