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
import type { CheckName, ItemScore, Measured, NotApplicableApproval } from '@liangxing/scoring';
import { DateField } from '../../core/date-field/date-field';
import { PersonField } from '../../core/people/person-field';
import { CurrentOrganization } from '../../core/session/current-organization';
import { LanguageService } from '../../core/i18n/language.service';
import { fixedText } from '../../core/assessment/fixed-text';
import { ItemHead } from '../../core/assessment/item-head';
import { ItemRules } from '../../core/assessment/item-rules';
import { JudgementButtons } from '../../core/assessment/judgement-buttons';
import { type Judgement, pressedOf, type RuleAnswers } from '../../core/assessment/pressed-key';
import { ReadinessChecks } from '../../core/assessment/readiness-checks';
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
    ItemHead,
    ItemRecords,
    ItemRules,
    JudgementButtons,
    PersonField,
    ReadinessChecks,
    SameFactNote,
    TranslocoDirective,
  ],
  templateUrl: './item-card.html',
  styleUrl: './item-card.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemCard {
  private readonly language = inject(LanguageService);
  private readonly organization = inject(CurrentOrganization);
  protected readonly store = inject(AssessmentStore);

  readonly item = input.required<SchemeItem>();
  readonly departments = input<readonly string[]>([]);
  readonly isBonus = input(false);
  readonly evidenceChanged = output();

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

  protected judge(judgement: Judgement): void {
    const state = judgement === 'full' ? 'assessed' : judgement;
    this.change({
      ...{ state, rules: {} },
      ...(state === 'not_applicable' ? {} : { approval: null }),
      ...(state === 'not_applicable' || isJudged(state) ? {} : { reason: '' }),
    });
  }

  protected setRules(rules: RuleAnswers): void {
    this.change({ state: 'assessed', rules, reason: '', approval: null });
  }

  press(key: string): void {
    const { rules } = this.content();
    const pressed = pressedOf(this.item(), key, { rules, isBonus: this.isBonus() });
    if (pressed === null) return;
    if ('rules' in pressed) this.setRules(pressed.rules);
    else this.judge(pressed.judgement);
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
