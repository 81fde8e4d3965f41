import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { restorableUntil } from '@liangxing/contracts';
import { TimePipe } from '../i18n/time.pipe';
import { CurrentOrganization } from './current-organization';

/** Says on every page that the organization is suspended or being closed, why or until when, and what that means. */
@Component({
  selector: 'lx-standing-banner',
  imports: [RouterLink, TimePipe, TranslocoDirective],
  template: `
    @if (organization.membership(); as membership) {
      @if (membership.state === 'suspended') {
        <div class="banner" role="status" data-testid="suspended" *transloco="let t">
          <strong>{{ t('standing.suspended', { name: membership.organizationName }) }}</strong>
          <span>{{ t('standing.suspendedHint') }}</span>
          @if (membership.stateReason) {
            <span>{{ t('standing.reason', { reason: membership.stateReason }) }}</span>
          }
          <a [routerLink]="['/o', membership.organizationId, 'application']">{{
            t('standing.more')
          }}</a>
        </div>
      } @else if (membership.state === 'closing') {
        <div class="banner" role="status" data-testid="closing" *transloco="let t">
          <strong>{{ t('standing.closing', { name: membership.organizationName }) }}</strong>
          <span>{{ t('standing.closingHint', { until: until(membership) | lxTime: 'day' }) }}</span>
          <a [routerLink]="['/o', membership.organizationId, 'settings']">{{
            t('screens.settings')
          }}</a>
        </div>
      }
    }
  `,
  styles: `
    .banner {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: baseline;
      padding: 6px 16px;
      border-bottom: 1px solid var(--lx-block);
      background: var(--lx-block-soft);
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandingBanner {
  protected readonly organization = inject(CurrentOrganization);

  protected until({ stateSince }: { readonly stateSince: string }): string {
    return restorableUntil(stateSince);
  }
}
