import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AssessorDto, EvaluationLoadDto } from '../../core/api/generated/openapi';

/** Which cases everybody has on which days; days that two cases ask for are marked. */
@Component({
  selector: 'lx-load-table',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (loads().length === 0) {
        <p class="muted" data-testid="no-loads">{{ t('bodies.noLoads') }}</p>
      } @else {
        <div class="scroll" tabindex="0" role="group" [attr.aria-label]="t('bodies.loads')">
          <table class="dense" data-testid="loads">
            <thead>
              <tr>
                <th scope="col">{{ t('bodies.person') }}</th>
                <th scope="col">{{ t('bodies.case') }}</th>
                <th scope="col">{{ t('bodies.role') }}</th>
                <th scope="col">{{ t('bodies.state') }}</th>
                <th scope="col">{{ t('bodies.days') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of rows(); track row.load.userId + row.load.caseId) {
                <tr data-testid="load">
                  <th scope="row">{{ row.name }}</th>
                  <td>
                    <a [routerLink]="['../cases', row.load.caseId, 'plan']"
                      >{{ row.load.caseNumber }} {{ row.load.enterpriseName }}</a
                    >
                  </td>
                  <td>{{ t('letters.teamRoles.' + row.load.role) }}</td>
                  <td>{{ t('letters.states.' + row.load.state) }}</td>
                  <td>
                    <div class="chips">
                      @for (each of row.days; track each.day) {
                        <span
                          class="chip"
                          [class.warn]="each.isTwice"
                          [attr.data-testid]="each.isTwice ? 'day-twice' : 'day'"
                        >
                          {{ each.day }}
                          @if (each.isTwice) {
                            {{ t('bodies.twice') }}
                          }
                        </span>
                      } @empty {
                        <span class="muted">{{ t('bodies.unplanned') }}</span>
                      }
                    </div>
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    </ng-container>
  `,
  styleUrl: './bodies.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadTable {
  readonly people = input.required<readonly AssessorDto[]>();
  readonly loads = input.required<readonly EvaluationLoadDto[]>();

  protected readonly rows = computed(() => {
    const loads = this.loads();
    return this.people().flatMap(({ userId, name }) => {
      const own = loads.filter((load) => load.userId === userId);
      const taken = own.flatMap(({ days }) => days);
      const isTwice = (day: string): boolean => taken.filter((one) => one === day).length > 1;
      return own.map((load) => ({
        ...{ name, load },
        days: load.days.map((day) => ({ day, isTwice: isTwice(day) })),
      }));
    });
  });
}
