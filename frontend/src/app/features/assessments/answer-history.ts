import { ChangeDetectionStrategy, Component, inject, input, linkedSignal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type SchemeItem, textIn } from '@liangxing/scheme';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { LanguageService } from '../../core/i18n/language.service';
import { TimePipe } from '../../core/i18n/time.pipe';
import type { AnswerVersion } from './assessment';
import { AssessmentStore } from './assessment-store';
import { rulesSaid } from './said-of-rule';

/** Who answered an item last, and what was answered before. */
@Component({
  selector: 'lx-answer-history',
  imports: [TimePipe, TranslocoDirective],
  templateUrl: './answer-history.html',
  styles: `
    footer {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-top: 16px;
      color: var(--lx-ink-3);
      font-size: 12px;
    }
    .history {
      flex-basis: 100%;
      margin: 0;
      padding-left: 20px;
    }
    button.quiet {
      padding: 0 4px;
      border: 0;
      background: none;
      color: var(--lx-accent);
      text-decoration: underline;
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerHistory {
  private readonly language = inject(LanguageService);
  private readonly transloco = inject(TranslocoService);
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly store = inject(AssessmentStore);

  readonly item = input.required<SchemeItem>();

  /** The card is the same for every item: what it shows of one is closed for the next. */
  protected readonly history = linkedSignal<string, readonly AnswerVersion[] | null>({
    source: () => this.item().id,
    computation: () => null,
  });

  /** What a past answer said, rule by rule. */
  protected rulesOf({ answer }: AnswerVersion): readonly string[] {
    return rulesSaid(
      this.item(),
      answer,
      (text) => textIn(text, this.language.current()),
      this.transloco.translate('parting.said'),
    );
  }

  protected async toggleHistory(): Promise<void> {
    if (this.history()) {
      this.history.set(null);
      return;
    }
    const itemId = this.item().id;
    try {
      const assessmentId = this.store.assessment()?.id ?? '';
      const at = '/assessments/{assessmentId}/answers/{itemId}/history';
      const versions = await this.api.get(at, { assessmentId, itemId });
      if (this.item().id === itemId) this.history.set(versions);
    } catch (error) {
      this.notices.failed(error);
    }
  }
}
