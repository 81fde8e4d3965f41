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
import { OPEN_CASE_STATES } from '@liangxing/contracts';
import { type LocalizedText, textIn } from '@liangxing/scheme';
import { Api } from '../../core/api/api';
import type { QueuedCaseDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SelfEvaluation } from './self-evaluation';

const SHOWN = ['open', 'all'] as const;

/** 评审队列 of a body. */
@Component({
  selector: 'lx-cases-page',
  imports: [ProblemNotice, RouterLink, SelfEvaluation, TimePipe, TranslocoDirective],
  template: `
    <div class="page" *transloco="let t">
      <header class="page-header">
        <h1>{{ t('screens.cases') }}</h1>
      </header>
      <p class="muted">{{ t('cases.hint') }}</p>
      <lx-problem-notice [problem]="problem()" />
      @if (cases(); as all) {
        @if (all.length === 0) {
          <section class="empty" data-testid="no-cases">
            <h2>{{ t('cases.empty') }}</h2>
            <p class="muted">{{ t('cases.emptyHint') }}</p>
            <a class="ant-btn ant-btn-primary" routerLink="../body">{{ t('cases.toBody') }}</a>
          </section>
        } @else {
          <div class="choices" role="group" [attr.aria-label]="t('cases.state')">
            @for (each of choices; track each) {
              <button
                type="button"
                [attr.aria-pressed]="which() === each"
                [attr.data-testid]="'cases-' + each"
                (click)="which.set(each)"
              >
                {{ t('cases.' + each) }}
              </button>
            }
          </div>
          <div class="scroll" tabindex="0" role="group" [attr.aria-label]="t('screens.cases')">
            <table class="dense" data-testid="cases">
              <thead>
                <tr>
                  <th scope="col">{{ t('cases.number') }}</th>
                  <th scope="col">{{ t('cases.enterprise') }}</th>
                  <th scope="col">{{ t('cases.scheme') }}</th>
                  <th scope="col">{{ t('cases.self') }}</th>
                  <th scope="col">{{ t('cases.state') }}</th>
                  <th scope="col">{{ t('cases.receivedAt') }}</th>
                  <th scope="col">{{ t('cases.changedAt') }}</th>
                </tr>
              </thead>
              <tbody>
                @for (one of shown(); track one.id) {
                  <tr data-testid="case">
                    <td>
                      <a [routerLink]="[one.id]">{{ one.number }}</a>
                    </td>
                    <td>{{ one.enterpriseName }}</td>
                    <td>{{ textOf(one.selfEvaluation.schemeTitle) }}</td>
                    <td><lx-self-evaluation [found]="one.selfEvaluation" /></td>
                    <td>
                      <span class="chip">{{ t('letters.states.' + one.state) }}</span>
                    </td>
                    <td>{{ one.receivedAt | lxTime }}</td>
                    <td>{{ one.changedAt | lxTime }}</td>
                  </tr>
                } @empty {
                  <tr>
                    <td colspan="7" class="muted">{{ t('cases.noneOpen') }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      }
    </div>
  `,
  styles: `
    .scroll {
      overflow-x: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CasesPage {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly language = inject(LanguageService);
  private readonly newest = new Newest();

  protected readonly choices = SHOWN;
  protected readonly which = signal<(typeof SHOWN)[number]>('open');
  protected readonly cases = signal<readonly QueuedCaseDto[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly shown = computed(() =>
    (this.cases() ?? []).filter(
      ({ state }) => this.which() === 'all' || OPEN_CASE_STATES.includes(state),
    ),
  );

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  protected textOf(text: LocalizedText): string {
    return textIn(text, this.language.current());
  }

  /** Nothing of another organization stays. */
  private async load(): Promise<void> {
    const isNewest = this.newest.ask();
    this.cases.set(null);
    this.problem.set(null);
    try {
      const found = await this.api.get('/cases');
      if (isNewest()) this.cases.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
