import { Injectable, computed, inject, signal } from '@angular/core';
import { LocalDrafts } from '../../core/drafts/local-drafts';
import type { SaveStateName } from '../../core/drafts/save-state';
import { type Problem, problemOf } from '../../core/errors/problem';
import type { Efforts } from '../assessments/assessment';
import { AssessmentsApi } from '../assessments/assessments-api';
import {
  type EffortChanges,
  applyChanges,
  isEmpty,
  noChanges,
  withoutChanges,
} from './effort-changes';

const restMilliseconds = 600;
const retryMilliseconds = 3_000;

/** Efforts and exclusions of one assessment; what is changed saves itself and waits here while the server is not reached. */
@Injectable()
export class EffortsSaver {
  private readonly api = inject(AssessmentsApi);
  private readonly drafts = inject(LocalDrafts);
  private key = '';
  private assessmentId = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;
  private readonly stored = signal<Efforts>({ version: 0, efforts: {}, excluded: [] });
  private readonly changes = signal<EffortChanges>(noChanges);

  readonly state = signal<SaveStateName>('saved');
  readonly problem = signal<Problem | null>(null);
  /** What the person sees: the stored ones with the changes on top. */
  readonly current = computed(() => applyChanges(this.stored(), this.changes()));

  async open(userId: string, assessmentId: string): Promise<void> {
    clearTimeout(this.timer);
    this.assessmentId = assessmentId;
    this.key = `efforts:${userId}:${assessmentId}`;
    const [stored, left] = await Promise.all([
      this.api.efforts(assessmentId),
      this.drafts.read<EffortChanges>(this.key),
    ]);
    this.stored.set(stored);
    this.changes.set(left ?? noChanges);
    if (left) this.schedule(0);
  }

  setEffort(correctionId: string, tenths: number): void {
    this.change({ efforts: { [correctionId]: tenths }, excluded: {} });
  }

  setExcluded(correctionId: string, isExcluded: boolean): void {
    this.change({ efforts: {}, excluded: { [correctionId]: isExcluded } });
  }

  /** Leaving the page: what is not sent stays on this machine and is sent on the next visit. */
  close(): void {
    clearTimeout(this.timer);
    void this.send();
  }

  private change(more: EffortChanges): void {
    const before = this.changes();
    const changes = {
      efforts: { ...before.efforts, ...more.efforts },
      excluded: { ...before.excluded, ...more.excluded },
    };
    this.changes.set(changes);
    this.state.set('unsaved');
    void this.drafts.write(this.key, changes);
    this.schedule(restMilliseconds);
  }

  private schedule(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), milliseconds);
  }

  private async send(): Promise<void> {
    const sent = this.changes();
    if (this.isSending || isEmpty(sent)) return;
    this.isSending = true;
    this.state.set('saving');
    try {
      this.stored.set(await this.api.saveEfforts(this.assessmentId, this.current()));
      await this.acknowledge(sent);
    } catch (error) {
      this.failed(problemOf(error));
    } finally {
      this.isSending = false;
    }
  }

  private async acknowledge(sent: EffortChanges): Promise<void> {
    const left = withoutChanges(this.changes(), sent);
    this.changes.set(left);
    this.problem.set(null);
    if (isEmpty(left)) {
      this.state.set('saved');
      await this.drafts.remove(this.key);
    } else {
      await this.drafts.write(this.key, left);
      this.schedule(0);
    }
  }

  private failed(problem: Problem): void {
    if (problem.isConflict) {
      // Estimates of different corrections do not exclude each other: ours go on top of the newer ones.
      this.stored.set(problem.current as Efforts);
      this.schedule(0);
    } else if (problem.isOffline) {
      this.state.set('offline');
      this.schedule(retryMilliseconds);
    } else {
      this.problem.set(problem);
      this.state.set('refused');
    }
  }
}
