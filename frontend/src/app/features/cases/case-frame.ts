import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CaseState } from '@liangxing/contracts';
import { CaseStore } from '../../core/case/case-store';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { CurrentOrganization } from '../../core/session/current-organization';

/** Pages of a case, in the order of the work; the first is its address. */
const PAGES = ['materials', 'plan', 'sheet', 'findings', 'conclusion'] as const;

/** Where the next step is taken, where it is the body's. */
const NEXT: Readonly<Partial<Record<CaseState, (typeof PAGES)[number]>>> = {
  ...({ received: 'materials', checking: 'materials', accepted: 'plan' } as const),
  ...({ plan_objected: 'plan', planned: 'plan', evaluating: 'sheet' } as const),
  ...({ rectifying: 'findings', reviewing: 'conclusion', deciding: 'conclusion' } as const),
  ...({ publicity: 'conclusion', certified: 'conclusion', appealing: 'conclusion' } as const),
};

/** A case of a body: which one it is, how it stands, and its pages. */
@Component({
  selector: 'lx-case-frame',
  imports: [ProblemNotice, RouterLink, RouterLinkActive, RouterOutlet, TranslocoDirective],
  providers: [CaseStore],
  template: `
    <div class="page" *transloco="let t">
      <nav class="small">
        <a routerLink="..">{{ t('screens.cases') }}</a>
      </nav>
      <lx-problem-notice [problem]="store.problem()" />
      @if (store.found(); as one) {
        <header class="page-header">
          <h1 id="case-title" tabindex="-1">{{ one.number }} {{ one.enterpriseName }}</h1>
          <span class="chip" data-testid="case-state">{{ t('letters.states.' + one.state) }}</span>
          @if (one.renews) {
            <span class="chip" data-testid="case-renews">{{
              t('letters.renews', { number: one.renews })
            }}</span>
          }
          <span class="spacer"></span>
          <button type="button" class="ant-btn" data-testid="case-reload" (click)="store.read()">
            <span>{{ t('actions.reload') }}</span>
          </button>
        </header>
        <p class="muted next" data-testid="case-next">
          {{ t('cases.next.' + one.state) }}
          @if (next(); as page) {
            <a [routerLink]="page === 'materials' ? './' : page">{{ t('cases.pages.' + page) }}</a>
          }
        </p>
        @if (pages.length > 1) {
          <nav class="tabs" [attr.aria-label]="t('cases.pagesLabel')">
            @for (page of pages; track page) {
              <a
                [routerLink]="page === 'materials' ? './' : page"
                routerLinkActive="active"
                [routerLinkActiveOptions]="{ exact: page === 'materials' }"
                ariaCurrentWhenActive="page"
                [attr.data-testid]="'case-tab-' + page"
                >{{ t('cases.pages.' + page) }}</a
              >
            }
          </nav>
        }
        <router-outlet />
      }
    </div>
  `,
  styleUrl: './cases.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaseFrame {
  protected readonly store = inject(CaseStore);
  private readonly organization = inject(CurrentOrganization);

  /** Of the address. */
  readonly id = input.required<string>();

  protected readonly pages = PAGES;
  protected readonly next = computed(() => {
    const state = this.store.state();
    return state === null ? null : (NEXT[state] ?? null);
  });

  constructor() {
    effect(() => {
      const id = this.id();
      if (this.organization.id()) untracked(() => void this.store.open(id));
    });
  }
}
