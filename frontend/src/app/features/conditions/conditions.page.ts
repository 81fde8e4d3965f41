import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ConditionAnswer } from '@liangxing/contracts';
import { type LocalizedText, textIn } from '@liangxing/scheme';
import { TimePipe } from '../../core/i18n/time.pipe';
import { DateField } from '../../core/date-field/date-field';
import { type AsideLine, asideLines } from '../../core/drafts/aside-lines';
import { SaveState } from '../../core/drafts/save-state';
import { SetAsideText } from '../../core/drafts/set-aside';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { clauseText } from '../../core/i18n/clause-text';
import { LanguageService } from '../../core/i18n/language.service';
import { CurrentOrganization } from '../../core/session/current-organization';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { EvidenceDrop } from '../evidence';
import { fixedText } from '../../core/assessment/fixed-text';
import { BeginConditions } from './begin-conditions';
import { type Condition, type ConditionFields, answered, countsOf, takenOver } from './condition';
import { ConditionQueue, ConditionsStore } from './conditions-store';
import { ConditionsVerdict } from './conditions-verdict';

/** 申请条件: each met or not, what proves it, and when it was looked at. The first step of the way to the dossier. */
@Component({
  selector: 'lx-conditions-page',
  imports: [
    DateField,
    BeginConditions,
    ConditionsVerdict,
    TimePipe,
    EvidenceDrop,
    ProblemNotice,
    RouterLink,
    SaveState,
    SetAsideText,
    TranslocoDirective,
  ],
  providers: [ConditionQueue, ConditionsStore],
  templateUrl: './conditions.page.html',
  styleUrl: './conditions.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConditionsPage {
  private readonly organization = inject(CurrentOrganization);
  private readonly current = inject(CurrentAssessment);
  private readonly transloco = inject(TranslocoService);
  protected readonly language = inject(LanguageService);
  protected readonly clauseText = clauseText;
  protected readonly store = inject(ConditionsStore);

  protected readonly answers: readonly ConditionAnswer[] = ['yes', 'no', 'unanswered'];
  protected readonly today = dayOfChina(new Date());
  /** Conditions whose files are shown. */
  private readonly withFiles = signal<ReadonlySet<string>>(new Set());
  protected readonly counts = computed(() => countsOf(this.store.conditions()));
  protected readonly canWrite = computed(
    () => this.organization.can('assessments:write') && this.store.assessment()?.state === 'open',
  );

  protected readonly fixed = computed(() => fixedText(this.store.assessment()));

  constructor() {
    effect(() => {
      this.current.chosenId();
      if (this.organization.id()) untracked(() => void this.store.load());
    });
  }

  protected textOf(text: LocalizedText): string {
    return textIn(text, this.language.current());
  }

  protected usualOf({ usualProof }: Condition): readonly string[] {
    return usualProof.map((text) => this.textOf(text));
  }

  protected asideOf(condition: Condition, typed: ConditionFields): readonly AsideLine[] {
    const line = (label: string, text: string) => ({
      label: this.transloco.translate<string>(`conditions.${label}`),
      text,
    });
    return asideLines(typed, condition, {
      answer: (answer) => line('answer', this.transloco.translate(`conditions.answers.${answer}`)),
      checkedOn: (day) => line('checkedOn', day ?? ''),
      proof: (proof) => line('proof', proof),
    });
  }

  protected answer(condition: Condition, answer: ConditionAnswer): void {
    this.store.change(condition, answered(condition, answer, this.today));
  }

  protected takeOver(condition: Condition): void {
    if (condition.offer)
      this.store.change(condition, takenOver(condition, condition.offer, this.today));
  }

  /** What is known stands in the proof already, with its answer. */
  protected isTaken({ offer, answer, proof }: Condition): boolean {
    if (offer === null) return true;
    return proof.includes(offer.said['zh-CN']) && answer === (offer.answer ?? answer);
  }

  protected type(condition: Condition, event: Event): void {
    this.store.change(condition, { proof: (event.target as HTMLTextAreaElement).value });
  }

  protected date(condition: Condition, event: Event): void {
    this.store.change(condition, { checkedOn: (event.target as HTMLInputElement).value || null });
  }

  protected showsFiles({ id }: Condition): boolean {
    return this.withFiles().has(id);
  }

  protected toggleFiles({ id }: Condition, event: Event): void {
    if ((event.target as HTMLDetailsElement).open)
      this.withFiles.update((shown) => new Set(shown).add(id));
  }
}
