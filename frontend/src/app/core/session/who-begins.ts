import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OrganizationPermission } from '@liangxing/contracts';
import { CurrentOrganization } from './current-organization';

/** The way out of an empty page: where to begin for whoever may, and who may begin for everybody else. */
@Component({
  selector: 'lx-who-begins',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <p class="actions" *transloco="let t">
      @if (may()) {
        <a class="ant-btn ant-btn-primary" [routerLink]="to()" queryParamsHandling="merge"
          ><span>{{ label() }}</span></a
        >
      } @else {
        <span data-testid="who-begins"
          >{{ t('session.onlyReading') }}
          <a [routerLink]="['/o', organization.id(), 'members']">{{
            t('session.seeMembers')
          }}</a></span
        >
      }
    </p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhoBegins {
  protected readonly organization = inject(CurrentOrganization);

  /** What beginning there needs. */
  readonly permission = input.required<OrganizationPermission>();
  /** Where one begins, as a router link. */
  readonly to = input.required<string>();
  /** What the way there is called. */
  readonly label = input.required<string>();

  protected readonly may = computed(() => this.organization.can(this.permission()));
}
