import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DueRenewalDto } from '../../core/api/generated/openapi';

/** 复评安排: certificates that end soon, and whether their enterprises know and have applied. */
@Component({
  selector: 'lx-due-renewals',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <h2>{{ t('certificates.renewals') }}</h2>
      <div class="scroll" tabindex="0" role="group" [attr.aria-label]="t('certificates.renewals')">
        <table class="dense" data-testid="renewals">
          <thead>
            <tr>
              <th scope="col">{{ t('certificates.renewFromHead') }}</th>
              <th scope="col">{{ t('certificates.validUntil') }}</th>
              <th scope="col">{{ t('certificates.enterprise') }}</th>
              <th scope="col">{{ t('letters.words.certificateNumber') }}</th>
              <th scope="col">{{ t('certificates.standing') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of due(); track one.certificateId) {
              <tr>
                <td>{{ one.renewFrom }}</td>
                <td>{{ one.validUntil }}</td>
                <td>{{ one.enterpriseName }}</td>
                <td>
                  <a [routerLink]="[one.certificateId]">{{ one.certificateNumber }}</a>
                </td>
                <td>
                  @if (one.isApplied) {
                    <span class="chip">{{ t('certificates.applied') }}</span>
                  } @else if (one.isNoticed) {
                    <span class="chip warn">{{ t('certificates.noticed') }}</span>
                  }
                </td>
              </tr>
            } @empty {
              <tr>
                <td colspan="5" class="muted">{{ t('certificates.noneToRenew') }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </ng-container>
  `,
  styleUrl: './certificates.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DueRenewals {
  readonly due = input.required<readonly DueRenewalDto[]>();
}
