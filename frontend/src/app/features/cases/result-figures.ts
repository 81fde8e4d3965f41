import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { plusMonths } from '@liangxing/contracts';
import { textIn } from '@liangxing/scheme';
import { Api } from '../../core/api/api';
import type { EvaluatedSchemeDto, ResultFiguresDto } from '../../core/api/generated/openapi';
import { Chart } from '../../core/chart/chart';
import { CHART } from '../../core/chart/chart-tokens';
import { linesOption } from '../../core/chart/lines-option';
import { paretoOption } from '../../core/chart/pareto-option';
import { DateField } from '../../core/date-field/date-field';
import { DownloadLink } from '../../core/download/download-link';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { LanguageService } from '../../core/i18n/language.service';
import { Newest } from '../../core/once/newest';
import { lossesFirst, quartersOf } from './figures-of-results';

/** More bars or lines than this cannot be told apart; the tables have them all. */
const mostBars = 20;
const mostLines = 5;

/** What the results of a scheme say over cases: findings by item, and how far assessors agree with what was settled. */
@Component({
  selector: 'lx-result-figures',
  imports: [Chart, DateField, DownloadLink, ProblemNotice, TranslocoDirective],
  templateUrl: './result-figures.html',
  styleUrl: './result-figures.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResultFigures {
  private readonly api = inject(Api);
  private readonly language = inject(LanguageService);
  private readonly transloco = inject(TranslocoService);
  private readonly newest = new Newest();

  readonly schemes = input.required<readonly EvaluatedSchemeDto[]>();

  protected readonly schemeId = linkedSignal(() => this.schemes()[0]?.schemeId ?? '');
  protected readonly today = dayOfChina(new Date());
  protected readonly from = signal(plusMonths(this.today, -12));
  protected readonly until = signal(this.today);
  protected readonly figures = signal<ResultFiguresDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  private readonly asked = computed(() => ({
    ...{ schemeId: this.schemeId(), from: this.from(), until: this.until() },
  }));
  protected readonly isReversed = computed(() => this.from() > this.until());
  protected readonly exportUrl = computed(() =>
    this.api.url('/case-figures/results/export', this.asked()),
  );
  protected readonly found = computed(() =>
    (this.figures()?.items ?? []).filter(({ major, minor }) => major + minor > 0),
  );
  protected readonly losses = computed(() => lossesFirst(this.figures()?.items ?? []));
  protected readonly pareto = computed(() => {
    this.language.current();
    const word = (key: string) => this.transloco.translate<string>(`cases.results.${key}`);
    const bars = this.found()
      .slice(0, mostBars)
      .map(({ itemId: id, major, minor, cumulative }) => ({
        ...{ id, values: [major, minor], cumulative },
      }));
    const parts = [
      { name: word('major'), color: CHART.stop },
      { name: word('minor'), color: CHART.accent },
    ];
    return paretoOption(bars, parts, { axis: word('cases'), cumulative: word('cumulative') });
  });
  /** In which anybody has a figure, from the first to the last; one alone makes no line. */
  protected readonly quarters = computed(() => quartersOf(this.figures()?.people ?? []));
  protected readonly lines = computed(() => {
    this.language.current();
    const quarters = this.quarters();
    const lines = (this.figures()?.people ?? [])
      .filter((person) => person.quarters.some(({ kappa }) => kappa !== null))
      .slice(0, mostLines)
      .map(({ name, quarters: own }) => ({
        name,
        values: quarters.map((each) => {
          const kappa = own.find(({ quarter }) => quarter === each)?.kappa ?? null;
          return kappa === null ? null : kappa / 100;
        }),
      }));
    const axis = this.transloco.translate<string>('cases.results.kappa');
    const lowest = Math.min(0, ...lines.flatMap(({ values }) => values.map((one) => one ?? 0)));
    return linesOption(quarters, lines, { axis, min: Math.floor(lowest * 10) / 10, max: 1 });
  });

  constructor() {
    effect(() => {
      const asked = this.asked();
      if (asked.schemeId !== '' && !this.isReversed()) untracked(() => void this.load(asked));
    });
  }

  protected titleOf({ title }: EvaluatedSchemeDto): string {
    return textIn(title, this.language.current());
  }

  protected topicOf({ topic }: ResultFiguresDto['items'][number]): string {
    return textIn(topic, this.language.current());
  }

  protected percent(hundredths: number): string {
    return `${(hundredths / 100).toFixed(1)}%`;
  }

  /** Hundredths with two places; null: too few items. */
  protected figure(hundredths: number | null): string | null {
    return hundredths === null ? null : (hundredths / 100).toFixed(2);
  }

  /** A day that is emptied stays what it was. */
  protected chooseDay(which: 'from' | 'until', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    if (value !== '') this[which].set(value);
  }

  protected chooseScheme(event: Event): void {
    this.schemeId.set((event.target as HTMLSelectElement).value);
  }

  private async load(asked: { schemeId: string; from: string; until: string }): Promise<void> {
    const isNewest = this.newest.ask();
    this.problem.set(null);
    this.figures.set(null);
    try {
      const found = await this.api.get('/case-figures/results', asked);
      if (isNewest()) this.figures.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
