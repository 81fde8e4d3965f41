import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../core/api/api';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { DraftQueue } from '../../core/drafts/draft-queue';
import { CurrentOrganization } from '../../core/session/current-organization';
import {
  type EffortPlan,
  type Efforts,
  type KeptEfforts,
  mergePlans,
  noEfforts,
  planOf,
  withExcluded,
  withKept,
} from './efforts';

/** The whole plan is one thing that is saved. */
const PLAN = 'plan';

/** Efforts and exclusions of one assessment; what is changed saves itself and waits here while the server is not reached. */
@Injectable()
export class EffortsSaver extends DraftQueue<EffortPlan, Efforts> {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly assessments = inject(CurrentAssessment);
  private readonly stored = signal<Efforts>(noEfforts);
  private asked = 0;

  readonly problem = computed(() => this.refused().get(PLAN) ?? null);
  readonly tooLate = computed(() => this.aside().get(PLAN) ?? null);
  /** What the person sees: what is typed, else what is stored. */
  readonly current = computed<EffortPlan>(
    () => this.drafts().get(PLAN)?.content ?? planOf(this.stored()),
  );

  async open(userId: string, assessmentId: string): Promise<void> {
    const asked = ++this.asked;
    this.close();
    this.stored.set(noEfforts);
    const organizationId = this.organization.id();
    const stored = await this.api.get('/assessments/{assessmentId}/efforts', { assessmentId });
    if (asked !== this.asked) return;
    this.stored.set(stored);
    const key = `efforts:${userId}:${assessmentId}`;
    void this.openTarget({
      prefix: `${key}:`,
      earlier: {
        key,
        draftsOf: (kept) => {
          const [base, { version }] = [planOf(stored), stored];
          return [{ itemId: PLAN, content: withKept(base, kept as KeptEfforts), version, base }];
        },
      },
      // To the enterprise that is open now, whichever is opened later.
      send: (_, { content, version }) =>
        this.api.put('/assessments/{assessmentId}/efforts', {
          ...{ organizationId, assessmentId, ifMatch: version },
          body: content,
        }),
      stored: () => this.stored(),
      contentOf: planOf,
      merge: mergePlans,
      onSaved: (saved) => this.stored.set(saved),
      onClosed: () => this.assessments.lookAgain(assessmentId),
    });
  }

  setEffort(correctionId: string, tenths: number): void {
    const { efforts } = this.current();
    this.change({ efforts: { ...efforts, [correctionId]: tenths } });
  }

  setMonths(correctionId: string, months: number): void {
    this.change({ months: { ...this.current().months, [correctionId]: months } });
  }

  setExcluded(correctionId: string, isExcluded: boolean): void {
    this.change(withExcluded(this.current(), correctionId, isExcluded));
  }

  setHorizon(horizon: number): void {
    this.change({ horizon });
  }

  private change(change: Partial<EffortPlan>): void {
    this.put(PLAN, { ...this.current(), ...change });
  }
}
