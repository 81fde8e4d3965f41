import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../core/api/api';
import { isPassing } from '../../core/drafts/draft-saver';
import { LocalDrafts } from '../../core/drafts/local-drafts';
import type { SaveStateName } from '../../core/drafts/save-state';
import { type Problem, problemOf } from '../../core/errors/problem';
import { CurrentOrganization } from '../../core/session/current-organization';
import { QuietTimer } from '../../core/typing/quiet-timer';
import {
  type Efforts,
  noEfforts,
  type EffortChanges,
  applyChanges,
  isEmpty,
  joinChanges,
  noChanges,
  withoutChanges,
} from './effort-changes';
import { type SentEfforts, flushEfforts } from './flush-efforts';

const restMilliseconds = 600;
const retryMilliseconds = 3_000;

interface Opened {
  readonly key: string;
  readonly save: (efforts: Efforts) => Promise<Efforts>;
  sent: SentEfforts | null;
}

/** Efforts and exclusions of one assessment; what is changed saves itself and waits here while the server is not reached. */
@Injectable()
export class EffortsSaver {
  private readonly api = inject(Api);
  private readonly drafts = inject(LocalDrafts);
  private readonly organization = inject(CurrentOrganization);
  /** What is open now; a request still on its way knows by it that another was opened. */
  private opened: Opened | null = null;
  private readonly timer = new QuietTimer();
  private readonly stored = signal<Efforts>(noEfforts);
  private readonly changes = signal<EffortChanges>(noChanges);

  readonly state = signal<SaveStateName>('saved');
  readonly problem = signal<Problem | null>(null);
  /** What the person sees: the stored ones with the changes on top. */
  readonly current = computed(() => applyChanges(this.stored(), this.changes()));

  async open(userId: string, assessmentId: string): Promise<void> {
    this.close();
    const key = `efforts:${userId}:${assessmentId}`;
    const organizationId = this.organization.id();
    // To the enterprise that is open now, whichever is opened later.
    const save = ({ version, ...plan }: Efforts) =>
      this.api.put('/assessments/{assessmentId}/efforts', {
        ...{ organizationId, assessmentId, ifMatch: version },
        body: plan,
      });
    const opened: Opened = { key, save, sent: null };
    this.opened = opened;
    this.stored.set(noEfforts);
    this.changes.set(noChanges);
    this.problem.set(null);
    this.state.set('saved');
    const [stored, left] = await Promise.all([
      this.api.get('/assessments/{assessmentId}/efforts', { assessmentId }),
      this.drafts.read<EffortChanges>(key).catch(() => undefined),
    ]);
    if (this.opened !== opened) return;
    this.stored.set(stored);
    // A draft of an earlier release knows less.
    this.changes.set(joinChanges(noChanges, left ?? {}));
    if (left) this.schedule(0);
  }

  setEffort(correctionId: string, tenths: number): void {
    this.change({ efforts: { [correctionId]: tenths } });
  }

  setMonths(correctionId: string, months: number): void {
    this.change({ months: { [correctionId]: months } });
  }

  setExcluded(correctionId: string, isExcluded: boolean): void {
    this.change({ excluded: { [correctionId]: isExcluded } });
  }

  setHorizon(months: number): void {
    this.change({ horizon: months });
  }

  /** Leaving the page: what waits goes at once; what the server does not take stays here for the next visit. */
  close(): void {
    this.timer.stop();
    const opened = this.opened;
    this.opened = null;
    if (!opened || this.problem() || isEmpty(this.changes())) return;
    void this.flush(opened);
  }

  private async flush({ key, save, sent }: Opened): Promise<void> {
    const [stored, changes] = [this.stored(), this.changes()];
    const isStored = await flushEfforts({ stored, changes, sent, save });
    // Opened again meanwhile: that visit looks after the draft.
    if (isStored && this.opened?.key !== key) await this.drafts.remove(key).catch(() => undefined);
  }

  private change(more: Partial<EffortChanges>): void {
    const opened = this.opened;
    if (!opened) return;
    const changes = joinChanges(this.changes(), more);
    this.changes.set(changes);
    this.state.set('unsaved');
    void this.drafts.write(opened.key, changes).catch(() => undefined);
    this.schedule(restMilliseconds);
  }

  private schedule(milliseconds: number): void {
    this.timer.start(milliseconds, () => void this.send());
  }

  private async send(): Promise<void> {
    const [opened, sent] = [this.opened, this.changes()];
    if (!opened || opened.sent || isEmpty(sent)) return;
    this.state.set('saving');
    try {
      const saving = opened.save(this.current());
      opened.sent = { changes: sent, outcome: saving.catch(() => null) };
      const stored = await saving;
      if (this.opened === opened) this.acknowledge(opened, stored, sent);
    } catch (error) {
      if (this.opened === opened) this.failed(problemOf(error), sent);
    } finally {
      opened.sent = null;
    }
  }

  private acknowledge({ key }: Opened, stored: Efforts, sent: EffortChanges): void {
    const left = withoutChanges(this.changes(), sent);
    this.stored.set(stored);
    this.changes.set(left);
    this.problem.set(null);
    if (isEmpty(left)) {
      this.state.set('saved');
      void this.drafts.remove(key).catch(() => undefined);
    } else {
      void this.drafts.write(key, left).catch(() => undefined);
      this.schedule(0);
    }
  }

  private failed(problem: Problem, sent: EffortChanges): void {
    if (problem.isConflict && problem.current) {
      // Estimates of different corrections do not exclude each other: ours go on top of the newer ones.
      this.stored.set(problem.current as unknown as Efforts);
      this.schedule(0);
    } else if (isPassing(problem.status)) {
      this.state.set('offline');
      this.schedule(retryMilliseconds);
    } else if (this.changes() !== sent) {
      // What was changed since may be what mends it.
      this.schedule(0);
    } else {
      this.problem.set(problem);
      this.state.set('refused');
    }
  }
}
