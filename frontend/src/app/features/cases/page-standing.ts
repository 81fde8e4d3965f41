import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type CasePage, type CaseState, nextStepIn } from '@liangxing/contracts';

/** In place of a page of a case to which it has not come, or never came: how it stands, and what comes first. */
@Component({
  selector: 'lx-page-standing',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <section *transloco="let t" class="empty" data-testid="page-standing">
      <h2>{{ t('screens.casePages.' + page()) }}</h2>
      <p>{{ t('cases.standing.' + standing(), { state: t('letters.states.' + state()) }) }}</p>
      @if (standing() === 'ahead') {
        <p class="muted">{{ t('cases.begins.' + page()) }}</p>
        <p>
          {{ t('cases.standing.first') }}{{ t('parting.said') }}{{ t('cases.next.' + state()) }}
          @if (next(); as first) {
            <a [routerLink]="first.page === 'materials' ? './' : first.page">{{
              t('screens.casePages.' + first.page)
            }}</a>
          }
        </p>
      }
    </section>
  `,
  styles: `
    p a {
      text-decoration: underline;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageStandingNotice {
  readonly page = input.required<CasePage>();
  readonly state = input.required<CaseState>();
  readonly standing = input.required<'ahead' | 'never'>();

  protected readonly next = computed(() => nextStepIn(this.state()));
}
