import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { CaseFiguresDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { ResultFigures } from './result-figures';

/** 评审统计 of a body: how many cases stand where, how long they take, who works on them, and what results say. */
@Component({
  selector: 'lx-case-figures-page',
  imports: [ProblemNotice, ResultFigures, TranslocoDirective],
  template: `
    <div class="page" *transloco="let t">
      <header class="page-header">
        <h1>{{ t('screens.caseFigures') }}</h1>
      </header>
      <lx-problem-notice [problem]="problem()" />
      @if (figures(); as all) {
        @if (all.states.length === 0) {
          <p class="muted" data-testid="no-figures">{{ t('cases.figures.none') }}</p>
        } @else {
          <h2>{{ t('cases.figures.states') }}</h2>
          <table class="dense bars" data-testid="figures-states">
            <thead>
              <tr>
                <th scope="col">{{ t('cases.state') }}</th>
                <th scope="col" class="figure">{{ t('cases.figures.count') }}</th>
                <td></td>
              </tr>
            </thead>
            <tbody>
              @for (one of all.states; track one.state) {
                <tr>
                  <th scope="row">{{ t('letters.states.' + one.state) }}</th>
                  <td class="figure">{{ one.count }}</td>
                  <td class="bar" aria-hidden="true">
                    <span [style.width.%]="(100 * one.count) / mostCases()"></span>
                  </td>
                </tr>
              }
            </tbody>
          </table>

          <h2>{{ t('cases.figures.times') }}</h2>
          <p class="muted">{{ t('cases.figures.timesHint') }}</p>
          @if (all.times.length === 0) {
            <p class="muted">{{ t('cases.figures.noTimes') }}</p>
          } @else {
            <table class="dense bars" data-testid="figures-times">
              <thead>
                <tr>
                  <th scope="col">{{ t('cases.figures.stage') }}</th>
                  <th scope="col" class="figure">{{ t('cases.figures.left') }}</th>
                  <th scope="col" class="figure">{{ t('cases.figures.median') }}</th>
                  <th scope="col" class="figure">{{ t('cases.figures.slow') }}</th>
                  <td></td>
                </tr>
              </thead>
              <tbody>
                @for (one of all.times; track one.state) {
                  <tr>
                    <th scope="row">{{ t('letters.states.' + one.state) }}</th>
                    <td class="figure">{{ one.count }}</td>
                    <td class="figure">{{ days(one.median) }}</td>
                    <td class="figure">{{ days(one.slow) }}</td>
                    <td class="bar" aria-hidden="true">
                      <span [style.width.%]="(100 * one.median) / longest()"></span>
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          }

          <h2>{{ t('cases.figures.loads') }}</h2>
          @if (all.loads.length === 0) {
            <p class="muted">{{ t('cases.figures.noLoads') }}</p>
          } @else {
            <table class="dense" data-testid="figures-loads">
              <thead>
                <tr>
                  <th scope="col">{{ t('cases.figures.person') }}</th>
                  <th scope="col" class="figure">{{ t('cases.figures.led') }}</th>
                  <th scope="col" class="figure">{{ t('cases.figures.assessed') }}</th>
                </tr>
              </thead>
              <tbody>
                @for (one of all.loads; track one.userId) {
                  <tr>
                    <th scope="row">{{ one.name }}</th>
                    <td class="figure">{{ one.led }}</td>
                    <td class="figure">{{ one.assessed }}</td>
                  </tr>
                }
              </tbody>
            </table>
          }

          <lx-result-figures [schemes]="all.schemes" />
        }
      }
    </div>
  `,
  styles: `
    h2 {
      margin-top: var(--lx-gap-5);
    }
    table {
      max-width: 760px;
    }
    .bar {
      width: 40%;
    }
    .bar span {
      display: block;
      height: 10px;
      min-width: 2px;
      background: var(--lx-accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaseFiguresPage {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();

  protected readonly figures = signal<CaseFiguresDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly mostCases = computed(() =>
    Math.max(1, ...(this.figures()?.states ?? []).map(({ count }) => count)),
  );
  protected readonly longest = computed(() =>
    Math.max(1, ...(this.figures()?.times ?? []).map(({ median }) => median)),
  );

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  /** Tenths of a day, as days. */
  protected days(tenths: number): string {
    return (tenths / 10).toFixed(1);
  }

  private async load(): Promise<void> {
    const isNewest = this.newest.ask();
    this.figures.set(null);
    this.problem.set(null);
    try {
      const found = await this.api.get('/case-figures', {});
      if (isNewest()) this.figures.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
