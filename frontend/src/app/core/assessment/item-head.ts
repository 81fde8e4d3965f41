import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type SchemeItem, textIn } from '@liangxing/scheme';
import type { ItemScore } from '@liangxing/scoring';
import { clauseText } from '../i18n/clause-text';
import { LanguageService } from '../i18n/language.service';
import { pointsText } from '../i18n/points';

/** What an item is about and what it gives; what stands inside comes after its number and clause. */
@Component({
  selector: 'lx-item-head',
  imports: [TranslocoDirective],
  template: `
    <header *transloco="let t">
      <p class="crumb">
        <span class="number">{{ item().id }}</span>
        @if (clause()) {
          <span>{{ clause() }}</span>
        }
        @if (item().star) {
          <span [title]="t('assessments.starHint')">※</span>
        }
        <ng-content />
      </p>
      <div class="title">
        <h2 tabindex="-1" id="item-title">{{ topic() }}</h2>
        @if (item().mode !== 'readiness') {
          <p class="points" [attr.data-testid]="testId()">
            <strong>{{ earned() }}</strong> / {{ points(item().points) }}
          </p>
        }
      </div>
      <p class="asked">{{ asked() }}</p>
    </header>
  `,
  styleUrl: './item-head.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemHead {
  private readonly language = inject(LanguageService);

  readonly item = input.required<SchemeItem>();
  readonly score = input.required<ItemScore | undefined>();
  /** `data-testid` of the points. */
  readonly testId = input.required<string>();

  protected readonly points = pointsText;
  protected readonly topic = computed(() => textIn(this.item().topic, this.language.current()));
  protected readonly asked = computed(() => textIn(this.item().asked, this.language.current()));
  protected readonly clause = computed(() =>
    clauseText(this.item().clause ?? '', this.language.current()),
  );
  protected readonly earned = computed(() => {
    const score = this.score();
    return score && score.state !== 'unanswered' ? pointsText(score.earned) : '–';
  });
}
