import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type LocalizedText, type SchemeItem, textIn } from '@liangxing/scheme';
import type { CheckName, ItemScore, Measured, RuleAnswer } from '@liangxing/scoring';
import { ReadinessChecks } from '../../core/assessment/readiness-checks';
import { RuleInput } from '../../core/assessment/rule-input';
import { ticked } from '../../core/assessment/tick-rule';
import { CaseStore } from '../../core/case/case-store';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { clauseText } from '../../core/i18n/clause-text';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { LanguageService } from '../../core/i18n/language.service';
import { pointsText } from '../../core/i18n/points';
import { EvidencePanel } from './evidence-panel';
import type { ScoreContent } from './score';
import { SheetSource } from './sheet-source';
import { SheetStore } from './sheet-store';

const READINESS_STATES = ['met', 'partly', 'not_met'] as const;

/** One item on the own sheet: what is asked, the own judgement, the files that serve it, and then what the enterprise said. */
@Component({
  selector: 'lx-sheet-item',
  imports: [EvidencePanel, ProblemNotice, ReadinessChecks, RuleInput, TranslocoDirective],
  templateUrl: './sheet-item.html',
  styleUrl: './sheet-item.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetItem {
  private readonly language = inject(LanguageService);
  private readonly source = inject(SheetSource);
  protected readonly cases = inject(CaseStore);
  protected readonly store = inject(SheetStore);

  readonly item = input.required<SchemeItem>();
  readonly isBonus = input(false);

  protected readonly points = pointsText;
  protected readonly readinessStates = READINESS_STATES;
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
  protected readonly clause = computed(() =>
    clauseText(this.item().clause ?? '', this.language.current()),
  );

  constructor() {
    // What could not be kept goes with the card that shows it.
    inject(DestroyRef).onDestroy(() => this.store.forgetWrong());
  }

  protected text(text: LocalizedText): string {
    return textIn(text, this.language.current());
  }

  protected amountOf(ruleId: string): number {
    return this.score()?.rules.find((rule) => rule.ruleId === ruleId)?.amount ?? 0;
  }

  /** What the own score gives and the self-evaluation does not, or the other way round. */
  protected readonly difference = computed(() => {
    const [self, score] = [this.self(), this.score()];
    if (self?.points === null || self === null || score === undefined) return null;
    return score.earned - self.points;
  });

  protected setState(state: ScoreContent['state']): void {
    const rules = state === 'assessed' ? this.content().rules : {};
    const isLeftOut = state === 'not_applicable';
    this.change({ state, rules, ...(isLeftOut ? {} : { reason: '', approval: null }) });
  }

  /** 符合: judged, and no deduction stands. */
  protected setFull(): void {
    this.change({ state: 'assessed', rules: {}, reason: '', approval: null });
  }

  protected setRule(ruleId: string, value: RuleAnswer | undefined): void {
    const others = Object.entries(this.content().rules).filter(([id]) => id !== ruleId);
    const rules = Object.fromEntries(value === undefined ? others : [...others, [ruleId, value]]);
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

  /** A key of the keyboard: 0 full marks, X not established, N not applicable, 1–9 the rule of that number. */
  press(key: string): void {
    const { mode, rules } = this.item();
    const rule = rules[Number(key) - 1];
    if (mode === 'readiness') {
      const state = key === 'n' ? 'not_applicable' : READINESS_STATES[Number(key) - 1];
      if (state) this.setState(state);
    } else if (key === '0') this.setFull();
    else if (key === 'x' && mode === 'deduct') this.setState('not_established');
    else if (key === 'n' && !this.isBonus()) this.setState('not_applicable');
    else if (rule) {
      const before = this.content().rules[rule.id];
      const after = ticked(rule, before);
      if (after !== before) this.setRule(rule.id, after);
    }
  }

  private change(change: Partial<ScoreContent>): void {
    if (this.canWrite()) this.store.change(this.item().id, change);
  }
}
