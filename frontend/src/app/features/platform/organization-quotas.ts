import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OrganizationQuota } from '@liangxing/contracts';
import type { PlatformOrganizationDto } from '../../core/api/generated/openapi';
import { FieldProblem } from '../../core/errors/field-problem';
import { isInBytes, type OwnQuota, shownQuota, typedQuotas } from './own-quotas';

export type { OwnQuota } from './own-quotas';

/** How much one organization may hold: the usual quota, and one of its own where there is one. */
@Component({
  selector: 'lx-organization-quotas',
  imports: [FieldProblem, TranslocoDirective],
  template: `
    <form *transloco="let t" #form novalidate (submit)="send($event, form)">
      <p class="muted small">{{ t('platform.quotas.hint') }}</p>
      <div class="grid">
        @for (limit of limits(); track limit.name) {
          <div class="field">
            <label [attr.for]="'quota-' + limit.name">{{
              t('platform.quotas.names.' + limit.name)
            }}</label>
            <input
              class="ant-input"
              inputmode="decimal"
              autocomplete="off"
              [id]="'quota-' + limit.name"
              [attr.name]="limit.name"
              [attr.data-testid]="'quota-' + limit.name"
              [value]="limit.own === null ? '' : shown(limit.name, limit.own)"
              [placeholder]="shown(limit.name, limit.usual)"
              #field
            />
            <lx-field-problem
              [message]="
                wrong().includes(limit.name)
                  ? t(
                      inBytes(limit.name)
                        ? 'platform.quotas.noMegabytes'
                        : 'platform.quotas.noNumber'
                    )
                  : ''
              "
              [control]="field"
            />
          </div>
        }
      </div>
      <button type="submit" class="ant-btn" data-testid="save-quotas" [disabled]="isBusy()">
        <span>{{ t('platform.quotas.save') }}</span>
      </button>
    </form>
  `,
  styles: `
    .grid {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
      gap: var(--lx-gap-3);
      margin: var(--lx-gap-3) 0;
    }
    .field {
      grid-column: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrganizationQuotas {
  readonly limits = input.required<PlatformOrganizationDto['limits']>();
  readonly isBusy = input(false);
  /** All quotas of its own. */
  readonly saved = output<readonly OwnQuota[]>();

  protected readonly wrong = signal<readonly OrganizationQuota[]>([]);
  protected readonly shown = shownQuota;
  protected readonly inBytes = isInBytes;

  protected send(event: Event, form: HTMLFormElement): void {
    event.preventDefault();
    const fields = new FormData(form);
    const own = new Map(
      this.limits().flatMap(({ name, own }) => (own === null ? [] : [[name, own] as const])),
    );
    const { quotas, wrong } = typedQuotas((name) => {
      const typed = fields.get(name);
      return typeof typed === 'string' ? typed : '';
    }, own);
    this.wrong.set(wrong);
    const [first] = wrong;
    if (first === undefined) this.saved.emit(quotas);
    else form.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  }
}
