import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SchemeItem } from '@liangxing/scheme';
import type { CheckName, ItemScore, Measured } from '@liangxing/scoring';
import { ItemHead } from '../../core/assessment/item-head';
import { ItemRules } from '../../core/assessment/item-rules';
import { JudgementButtons } from '../../core/assessment/judgement-buttons';
import { type Judgement, pressedOf, type RuleAnswers } from '../../core/assessment/pressed-key';
import { ReadinessChecks } from '../../core/assessment/readiness-checks';
import { CaseStore } from '../../core/case/case-store';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { pointsText } from '../../core/i18n/points';
import { EvidencePanel } from './evidence-panel';
import type { ScoreContent } from './score';
import { SheetSource } from './sheet-source';
import { SheetStore } from './sheet-store';

/** One item on the own sheet: what is asked, the own judgement, the files that serve it, and then what the enterprise said. */
@Component({
  selector: 'lx-sheet-item',
  imports: [
    EvidencePanel,
    ItemHead,
    ItemRules,
    JudgementButtons,
    ProblemNotice,
    ReadinessChecks,
    TranslocoDirective,
  ],
  templateUrl: './sheet-item.html',
  styleUrl: './sheet-item.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetItem {
  private readonly source = inject(SheetSource);
  protected readonly cases = inject(CaseStore);
  protected readonly store = inject(SheetStore);

  readonly item = input.required<SchemeItem>();
  readonly isBonus = input(false);

  protected readonly points = pointsText;
  protected readonly canWrite = computed(
    () => this.store.isOpen() && !this.store.queue.isAside(this.item().id),
  );
  protected readonly content = computed<ScoreContent>(() => this.store.contentOf(this.item().id));
  protected readonly score = computed<ItemScore | undefined>(
    () => this.store.score()?.items[this.item().id],
  );
  protected readonly readiness = computed(() => this.store.readiness().get(this.item().id));
  protected readonly self = computed(() => this.store.selfOf(this.item().id));
  protected readonly conflict = computed(() => this.store.queue.conflicts().get(this.item().id));
  protected readonly refused = computed(
    () => this.store.queue.refused().get(this.item().id) ?? null,
  );
  protected readonly aside = computed(() => this.store.queue.aside().get(this.item().id));
  protected readonly needsConsent = computed(
    () => this.store.scheme()?.policies.notApplicableNeedsApproval ?? false,
  );

  constructor() {
    // What could not be kept goes with the card that shows it.
    inject(DestroyRef).onDestroy(() => this.store.forgetWrong());
  }

  /** What the own score gives and the self-evaluation does not, or the other way round. */
  protected readonly difference = computed(() => {
    const [self, score] = [this.self(), this.score()];
    if (self?.points === null || self === null || score === undefined) return null;
    return score.earned - self.points;
  });

  protected judge(judgement: Judgement): void {
    const isLeftOut = judgement === 'not_applicable';
    const state = judgement === 'full' ? 'assessed' : judgement;
    this.change({ state, rules: {}, ...(isLeftOut ? {} : { reason: '', approval: null }) });
  }

  protected setRules(rules: RuleAnswers): void {
    this.change({ state: 'assessed', rules, reason: '', approval: null });
  }

  protected setMeasured(measured: Measured | null): void {
    this.change({ measured });
  }

  protected tellWrong({ check, isWrong }: { check: CheckName; isWrong: boolean }): void {
    this.store.tellWrong(this.item().id, check, isWrong);
  }

  protected type(field: 'finding' | 'reason', { target }: Event): void {
    this.change({ [field]: (target as HTMLTextAreaElement).value });
  }

  /** The body consents to leave the item out: it is the body whose consent counts. */
  protected consent({ target }: Event): void {
    const isGiven = (target as HTMLInputElement).checked;
    const by = this.source.bodyName();
    const document = this.cases.found()?.number ?? '';
    this.change({ approval: isGiven ? { by, on: dayOfChina(new Date()), document } : null });
  }

  press(key: string): void {
    const { rules } = this.content();
    const pressed = pressedOf(this.item(), key, { rules, isBonus: this.isBonus() });
    if (pressed === null) return;
    if ('rules' in pressed) this.setRules(pressed.rules);
    else this.judge(pressed.judgement);
  }

  private change(change: Partial<ScoreContent>): void {
    if (this.canWrite()) this.store.change(this.item().id, change);
  }
}
