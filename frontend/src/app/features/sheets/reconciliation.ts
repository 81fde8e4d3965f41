import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type LocalizedText, textIn } from '@liangxing/scheme';
import { Api } from '../../core/api/api';
import type { ComparisonDto, SheetDto } from '../../core/api/generated/openapi';
import { CaseStore } from '../../core/case/case-store';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { pointsText } from '../../core/i18n/points';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { LeadMove } from './lead-move';
import { SettleForm } from './settle-form';
import { SheetStore } from './sheet-store';

type Compared = ComparisonDto['items'][number];

const SHOWN = ['open', 'differs', 'all'] as const;

/** 合议: the sheets that were handed in, side by side with the self-evaluation; the lead settles where they differ. */
@Component({
  selector: 'lx-reconciliation',
  imports: [LeadMove, ProblemNotice, RouterLink, SettleForm, TranslocoDirective],
  templateUrl: './reconciliation.html',
  styleUrl: './reconciliation.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Reconciliation {
  private readonly api = inject(Api);
  private readonly language = inject(LanguageService);
  private readonly transloco = inject(TranslocoService);
  private readonly newest = new Newest();
  protected readonly cases = inject(CaseStore);
  protected readonly organization = inject(CurrentOrganization);
  private readonly store = inject(SheetStore);

  readonly sheet = input.required<SheetDto>();

  protected readonly shownKinds = SHOWN;
  protected readonly shown = signal<(typeof SHOWN)[number]>('differs');
  protected readonly found = signal<ComparisonDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly settling = signal<string | null>(null);
  protected readonly points = pointsText;

  protected readonly rows = computed(() => {
    const items = this.found()?.items ?? [];
    const [shown, settling] = [this.shown(), this.settling()];
    return items.filter(
      ({ itemId, isOpen, differs, settled }) =>
        shown === 'all' ||
        // What is typed of it stays in sight.
        itemId === settling ||
        isOpen ||
        (shown === 'differs' && (differs || (settled !== null && settled.reason !== ''))),
    );
  });
  protected readonly open = computed(
    () => (this.found()?.items ?? []).filter(({ isOpen }) => isOpen).length,
  );
  /** After the closing meeting nobody is waited for. */
  protected readonly canSettle = computed(() => {
    const state = this.cases.state();
    const isDone = state === 'evaluating' && this.found()?.waitsFor.length === 0;
    return this.sheet().isLead && (isDone || state === 'rectifying');
  });
  /** Of all items first, then by section; pairs in one order. */
  protected readonly agreement = computed(() =>
    (this.found()?.agreement ?? []).map((one) => ({
      ...one,
      section: this.sectionOf(one.sectionId),
      pair: [one.one, one.other].map((by) => this.nameOf(by)).join(' / '),
    })),
  );

  constructor() {
    effect(() => {
      this.sheet();
      if (this.cases.id()) untracked(() => void this.read());
    });
  }

  protected async read(): Promise<void> {
    const isNewest = this.newest.ask();
    this.problem.set(null);
    try {
      const found = await this.api.get('/cases/{id}/sheets', { id: this.cases.id() });
      if (isNewest()) this.found.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }

  protected settled(found: ComparisonDto): void {
    this.found.set(found);
    this.settling.set(null);
  }

  protected nameOf(by: string): string {
    if (by === 'self') return this.transloco.translate('sheets.self');
    return this.found()?.sheets.find(({ userId }) => userId === by)?.name ?? by;
  }

  protected itemOf(itemId: string) {
    return this.store.items().find(({ item }) => item.id === itemId)?.item;
  }

  protected topicOf(itemId: string): string {
    const topic = this.itemOf(itemId)?.topic;
    return topic ? this.text(topic) : '';
  }

  protected answerOf({ answers }: Compared, userId: string) {
    return answers.find((answer) => answer.userId === userId) ?? null;
  }

  protected kappaText(kappa: number | null): string {
    return kappa === null ? '—' : (kappa / 100).toFixed(2);
  }

  protected differenceText(difference: number | null): string {
    if (difference === null) return '—';
    const unit = this.store.scheme()?.kind === 'readiness' ? '%' : '';
    return `${difference > 0 ? '+' : ''}${pointsText(difference)}${unit}`;
  }

  private sectionOf(sectionId: string | null): string {
    if (sectionId === null) return this.transloco.translate('sheets.allSections');
    const section = this.store.scheme()?.sections.find(({ id }) => id === sectionId);
    return section ? this.text(section.title) : sectionId;
  }

  private text(text: LocalizedText): string {
    return textIn(text, this.language.current());
  }
}
