import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { ScoredSheet } from '../../core/assessment/scored-sheet';
import { ScoreMeter } from '../../core/assessment/score-meter';
import { SectionNav } from '../../core/assessment/section-nav';
import { SheetSteps } from '../../core/assessment/sheet-steps';
import { SheetWalk } from '../../core/assessment/sheet-walk';
import { CaseStore } from '../../core/case/case-store';
import { SaveState } from '../../core/drafts/save-state';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { CurrentOrganization } from '../../core/session/current-organization';
import { Reconciliation } from './reconciliation';
import { ScoreQueue } from './score-queue';
import { SHEET_FILTERS, SheetStore } from './sheet-store';
import { SheetItem } from './sheet-item';
import { SheetSource } from './sheet-source';
import { OfflineFindings } from './taken-along/offline-findings';
import { TakenDevices } from './taken-along/taken-devices';
import { TeamProgress } from './team-progress';

/** 评分 of a case: the own sheet item by item; once it is handed in, all of them side by side. */
@Component({
  selector: 'lx-sheet-page',
  imports: [
    OfflineFindings,
    ProblemNotice,
    Reconciliation,
    SaveState,
    ScoreMeter,
    SectionNav,
    SheetSteps,
    SheetItem,
    TakenDevices,
    TeamProgress,
    TranslocoDirective,
  ],
  providers: [ScoreQueue, SheetStore, { provide: ScoredSheet, useExisting: SheetStore }, SheetWalk],
  templateUrl: './sheet.page.html',
  styleUrl: './sheet.page.less',
  host: { '(document:keydown)': 'key($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  protected readonly cases = inject(CaseStore);
  protected readonly store = inject(SheetStore);
  protected readonly walk = inject(SheetWalk);
  protected readonly source = inject(SheetSource);
  private readonly card = viewChild(SheetItem);

  /** `?item=2.4.3`: a reload comes back to it. */
  readonly item = input<string>();
  /** `?view=together`: all sheets side by side. */
  readonly view = input<string>();

  protected readonly busy = new Busy();
  protected readonly filters = SHEET_FILTERS;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isAsking = signal(false);

  /** Who scores nothing sees the sheets side by side only. */
  protected readonly isTogether = computed(
    () => this.view() === 'together' || this.store.sheet()?.isScorer === false,
  );
  /** Basic items that are not judged yet. */
  protected readonly left = computed(() => {
    const progress = this.store.score()?.progress;
    return progress === undefined ? 0 : progress.items - progress.answered;
  });
  protected readonly canHandIn = computed(
    () => this.store.isOpen() && this.left() === 0 && this.store.queue.state() === 'saved',
  );

  /** Why the sheets cannot be seen side by side; null: they can. */
  protected readonly togetherHindrance = computed(() => {
    if (this.source.isTakenAlong) return 'togetherAway' as const;
    return this.store.sheet()?.state === 'handed_in' ? null : ('togetherFirst' as const);
  });

  constructor() {
    effect(() => {
      this.walk.show(this.item());
    });
    effect((onCleanup) => {
      const id = this.cases.id();
      if (id && this.organization.id()) untracked(() => void this.load(id));
      onCleanup(() => this.store.queue.close());
    });
  }

  protected async load(id: string): Promise<void> {
    this.problem.set(null);
    try {
      await this.store.read(id);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  protected show(view: 'together' | null): void {
    void this.router.navigate([], { queryParams: { view }, queryParamsHandling: 'merge' });
  }

  /** After everything that was typed has arrived. */
  protected async handIn(): Promise<void> {
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        await this.store.queue.flush();
        const sheet = await this.api.post('/cases/{id}/sheet/hand-in', { id: this.cases.id() });
        this.store.know(sheet);
        this.isAsking.set(false);
        this.notices.done(this.transloco.translate('sheets.handedIn'));
      }, 'hand-in');
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  protected key(event: KeyboardEvent): void {
    if (!this.isTogether()) this.walk.key(event, this.card());
  }
}
