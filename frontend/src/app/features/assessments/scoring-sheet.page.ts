import {
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  DOCUMENT,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { SaveState } from '../../core/drafts/save-state';
import { CurrentOrganization } from '../../core/session/current-organization';
import { WhoBegins } from '../../core/session/who-begins';
import { ConditionsVerdict } from '../conditions';
import { AnswerQueue } from './answer-queue';
import { AssessmentStore, type ItemFilter } from './assessment-store';
import { CarryOver } from './carry-over';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { ScoredSheet } from '../../core/assessment/scored-sheet';
import { ScoreMeter } from '../../core/assessment/score-meter';
import { SectionNav } from '../../core/assessment/section-nav';
import { SheetSteps } from '../../core/assessment/sheet-steps';
import { SheetWalk } from '../../core/assessment/sheet-walk';
import { ItemCard } from './item-card';
import { NewAssessment } from './new-assessment';
import { PrintedSheet } from './printed-sheet';

/** 自我评价: sections at the left, one item in the middle, the meter at the right; all of it by keyboard. */
@Component({
  selector: 'lx-scoring-sheet-page',
  imports: [
    CarryOver,
    ConditionsVerdict,
    RouterLink,
    ItemCard,
    NewAssessment,
    PrintedSheet,
    SaveState,
    ScoreMeter,
    SectionNav,
    SheetSteps,
    TranslocoDirective,
    WhoBegins,
  ],
  providers: [
    AnswerQueue,
    AssessmentStore,
    { provide: ScoredSheet, useExisting: AssessmentStore },
    SheetWalk,
  ],
  templateUrl: './scoring-sheet.page.html',
  styleUrl: './scoring-sheet.page.less',
  host: {
    '(document:keydown)': 'key($event)',
    '(window:beforeprint)': 'unfold(true)',
    '(window:afterprint)': 'unfold(false)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScoringSheetPage {
  private readonly api = inject(Api);
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly organization = inject(CurrentOrganization);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly chosenAssessment = inject(CurrentAssessment);
  protected readonly store = inject(AssessmentStore);
  protected readonly walk = inject(SheetWalk);
  private readonly card = viewChild(ItemCard);

  /** `?item=2.4.3`: other pages lead to an item. */
  readonly item = input<string>();
  /** `?scheme=own-js-2025`: begin a new evaluation under this scheme. */
  readonly scheme = input<string>();
  /** `?add=1`: begin a new evaluation. */
  readonly add = input<string>();

  protected readonly filters: readonly ItemFilter[] = [
    'all',
    'unanswered',
    'lost',
    'no_evidence',
    'mine',
  ];
  /** null: not known yet. */
  protected readonly hasAny = signal<boolean | null>(null);
  protected readonly canAdd = computed(() => this.organization.can('assessments:write'));
  /** The open evaluation where it is by an entered table: what was found about readiness may come over. */
  protected readonly carriesTo = computed(() => {
    const assessment = this.store.assessment();
    const isEntered = this.store.scheme()?.entered !== undefined;
    return isEntered && assessment?.state === 'open' && this.canAdd() ? assessment.id : null;
  });
  protected readonly departments = signal<readonly string[]>([]);
  protected readonly profileScheme = signal('');
  protected readonly profileTarget = signal('');
  protected readonly isAdding = signal(false);
  protected readonly isPrinting = signal(false);
  private readonly changes = inject(ChangeDetectorRef);
  private asked = 0;

  constructor() {
    effect(() => {
      this.walk.show(this.item());
    });
    effect((onCleanup) => {
      this.chosenAssessment.chosenId();
      if (this.organization.id())
        untracked(() => void this.load().then(() => this.isAdding.set(this.isAskedToAdd())));
      onCleanup(() => this.store.queue.close());
    });
  }

  /** Where no points are given, none are lost. */
  protected wordOf(filter: ItemFilter): string {
    return filter === 'lost' && this.store.scheme()?.kind === 'readiness' ? 'short' : filter;
  }

  /** On paper stands every item, not the one that is open; the browser takes the page as it is when this returns. */
  protected unfold(isPrinting: boolean): void {
    this.isPrinting.set(isPrinting);
    this.changes.detectChanges();
  }

  protected print(): void {
    this.document.defaultView?.print();
  }

  protected async load(): Promise<void> {
    const asked = ++this.asked;
    try {
      const [assessment, profile] = await Promise.all([
        this.chosenAssessment.load(),
        this.api.get('/profile'),
      ]);
      // Another one was chosen meanwhile.
      if (asked !== this.asked) return;
      this.profileScheme.set(profile.schemeId);
      this.profileTarget.set(profile.targetGrade);
      this.departments.set(profile.departments.map(({ name }) => name));
      if (assessment) {
        await this.store.open(assessment, {
          ...(profile.size ? { size: profile.size } : {}),
          ...(profile.industryKind ? { industry: profile.industryKind } : {}),
        });
      }
      this.isAdding.set(false);
      this.hasAny.set(assessment !== null);
    } catch (error) {
      this.notices.failed(error);
    }
  }

  protected async openNew(id: string): Promise<void> {
    await this.router.navigate([], {
      queryParams: { assessment: id, scheme: null, add: null, item: null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected async cancelAdding(): Promise<void> {
    this.isAdding.set(false);
    await this.router.navigate([], {
      queryParams: { scheme: null, add: null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  private isAskedToAdd(): boolean {
    return this.canAdd() && (this.scheme() !== undefined || this.add() !== undefined);
  }

  protected async evidenceChanged(): Promise<void> {
    const [assessment, here] = [this.store.assessment(), this.walk.current()];
    if (!assessment || !here) return;
    try {
      const answers = await this.api.get('/assessments/{assessmentId}/answers', {
        assessmentId: assessment.id,
      });
      const answer = answers.find(({ itemId }) => itemId === here.item.id);
      if (answer) this.store.setEvidenceCount(here.item.id, answer.evidenceCount);
      await this.store.learnAnew();
    } catch (error) {
      this.notices.failed(error);
    }
  }

  protected key(event: KeyboardEvent): void {
    this.walk.key(event, this.card());
  }
}
