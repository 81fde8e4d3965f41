import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { type AsideWords, asideLines } from '../../core/drafts/aside-lines';
import { isSameValue } from '../../core/drafts/merge-fields';
import { SetAsideText } from '../../core/drafts/set-aside';
import { type EffortPlan, noEfforts } from './efforts';
import { EffortsSaver } from './efforts-saver';
import { daysText } from './plan-view';

type Figures = Readonly<Record<string, number>>;

/** Efforts that were typed of an evaluation that somebody closed meanwhile. */
@Component({
  selector: 'lx-efforts-aside',
  imports: [SetAsideText],
  template: `@if (saver.tooLate(); as aside) {
    <lx-set-aside [problem]="aside.problem" [lines]="lines()" (givenUp)="saver.takeStored()" />
  }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EffortsAside {
  private readonly transloco = inject(TranslocoService);
  protected readonly saver = inject(EffortsSaver);

  protected readonly lines = computed(() => {
    const [typed, stored] = [this.saver.tooLate()?.content, this.saver.current()];
    return asideLines(typed ?? noEfforts, stored, this.wordsBeside(stored));
  });

  private wordsBeside(stored: EffortPlan): AsideWords<EffortPlan> {
    const line = (key: string, text: string) => ({
      label: this.transloco.translate<string>(`gaps.${key}`),
      text,
    });
    const figures = (typed: Figures, before: Figures, textOf: (figure: number) => string) =>
      Object.entries(typed)
        .filter(([id, figure]) => !isSameValue(figure, before[id]))
        .map(([id, figure]) => id + this.transloco.translate('parting.said') + textOf(figure))
        .join('\n');
    return {
      efforts: (typed) => line('personDays', figures(typed, stored.efforts, daysText)),
      months: (typed) => line('leastMonths', figures(typed, stored.months, String)),
      excluded: (ids) =>
        line('lists.excluded', ids.join(this.transloco.translate('parting.names'))),
      horizon: (months) =>
        line('within', this.transloco.translate('gaps.months', { count: months })),
    };
  }
}
