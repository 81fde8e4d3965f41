import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OtherDoor as Door } from '@liangxing/contracts';
import type { Problem } from '../errors/problem';
import { CurrentOrganization } from '../session/current-organization';

/** Beside the refusal of a table that is something else: the way to where it is taken. */
@Component({
  selector: 'lx-other-door',
  imports: [RouterLink, TranslocoDirective],
  template: `
    @if (told(); as told) {
      <p class="doors" *transloco="let t" data-testid="other-door">
        @if (link(); as link) {
          <a class="ant-btn" [routerLink]="link" data-testid="door" (click)="leave.emit()"
            ><span>{{ t('tables.doors.' + told.door) }}</span></a
          >
        }
        @if (told.canTakeAnyway) {
          <button type="button" class="ant-btn" data-testid="anyway" (click)="anyway.emit()">
            <span>{{ t('tables.anyway') }}</span>
          </button>
        }
      </p>
    }
  `,
  styles: `
    .doors {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OtherDoor {
  private readonly organization = inject(CurrentOrganization);

  readonly problem = input<Problem | null>(null);
  readonly leave = output();
  readonly anyway = output();

  protected readonly told = computed(() => {
    const problem = this.problem();
    return problem?.code.startsWith('table_is_') === true
      ? ((problem.current ?? null) as Door | null)
      : null;
  });
  protected readonly link = computed(() => {
    const told = this.told();
    const paths = {
      standards: ['standards', 'import'],
      schemes: ['schemes'],
      records: ['records', told?.list ?? ''],
    } as const;
    return told?.door ? ['/o', this.organization.id(), ...paths[told.door]] : null;
  });
}
