import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import {
  ActivatedRoute,
  NavigationEnd,
  Router,
  RouterLink,
  RouterLinkActive,
  RouterOutlet,
} from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CASE_PAGES, type CasePage, nextStepIn, pageStanding } from '@liangxing/contracts';
import { filter } from 'rxjs';
import { CaseStore } from '../../core/case/case-store';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { ScreenSubject } from '../../core/i18n/screen-subject';
import { CurrentOrganization } from '../../core/session/current-organization';
import { PageStandingNotice } from './page-standing';

/** A case of a body: which one it is, how it stands, and its pages. */
@Component({
  selector: 'lx-case-frame',
  imports: [
    PageStandingNotice,
    ProblemNotice,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    TranslocoDirective,
  ],
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
        @if (unreached() === null) {
          <p class="muted next" data-testid="case-next">
            {{ t('cases.next.' + one.state) }}
            @if (next(); as step) {
              <a [routerLink]="step.page === 'materials' ? './' : step.page">{{
                t('screens.casePages.' + step.page)
              }}</a>
              @if (isMine()) {
                <span class="chip" data-testid="next-is-mine">{{ t('cases.standing.yours') }}</span>
              }
            }
          </p>
        }
        <nav class="tabs" [attr.aria-label]="t('cases.pagesLabel')">
          @for (page of pages(); track page.name) {
            <a
              [routerLink]="page.name === 'materials' ? './' : page.name"
              routerLinkActive="active"
              [routerLinkActiveOptions]="{ exact: page.name === 'materials' }"
              ariaCurrentWhenActive="page"
              [attr.data-testid]="'case-tab-' + page.name"
              >{{ t('screens.casePages.' + page.name) }}
              @if (page.standing === 'ahead') {
                <span class="muted small">{{ t('cases.standing.later') }}</span>
              }
            </a>
          }
        </nav>
        @if (unreached(); as standing) {
          <lx-page-standing [page]="page()" [state]="one.state" [standing]="standing" />
        } @else {
          @if (standing() === 'readable') {
            <p class="muted small print-none" data-testid="page-readable">
              {{ t('cases.standing.readable', { state: t('letters.states.' + one.state) }) }}
            </p>
          }
          <router-outlet />
        }
      }
    </div>
  `,
  styleUrl: './cases.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaseFrame {
  protected readonly store = inject(CaseStore);
  private readonly organization = inject(CurrentOrganization);
  private readonly route = inject(ActivatedRoute);
  private readonly subject = inject(ScreenSubject);
  private readonly navigated = toSignal(
    inject(Router).events.pipe(filter((event) => event instanceof NavigationEnd)),
  );

  /** Of the address. */
  readonly id = input.required<string>();

  /** The one that the address names. */
  protected readonly page = computed((): CasePage => {
    this.navigated();
    const named: unknown = this.route.firstChild?.snapshot?.data['casePage'];
    return CASE_PAGES.find((page) => page === named) ?? 'materials';
  });
  protected readonly pages = computed(() =>
    CASE_PAGES.map((name) => ({ name, standing: this.standingOf(name) })),
  );
  protected readonly standing = computed(() => this.standingOf(this.page()));
  /** Why the page cannot be opened; null: it can. */
  protected readonly unreached = computed(() => {
    const standing = this.standing();
    return standing === 'ahead' || standing === 'never' ? standing : null;
  });
  protected readonly next = computed(() => {
    const state = this.store.state();
    return state === null ? null : nextStepIn(state);
  });
  /** The role of whoever looks takes the next step. */
  protected readonly isMine = computed(() => {
    const next = this.next();
    return next !== null && this.organization.can(next.permission);
  });

  constructor() {
    effect(() => {
      const id = this.id();
      if (this.organization.id()) untracked(() => void this.store.open(id));
    });
    effect(() => {
      const found = this.store.found();
      this.subject.name.set(found === null ? '' : `${found.number} ${found.enterpriseName}`);
    });
    inject(DestroyRef).onDestroy(() => this.subject.name.set(''));
  }

  private standingOf(page: CasePage) {
    const found = this.store.found();
    return found === null ? 'ahead' : pageStanding(page, found.state, found.letters);
  }
}
