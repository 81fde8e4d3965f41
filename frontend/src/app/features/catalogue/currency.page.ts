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
import { TranslocoDirective } from '@jsverse/transloco';
import { TimePipe } from '../../core/i18n/time.pipe';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { CurrentOrganization } from '../../core/session/current-organization';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { CatalogueSearch } from './catalogue-search';
import { CurrencyRows } from './currency-rows';
import { CurrencyStore } from './currency-store';
import { OwnFeedback } from './own-feedback';
import { shownStates } from './currency';
import { WatchedRows } from './watched-rows';

const quietMilliseconds = 250;
const VIEWS = ['report', 'watched', 'search', 'log', 'feedback'] as const;
type View = (typeof VIEWS)[number];

/** 查新: the register against the catalogue, one-click replacement, search of the catalogue, log. */
@Component({
  selector: 'lx-currency-page',
  imports: [
    CatalogueSearch,
    CurrencyRows,
    TimePipe,
    OwnFeedback,
    ProblemNotice,
    RouterLink,
    TranslocoDirective,
    WatchedRows,
  ],
  providers: [CurrencyStore],
  templateUrl: './currency.page.html',
  styleUrls: ['./currency-views.less', './currency.page.less'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CurrencyPage {
  private readonly organization = inject(CurrentOrganization);
  protected readonly store = inject(CurrencyStore);
  private readonly timer = new QuietTimer();

  protected readonly views = VIEWS;
  protected readonly view = signal<View>('report');
  protected readonly canWrite = computed(() => this.organization.can('standards:write'));
  protected readonly registerLink = computed(() => ['/o', this.organization.id(), 'standards']);
  protected readonly states = computed(() => {
    const summary = this.store.summary();
    return summary === null ? [] : shownStates(summary.counts, this.store.query().status);
  });
  protected readonly all = computed(() =>
    Object.values(this.store.summary()?.counts ?? {}).reduce((sum, count) => sum + count, 0),
  );

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.store.open());
    });
  }

  protected open(view: View): void {
    this.view.set(view);
    if (view === 'log') void this.store.readLog();
  }

  protected type(q: string): void {
    this.timer.start(quietMilliseconds, () => void this.store.ask({ q }));
  }
}
