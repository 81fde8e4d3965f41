import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Scheme, listItems, textIn } from '@liangxing/scheme';
import { type Level, type Score, paretoOfLosses, radar } from '@liangxing/scoring';
import { Chart } from '../../core/chart/chart';
import { CHART } from '../../core/chart/chart-tokens';
import { paretoOption } from '../../core/chart/pareto-option';
import { LanguageService } from '../../core/i18n/language.service';
import { pointsText } from '../../core/i18n/points';
import { radarOption } from './chart-options';

/** More bars than this cannot be told apart; the table has them all. */
const mostBars = 20;
/** A radar needs a few spokes; where there are fewer sections their groups are shown. */
const fewestSpokes = 5;

/** Where points are lost: Pareto and radar, each with the same figures as a table. */
@Component({
  selector: 'lx-losses',
  imports: [Chart, RouterLink, TranslocoDirective],
  templateUrl: './losses.html',
  styleUrl: './losses.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Losses {
  private readonly language = inject(LanguageService);
  private readonly transloco = inject(TranslocoService);

  readonly scheme = input.required<Scheme>();
  readonly score = input.required<Score>();

  protected readonly points = pointsText;
  protected readonly levels: readonly Level[] = ['item', 'group', 'section'];
  protected readonly level = signal<Level>('item');
  protected readonly isReadiness = computed(() => this.scheme().kind === 'readiness');

  private readonly names = computed(() => namesOf(this.scheme(), this.language.current()));
  protected readonly losses = computed(() =>
    paretoOfLosses(this.scheme(), this.score(), { level: this.level() }).map((loss) => ({
      ...loss,
      name: this.names()[this.level()].get(loss.id) ?? '',
    })),
  );
  protected readonly axes = computed(() => {
    const bySection = radar(this.scheme(), this.score());
    const level = bySection.length >= fewestSpokes ? 'section' : 'group';
    const axes = level === 'section' ? bySection : radar(this.scheme(), this.score(), { level });
    return axes.map((axis) => ({ ...axis, name: this.names()[level].get(axis.id) ?? axis.id }));
  });
  protected readonly pareto = computed(() => {
    this.language.current();
    const lost = this.transloco.translate<string>('gaps.lost');
    const bars = this.losses()
      .slice(0, mostBars)
      .map(({ id, lost: points, cumulative }) => ({ id, values: [points / 100], cumulative }));
    return paretoOption(bars, [{ name: lost, color: CHART.accent }], {
      axis: lost,
      cumulative: this.transloco.translate('gaps.cumulative'),
    });
  });
  protected readonly spider = computed(() => {
    this.language.current();
    return radarOption(
      this.axes(),
      this.transloco.translate(this.isReadiness() ? 'gaps.readiness' : 'gaps.share'),
    );
  });

  protected percent(share: number | null): string {
    return share === null ? '—' : `${(share / 100).toFixed(1)}%`;
  }
}

function namesOf(
  scheme: Scheme,
  language: 'zh-CN' | 'en',
): Readonly<Record<Level, ReadonlyMap<string, string>>> {
  const groups = scheme.sections.flatMap(({ groups: own }) => own);
  return {
    section: new Map(scheme.sections.map(({ id, title }) => [id, textIn(title, language)])),
    group: new Map(groups.map(({ id, title }) => [id, textIn(title, language)])),
    item: new Map(listItems(scheme).map(({ item }) => [item.id, textIn(item.topic, language)])),
  };
}
