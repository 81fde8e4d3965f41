import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { GradeLine } from './grade-view';

/** Every grade with its routes: what each asks for, whether it is reached, what is missing. */
@Component({
  selector: 'lx-grade-table',
  imports: [TranslocoDirective],
  template: `
    <table class="dense" data-testid="grade-table" *transloco="let t">
      <thead>
        <tr>
          <th scope="col">{{ t('gaps.grade') }}</th>
          <th scope="col">{{ t('gaps.route') }}</th>
          <th scope="col">{{ t('gaps.asks') }}</th>
          <th scope="col">{{ t('gaps.stand') }}</th>
        </tr>
      </thead>
      @for (line of lines(); track line.gradeId) {
        <tbody [class.target]="line.gradeId === target()">
          @for (route of line.routes; track route.routeId) {
            <tr
              [attr.data-testid]="'route-' + line.gradeId + '-' + route.number"
              [attr.data-reached]="route.isReached"
            >
              @if ($first) {
                <th scope="rowgroup" [attr.rowspan]="line.routes.length">
                  {{ line.gradeId }}
                  @if (line.isReached) {
                    <span class="chip good">{{ t('gaps.reached') }}</span>
                  }
                </th>
              }
              <td>{{ route.number }}</td>
              <td>
                @for (ask of route.asks; track ask.key) {
                  <span class="part">{{ t(ask.key, ask.params) }}</span>
                }
              </td>
              <td>
                @if (route.isReached) {
                  <span class="good">✓ {{ t('gaps.floorsReached') }}</span>
                }
                @for (missing of route.missing; track missing.key) {
                  <span class="part">{{ t(missing.key, missing.params) }}</span>
                }
                @if (route.isNearest) {
                  <span class="chip">{{ t('gaps.nearest') }}</span>
                }
                @for (gate of line.failedGates; track $index) {
                  <span class="blocks part">{{ t(gate.key, gate.params) }}</span>
                }
              </td>
            </tr>
          } @empty {
            <tr>
              <th scope="row">{{ line.gradeId }}</th>
              <td colspan="3" class="muted">{{ t('gaps.noRoute') }}</td>
            </tr>
          }
        </tbody>
      }
    </table>
  `,
  styles: `
    th[scope='rowgroup'],
    th[scope='row'] {
      border-bottom-color: var(--lx-line);
      color: var(--lx-accent);
      font-family: Georgia, 'Times New Roman', serif;
      font-weight: 700;
      letter-spacing: 1px;
      vertical-align: top;
    }
    .chip {
      font-family: var(--lx-sans);
      font-weight: 400;
      letter-spacing: 0;
    }
    .part {
      margin-right: 12px;
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    .good {
      color: var(--lx-good);
    }
    .target {
      background: var(--lx-accent-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GradeTable {
  readonly lines = input.required<readonly GradeLine[]>();
  readonly target = input('');
}
