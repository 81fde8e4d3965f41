import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { TrendMonth } from './trend-line';
import { trendLine } from './trend-line';

const WIDTH = 560;
const HEIGHT = 160;

/** How far a client was month by month: a line, and the same figures as a table for who does not see it. */
@Component({
  selector: 'lx-trend',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <svg
        aria-hidden="true"
        [attr.viewBox]="'0 0 ' + width + ' ' + (height + 22)"
        preserveAspectRatio="xMinYMin meet"
      >
        @for (level of [0, 50, 100]; track level) {
          <line
            class="level"
            x1="34"
            [attr.x2]="width"
            [attr.y1]="yOf(level)"
            [attr.y2]="yOf(level)"
          />
          <text x="0" [attr.y]="yOf(level) + 4">{{ level }}%</text>
        }
        <polyline [attr.points]="line().points" />
        @for (dot of line().dots; track dot.month) {
          <circle r="3.5" [attr.cx]="dot.x" [attr.cy]="dot.y" />
        }
        @for (label of line().labels; track label.month) {
          <text [attr.x]="label.x" [attr.y]="height + 18" text-anchor="middle">
            {{ label.month }}
          </text>
        }
      </svg>
      <table class="visually-hidden" data-testid="trend-table">
        <caption>
          {{
            t('portfolio.trend')
          }}
        </caption>
        @for (month of months(); track month.month) {
          <tr>
            <th scope="row">{{ month.month.slice(0, 7) }}</th>
            <td>{{ month.share === null ? '—' : month.share + '%' }}</td>
          </tr>
        }
      </table>
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      max-width: 560px;
    }
    svg {
      width: 100%;
    }
    polyline {
      fill: none;
      stroke: var(--lx-accent);
      stroke-width: 2;
    }
    circle {
      fill: var(--lx-accent);
    }
    .level {
      stroke: var(--lx-line);
    }
    text {
      fill: var(--lx-ink-3);
      font-size: 11px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Trend {
  /** The earliest first. */
  readonly months = input.required<readonly TrendMonth[]>();

  protected readonly width = WIDTH;
  protected readonly height = HEIGHT;
  protected readonly line = computed(() =>
    trendLine(this.months(), { left: 44, right: WIDTH - 30, height: HEIGHT }),
  );

  protected yOf(share: number): number {
    return 8 + ((100 - share) / 100) * (HEIGHT - 16);
  }
}
