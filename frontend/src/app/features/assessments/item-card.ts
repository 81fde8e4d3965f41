import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { NamedPerson } from '@liangxing/contracts';
import type { LocalizedText, SchemeItem } from '@liangxing/scheme';
import type {
  CheckName,
  ItemScore,
  Measured,
  NotApplicableApproval,
  RuleAnswer,
} from '@liangxing/scoring';
import { DateField } from '../../core/date-field/date-field';
import { PersonField } from '../../core/people/person-field';
import { CurrentOrganization } from '../../core/session/current-organization';
import { clauseText } from '../../core/i18n/clause-text';
import { LanguageService } from '../../core/i18n/language.service';
import { pointsText } from '../../core/i18n/points';
import { fixedText } from '../../core/assessment/fixed-text';
import { ReadinessChecks } from '../../core/assessment/readiness-checks';
import { RuleInput } from '../../core/assessment/rule-input';
import { ticked } from '../../core/assessment/tick-rule';
import { EvidenceDrop } from '../evidence';
import { ItemRecords } from '../records';
import { type AnswerContent, isJudged, withApprovalField } from './assessment';
import { AnswerHistory } from './answer-history';
import { AnswerTrouble } from './answer-trouble';
import { AssessmentStore } from './assessment-store';
import { SameFactNote } from './same-fact-note';

/** One item of the scoring table: what is asked, what was found, what it costs, what proves it. */
@Component({
  selector: 'lx-item-card',
  imports: [
    AnswerHistory,
    AnswerTrouble,
    DateField,
    EvidenceDrop,
    ItemRecords,
    PersonField,
    ReadinessChecks,
    RuleInput,
    SameFactNote,
    TranslocoDirective,
  ],
  templateUrl: './item-card.html',
  styleUrl: './item-card.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemCard {
  protected readonly language = inject(LanguageService);
  protected readonly clauseText = clauseText;
  private readonly organization = inject(CurrentOrganization);
  protected readonly store = inject(AssessmentStore);

  readonly item = input.required<SchemeItem>();
  readonly departments = input<readonly string[]>([]);
  readonly isBonus = input(false);
  readonly evidenceChanged = output();

  protected readonly points = pointsText;
  protected readonly readinessStates = ['met', 'partly', 'not_met'] as const;
  protected readonly canWrite = computed(
    () =>
      this.organization.can('assessments:write') &&
      this.store.assessment()?.state === 'open' &&
      !this.store.queue.isAside(this.item().id),
  );
  protected readonly fixed = computed(() => fixedText(this.store.assessment()));
  protected readonly content = computed<AnswerContent>(() => this.store.contentOf(this.item().id));
  protected readonly score = computed<ItemScore | undefined>(
    () => this.store.score()?.items[this.item().id],
  );
  protected readonly readiness = computed(() => this.store.readiness().get(this.item().id));
  protected readonly isJudged = computed(() => isJudged(this.content().state));
  /** Judged before reasons were asked for. */
  protected readonly isFromBefore = computed(() => {
    const stored = this.store.storedAnswer(this.item().id);
    const isSame = stored?.state === this.content().state;
    return this.isJudged() && isSame && stored?.reason === '' && this.content().reason === '';
  });
  protected readonly needsApproval = computed(
    () => this.store.scheme()?.policies.notApplicableNeedsApproval ?? false,
  );

  /** A published item to which we added deductions says so. */
  protected readonly origin = computed(() => {
    const { provenance, rules } = this.item();
    const isPartly = provenance !== 'house' && rules.some((rule) => rule.provenance === 'house');
    return isPartly ? `${provenance}Partly` : provenance;
  });

  protected readonly typicalEvidence = computed(() =>
    this.item().evidence.map((name) => this.text(name)),
  );

  constructor() {
    // What could not be kept goes with the card that shows it.
    inject(DestroyRef).onDestroy(() => this.store.forgetWrong());
  }

  protected text(text: LocalizedText): string {
    return text[this.language.current()] ?? text['zh-CN'];
  }

  protected amountOf(ruleId: string): number {
    return this.score()?.rules.find((rule) => rule.ruleId === ruleId)?.amount ?? 0;
  }

  protected setState(state: AnswerContent['state']): void {
    const keepsRules = state === 'assessed';
    this.change({
      state,
      rules: keepsRules ? this.content().rules : {},
      ...(state === 'not_applicable' ? {} : { approval: null }),
      ...(state === 'not_applicable' || isJudged(state) ? {} : { reason: '' }),
    });
  }

  /** 符合: assessed, and no deduction stands. */
  protected setFull(): void {
    this.change({ state: 'assessed', rules: {}, reason: '', approval: null });
  }

  protected setRule(ruleId: string, value: RuleAnswer | undefined): void {
    const others = Object.entries(this.content().rules).filter(([id]) => id !== ruleId);
    const rules = Object.fromEntries(value === undefined ? others : [...others, [ruleId, value]]);
    this.change({ state: 'assessed', rules, reason: '', approval: null });
  }

  /** A key of the keyboard: 0 full marks, X not established, N not applicable, 1–9 the rule of that number. */
  press(key: string): void {
    const mode = this.item().mode;
    if (mode === 'readiness') {
      const state = ({ '1': 'met', '2': 'partly', '3': 'not_met', n: 'not_applicable' } as const)[
        key as '1'
      ];
      if (state) this.setState(state);
    } else if (key === '0') this.setFull();
    else if (key === 'x' && mode === 'deduct') this.setState('not_established');
    else if (key === 'n' && !this.isBonus()) this.setState('not_applicable');
    else this.tickRule(Number(key) - 1);
  }

  private tickRule(index: number): void {
    const rule = this.item().rules[index];
    if (!rule) return;
    const before = this.content().rules[rule.id];
    const after = ticked(rule, before);
    if (after !== before) this.setRule(rule.id, after);
  }

  protected setMeasured(measured: Measured | null): void {
    this.change({ measured });
  }

  protected tellWrong({ check, isWrong }: { check: CheckName; isWrong: boolean }): void {
    this.store.tellWrong(this.item().id, check, isWrong);
  }

  protected type(field: 'finding' | 'reason', event: Event): void {
    this.change({ [field]: (event.target as HTMLInputElement | HTMLTextAreaElement).value });
  }

  protected charge({ name, userId }: NamedPerson): void {
    this.change({ responsible: name, responsibleUserId: userId });
  }

  /** Kept with the unsent answer while only a part of it is there, so that neither another item nor a reload loses it. */
  protected typeApproval(field: keyof NotApplicableApproval, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.change({ approval: withApprovalField(this.content().approval, field, value) });
  }

  private change(change: Partial<AnswerContent>): void {
    if (this.canWrite()) this.store.change(this.item().id, change);
  }
}
