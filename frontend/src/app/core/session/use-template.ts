import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { TEMPLATE_PERMISSIONS, type TemplateKind } from '@liangxing/contracts';
import { CurrentOrganization } from './current-organization';

/** The way of a consultant from a page of a client to the templates of the consultancy that can be copied there. */
@Component({
  selector: 'lx-use-template',
  imports: [RouterLink, TranslocoDirective],
  template: `
    @if (acting(); as acting) {
      <a
        class="ant-btn"
        data-testid="use-template"
        *transloco="let t"
        [routerLink]="['/o', acting, 'templates']"
        [queryParams]="{ kind: kind(), client: organization.id() }"
        ><span>{{ t('acting.useTemplate.' + kind()) }}</span></a
      >
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UseTemplate {
  protected readonly organization = inject(CurrentOrganization);

  readonly kind = input.required<TemplateKind>();

  /** The consultancy for which somebody acts who may write here; undefined: none. */
  protected readonly acting = computed(() =>
    this.organization.can(TEMPLATE_PERMISSIONS[this.kind()])
      ? this.organization.entry()?.actingId
      : undefined,
  );
}
