import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RegisterColumns } from './register-columns';

/** 显示的列: what of the register is shown beside number and title. */
@Component({
  selector: 'lx-column-choice',
  imports: [TranslocoDirective],
  template: `
    <details #choice data-testid="column-choice" *transloco="let t">
      <summary class="ant-btn" tabindex="0" (keydown.escape)="choice.open = false">
        <span>{{ t('standards.columnChoice') }}</span>
      </summary>
      <div class="list">
        @for (column of columns.optional; track column.key) {
          <label>
            <input
              type="checkbox"
              [attr.data-testid]="'column-' + column.key"
              [checked]="columns.isShown(column.key)"
              (change)="columns.toggle(column.key)"
            />
            {{ t('standards.columns.' + column.key) }}
          </label>
        }
        @if (columns.isChosen()) {
          <button type="button" class="ant-btn ant-btn-sm" (click)="columns.reset()">
            <span>{{ t('standards.columnsAsBefore') }}</span>
          </button>
        }
      </div>
    </details>
  `,
  styles: `
    details {
      position: relative;
    }
    summary {
      list-style: none;
    }
    .list {
      position: absolute;
      right: 0;
      z-index: 800;
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 4px 16px;
      width: 300px;
      padding: 8px 12px;
      border: 1px solid var(--lx-line-strong);
      border-radius: var(--lx-radius);
      background: var(--lx-paper);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColumnChoice {
  protected readonly columns = inject(RegisterColumns);
}
