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
import { TakenDevices } from './taken-along/taken-devices';
import { TeamProgress } from './team-progress';

/** 评分 of a case: the own sheet item by item; once it is handed in, all of them side by side. */
@Component({
  selector: 'lx-sheet-page',
  imports: [
    ProblemNotice,
    Reconciliation,
    SaveState,
    ScoreMeter,
    SectionNav,
    SheetItem,
    TakenDevices,
    TeamProgress,
    TranslocoDirective,
  ],
  providers: [ScoreQueue, SheetStore, { provide: ScoredSheet, useExisting: SheetStore }],
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
  protected readonly source = inject(SheetSource);
  private readonly card = viewChild(SheetItem);

  /** `?item=2.4.3`: a reload comes back to it. */
  readonly item = input<string>();
  /** `?view=together`: all sheets side by side. */
  readonly view = input<string>();

  protected readonly busy = new Busy();
  protected readonly filters = SHEET_FILTERS;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isNavOpen = signal(false);
  protected readonly isAsking = signal(false);
  private readonly chosen = signal('');

  /** Who scores nothing sees the sheets side by side only. */
  protected readonly isTogether = computed(
    () => this.view() === 'together' || this.store.sheet()?.isScorer === false,
  );
  /** The item in the middle; the first visible one until another is chosen. */
  protected readonly current = computed(() => {
    const all = this.store.items();
    return all.find(({ item }) => item.id === this.chosen()) ?? this.store.visible()[0] ?? all[0];
  });
  protected readonly position = computed(() =>
    this.store.visible().findIndex(({ item }) => item.id === this.current()?.item.id),
  );
  protected readonly isBonus = computed(
    () =>
      this.store.scheme()?.sections.find(({ id }) => id === this.current()?.sectionId)?.bonus ??
      false,
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
      const item = this.item();
      if (item) this.chosen.set(item);
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

  protected choose(itemId: string): void {
    if (!itemId) return;
    this.chosen.set(itemId);
    this.isNavOpen.set(false);
    void this.router.navigate([], {
      queryParams: { item: itemId, view: null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
    setTimeout(() => document.getElementById('item-title')?.focus({ preventScroll: false }));
  }

  protected move(step: 1 | -1): void {
    const visible = this.store.visible();
    const here = this.position();
    const next = here < 0 ? visible[0] : visible[here + step];
    if (next) this.choose(next.item.id);
  }

  protected nextUnanswered(): void {
    const items = this.store.items();
    const here = items.findIndex(({ item }) => item.id === this.current()?.item.id);
    const order = [...items.slice(here + 1), ...items.slice(0, here + 1)];
    const open = order.find(({ item: { id } }) => this.store.contentOf(id).state === 'unanswered');
    if (open) this.choose(open.item.id);
    else this.notices.done(this.transloco.translate('assessments.allAnswered'));
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

  /** J / K or Alt+↓ / Alt+↑: next, previous; U: next unanswered; 0, X, N: judgement; 1–9: tick a rule. */
  protected key(event: KeyboardEvent): void {
    if (this.isTogether() || !this.current()) return;
    const target = event.target as HTMLElement;
    const isTyping = target.matches(
      'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]',
    );
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.move(event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    if (isTyping || event.altKey) return;
    if (this.shortcut(event.key.toLowerCase())) event.preventDefault();
  }

  private shortcut(key: string): boolean {
    const card = this.card();
    if (key === 'j') this.move(1);
    else if (key === 'k') this.move(-1);
    else if (key === 'u') this.nextUnanswered();
    else if (card && /^[0-9xn]$/.test(key)) card.press(key);
    else return false;
    return true;
  }
}
