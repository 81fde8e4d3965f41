import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  CLIENT_STAGES,
  PORTFOLIO_GROUPS,
  type PortfolioSort,
  type PortfolioView,
  USUAL_VIEW,
} from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import { DownloadLink } from '../../core/download/download-link';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { FitViewport } from '../../core/print/fit-viewport';
import { CurrentOrganization } from '../../core/session/current-organization';
import { ClientRow } from './client-row';
import type { PortfolioLine } from './portfolio-lines';
import { PortfolioStore } from './portfolio-store';
import { ReportMaker } from './report-maker';
import { SavedViews } from './saved-views';

/** Columns in their order; `sections` has no order of its own. */
const COLUMNS = [
  'name',
  'grade',
  'points',
  'sections',
  'system',
  'answered',
  'overdue',
  'expired',
  'stage',
  'next',
  'active',
  'consultant',
] as const satisfies readonly (PortfolioSort | 'sections')[];

/** Of what somebody looks for first: what is late, what is largest, what was done last. */
const LARGEST_FIRST: readonly string[] = ['grade', 'points', 'overdue', 'expired'];

/** 客户一览: all clients of a consultancy in one list, with what each of them opens. */
@Component({
  selector: 'lx-portfolio-page',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    DownloadLink,
    FitViewport,
    ClientRow,
    ProblemNotice,
    ReportMaker,
    RouterLink,
    SavedViews,
    TranslocoDirective,
  ],
  templateUrl: './portfolio.page.html',
  styleUrl: './portfolio.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PortfolioPage {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  protected readonly store = inject(PortfolioStore);

  protected readonly columns = COLUMNS;
  protected readonly stages = CLIENT_STAGES;
  protected readonly groups = PORTFOLIO_GROUPS;
  protected readonly isNarrowed = computed(() => {
    const { search, stage, isOverdueOnly, quietDays } = this.store.view();
    return search !== '' || stage !== '' || isOverdueOnly || quietDays > 0;
  });
  protected readonly shownIds = computed(() => this.store.matching().map(({ id }) => id));
  protected readonly exportUrl = computed(() =>
    this.api.url('/portfolio/export', queryOf(this.store.view())),
  );

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.store.load());
    });
  }

  protected sortBy(column: (typeof COLUMNS)[number]): void {
    if (column === 'sections') return;
    const { sort, isDescending } = this.store.view();
    const isAgain = sort === column;
    this.store.change({
      sort: column,
      isDescending: isAgain ? !isDescending : LARGEST_FIRST.includes(column),
    });
  }

  protected directionOf(column: string): 'ascending' | 'descending' | 'none' {
    const { sort, isDescending } = this.store.view();
    if (sort !== column) return 'none';
    return isDescending ? 'descending' : 'ascending';
  }

  protected choose(field: 'stage' | 'group', event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.store.change({ [field]: value });
  }

  protected setQuietDays(event: Event): void {
    const typed = Math.trunc(Number((event.target as HTMLInputElement).value));
    this.store.change({
      quietDays: Number.isFinite(typed) ? Math.min(Math.max(typed, 0), 3650) : 0,
    });
  }

  protected showAll(): void {
    const { sort, isDescending, group } = this.store.view();
    this.store.change({ ...USUAL_VIEW, sort, isDescending, group });
  }

  protected trackLine(_index: number, line: PortfolioLine): string {
    return line.kind === 'client' ? line.client.id : `group ${line.key}`;
  }
}

function queryOf(view: PortfolioView) {
  const { search, stage, isOverdueOnly, quietDays, sort, isDescending, group } = view;
  const flag = (is: boolean) => (is ? ('true' as const) : ('false' as const));
  return {
    ...(search === '' ? {} : { search }),
    ...(stage === '' ? {} : { stage }),
    overdue: flag(isOverdueOnly),
    quietDays,
    sort,
    descending: flag(isDescending),
    group,
  };
}
