import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { type SchemeItem, textIn } from '@liangxing/scheme';
import { type AsideWords, asideLines } from '../../core/drafts/aside-lines';
import { SetAsideText } from '../../core/drafts/set-aside';
import { LanguageService } from '../../core/i18n/language.service';
import { type AnswerContent, emptyAnswer } from './assessment';
import { AssessmentStore } from './assessment-store';
import { rulesSaid } from './said-of-rule';

/** What was typed of an item of an evaluation that somebody closed meanwhile. */
@Component({
  selector: 'lx-answer-aside',
  imports: [SetAsideText],
  template: `@if (aside(); as aside) {
    <lx-set-aside
      [problem]="aside.problem"
      [lines]="lines()"
      (givenUp)="store.queue.forget(item().id)"
    />
  }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerAside {
  private readonly language = inject(LanguageService);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(AssessmentStore);

  readonly item = input.required<SchemeItem>();

  protected readonly aside = computed(() => this.store.queue.aside().get(this.item().id));
  protected readonly lines = computed(() => {
    const [typed, stored] = [this.aside()?.content, this.store.contentOf(this.item().id)];
    return asideLines(typed ?? emptyAnswer, stored, this.words());
  });

  private words(): AsideWords<AnswerContent> {
    const { transloco } = this;
    const line = (label: string, text: string) => ({
      label: transloco.translate<string>(`assessments.${label}`),
      text,
    });
    const rules = (said: AnswerContent['rules']) =>
      rulesSaid(
        this.item(),
        { rules: said },
        (text) => textIn(text, this.language.current()),
        transloco.translate('parting.said'),
      );
    return {
      state: (state) => line('judgement', transloco.translate(`assessments.state.${state}`)),
      rules: (said) => line('rules', rules(said).join('\n')),
      reason: (text) => line('typedReason', text),
      approval: (approval) =>
        line(
          'approvedBy',
          Object.values(approval ?? {}).join(transloco.translate('parting.names')),
        ),
      measured: (measured) => line('checks.title', figuresIn(measured).join(' / ')),
      finding: (text) => line('finding', text),
      responsible: (text) => line('responsible', text),
    };
  }
}

/** Every figure of what was measured, in its order. */
function figuresIn(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(figuresIn);
  return typeof value === 'number' || typeof value === 'string' ? [String(value)] : [];
}
