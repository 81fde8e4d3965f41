import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentOrganization } from './current-organization';

/** Says on every page that the organization is suspended, why, and what that means. */
@Component({
  selector: 'lx-standing-banner',
  imports: [RouterLink, TranslocoDirective],
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
}
