import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { DocumentsStore } from './documents-store';
import { Downloads } from './downloads';
import { figureText } from './system-documents';

/** 统计表: by level, by kind, and sub-systems by level. */
@Component({
  selector: 'lx-statistics-page',
  imports: [TranslocoDirective, ProblemNotice, Downloads],
  template: `
    <div class="page" *transloco="let t">
      <lx-problem-notice [problem]="store.problem()" />
      <div class="toolbar">
        <span class="spacer"></span>
        <lx-downloads kind="statistics" />
      </div>
      @for (table of store.documents()?.statistics ?? []; track table.title) {
        <section class="sheet" data-testid="statistics">
          <h2>{{ table.title }}</h2>
          <div class="scroll" tabindex="0" role="region" [attr.aria-label]="table.title">
            <table class="dense">
              <thead>
                <tr>
                  <th scope="col">{{ table.rowHeading }}</th>
                  @for (column of table.columns; track column.heading) {
                    <th scope="col" class="figure">{{ column.heading }}</th>
                  }
                </tr>
              </thead>
              <tbody>
                @for (row of table.rows; track $index) {
                  <tr [class.total]="row.isTotal">
                    <th scope="row" [class.inner]="row.depth === 1">{{ row.label }}</th>
                    @for (value of row.values; track $index) {
                      <td class="figure">
                        {{ text(value, table.columns[$index]?.format ?? 'count') }}
                      </td>
                    }
                  </tr>
                }
              </tbody>
            </table>
          </div>
          @if (table.note) {
            <p class="muted small">{{ table.note }}</p>
          }
        </section>
      }
    </div>
  `,
  styles: `
    .scroll {
      overflow-x: auto;
    }
    table {
      width: 100%;
    }
    tbody th {
      font-weight: 400;
      text-align: left;
    }
    .inner {
      padding-left: 28px;
    }
    .total th,
    .total td {
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatisticsPage {
  protected readonly store = inject(DocumentsStore);
  protected readonly text = figureText;
}
