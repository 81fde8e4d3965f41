import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { homeOf } from '../../core/session/home-of';
import { LeaveOrganization } from '../../core/session/leave-organization';
import { SessionService } from '../../core/session/session.service';

/** Where the person belongs, as what, and how to leave. */
@Component({
  selector: 'lx-own-organizations',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <h2 id="own-organizations-title">{{ t('leaving.own') }}</h2>
      <table
        class="dense"
        aria-labelledby="own-organizations-title"
        data-testid="own-organizations"
      >
        <thead>
          <tr>
            <th scope="col">{{ t('leaving.organization') }}</th>
            <th scope="col">{{ t('leaving.role') }}</th>
            <th scope="col">{{ t('leaving.state') }}</th>
            <th scope="col">
              <span class="visually-hidden">{{ t('leaving.leave') }}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          @for (one of session.memberships(); track one.organizationId) {
            <tr>
              <td class="name">
                <a [routerLink]="homeOf(one)">{{ one.organizationName }}</a>
                @if (one.isSample) {
                  <span class="chip">{{ t('shell.sample') }}</span>
                }
              </td>
              <td>{{ t('roles.' + one.role) }}</td>
              <td>{{ t('standing.states.' + one.state) }}</td>
              <td class="figure">
                <button
                  type="button"
                  class="ant-btn ant-btn-sm ant-btn-text"
                  data-testid="leave-organization"
                  [attr.aria-label]="t('leaving.leaveOne', { name: one.organizationName })"
                  (click)="leaving.ask(one)"
                >
                  <span>{{ t('leaving.leave') }}</span>
                </button>
              </td>
            </tr>
          } @empty {
            <tr>
              <td colspan="4" class="muted">{{ t('leaving.none') }}</td>
            </tr>
          }
        </tbody>
      </table>
    </ng-container>
  `,
  styles: `
    h2 {
      margin-top: 32px;
    }
    .name {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnOrganizations {
  protected readonly session = inject(SessionService);
  protected readonly leaving = inject(LeaveOrganization);
  protected readonly homeOf = homeOf;
}
