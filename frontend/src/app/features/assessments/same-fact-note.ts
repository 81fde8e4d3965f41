import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { textIn } from '@liangxing/scheme';
import { LanguageService } from '../../core/i18n/language.service';
import { AssessmentStore } from './assessment-store';

/** A warning at an item whose deduction was taken elsewhere too for the same fact; leads to the other item. */
@Component({
  selector: 'lx-same-fact-note',
  imports: [RouterLink, TranslocoDirective],
  template: `<ng-container *transloco="let t">
    @for (double of doubles(); track double.key) {
      <p class="note" role="status" data-testid="same-fact">
        {{ t('assessments.sameFact.' + double.sentence, double) }}
        <a routerLink="." [queryParams]="{ item: double.otherItem }" queryParamsHandling="merge">{{
          t('assessments.sameFact.see', double)
        }}</a>
      </p>
    }
  </ng-container>`,
  styles: `
    .note {
      margin: 0 0 12px;
      padding: 8px 14px;
      border-left: 3px solid var(--lx-warn);
      background: var(--lx-warn-soft);
      line-height: 1.7;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SameFactNote {
  private readonly store = inject(AssessmentStore);
  private readonly language = inject(LanguageService);
  readonly itemId = input.required<string>();

  protected readonly doubles = computed(() => {
    const language = this.language.current();
    return this.store.doubles().flatMap(({ one, other, direct }) => {
      const [mine, theirs] = one.itemId === this.itemId() ? [one, other] : [other, one];
      if (mine.itemId !== this.itemId()) return [];
      const isHere = direct?.rule.id === mine.rule.id;
      return [
        {
          key: `${one.rule.id} ${other.rule.id}`,
          item: mine.itemId,
          rule: textIn(mine.rule.text, language),
          otherItem: theirs.itemId,
          otherRule: textIn(theirs.rule.text, language),
          direct: direct?.itemId ?? '',
          sentence: direct === null ? 'open' : isHere ? 'here' : 'elsewhere',
        },
      ];
    });
  });
}
