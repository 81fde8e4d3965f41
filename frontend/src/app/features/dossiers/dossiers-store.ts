import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../core/api/api';
import { Busy } from '../../core/once/busy';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { type Assessment, CurrentAssessment } from '../../core/assessment/current-assessment';
import { OverviewService } from '../../core/overview/overview.service';
import { type Dossier, type DossierCheck, isOnItsWay } from './dossier';

const pollMilliseconds = 700;

/** The check, the parts and the versions of the current assessment; follows a build until it is done. */
@Injectable()
export class DossiersStore {
  private readonly api = inject(Api);
  private readonly current = inject(CurrentAssessment);
  private readonly notices = inject(Notices);
  private readonly overview = inject(OverviewService);
  private polling: ReturnType<typeof setTimeout> | undefined;
  private isGone = false;

  readonly assessment = signal<Assessment | null>(null);
  readonly check = signal<DossierCheck | null>(null);
  readonly dossiers = signal<readonly Dossier[]>([]);
  readonly isLoaded = signal(false);
  private readonly ordering = new Busy();
  readonly isOrdering = this.ordering.isBusy;
  readonly problem = signal<Problem | null>(null);
  readonly building = computed(() => this.dossiers().find(isOnItsWay) ?? null);
  /** A build that failed and has not been followed by another. */
  readonly failed = computed(() => {
    const [latest] = this.dossiers();
    return latest?.state === 'failed' ? latest : null;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
      clearTimeout(this.polling);
    });
  }

  async load(): Promise<void> {
    clearTimeout(this.polling);
    // Nothing of another enterprise stays on the page.
    this.isLoaded.set(false);
    this.assessment.set(null);
    this.check.set(null);
    this.dossiers.set([]);
    try {
      this.problem.set(null);
      const [assessment, dossiers] = await Promise.all([
        this.current.load(),
        this.api.get('/dossiers'),
      ]);
      if (this.isGone) return;
      this.assessment.set(assessment);
      this.dossiers.set(dossiers.filter(({ assessmentId }) => assessmentId === assessment?.id));
      if (assessment) this.check.set(await this.checkOf(assessment));
      this.isLoaded.set(true);
      this.follow();
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  async checkAgain(): Promise<void> {
    const assessment = this.assessment();
    if (!assessment) return;
    try {
      this.check.set(await this.checkOf(assessment));
    } catch (error) {
      this.notices.failed(error);
    }
  }

  async build(): Promise<void> {
    const assessment = this.assessment();
    if (!assessment) return;
    const body = { assessmentId: assessment.id };
    await this.order(() => this.api.post('/dossiers', { body }));
  }

  /** A failed build once more. */
  async again({ id }: Dossier): Promise<void> {
    await this.order(() => this.api.post('/dossiers/{id}/retry', { id }));
  }

  private checkOf({ id }: Assessment): Promise<DossierCheck> {
    return this.api.get('/assessments/{assessmentId}/dossier-check', { assessmentId: id });
  }

  private async order(ask: () => Promise<Dossier>): Promise<void> {
    if (!this.building()) await this.ordering.run(() => this.orderNow(ask), 'order');
  }

  private async orderNow(ask: () => Promise<Dossier>): Promise<void> {
    try {
      const ordered = await ask();
      this.dossiers.update((list) => [ordered, ...list.filter(({ id }) => id !== ordered.id)]);
      this.follow();
    } catch (error) {
      this.notices.failed(error);
      // The server's check has the last word: what it refused is shown.
      await this.checkAgain();
    }
  }

  private follow(): void {
    clearTimeout(this.polling);
    const dossier = this.building();
    if (!dossier || this.isGone) return;
    this.polling = setTimeout(() => void this.poll(dossier.id), pollMilliseconds);
  }

  private async poll(id: string): Promise<void> {
    try {
      const now = await this.api.get('/dossiers/{id}', { id });
      this.dossiers.update((list) => list.map((each) => (each.id === id ? now : each)));
      if (!isOnItsWay(now)) void this.overview.refresh().catch(() => undefined);
    } catch (error) {
      const problem = problemOf(error);
      // A lost connection does not stop the build; it is asked for again.
      if (!problem.isOffline) {
        this.problem.set(problem);
        return;
      }
    }
    this.follow();
  }
}
