import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  COLUMNS,
  DRAFT_KINDS,
  emptyRow,
  LONGEST,
  pastedRows,
  rowFrom,
  wrongCells,
  type Column,
  type Row,
  type RowKind,
} from './rows';

/** Drafts or actions, a row each; what a table program copied is pasted into any cell. */
@Component({
  selector: 'lx-row-editor',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p class="muted small">{{ t('templates.rows.hint.' + kind()) }}</p>
      <div class="scroll" tabindex="0" role="group" [attr.aria-label]="t('templates.content')">
        <table class="dense">
          <thead>
            <tr>
              @for (column of columns(); track column) {
                <th scope="col">{{ t('templates.rows.' + column) }}</th>
              }
              <th scope="col">
                <span class="visually-hidden">{{ t('templates.rows.remove') }}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track $index; let at = $index) {
              <tr data-testid="template-row">
                @for (column of columns(); track column; let cell = $index) {
                  <td>
                    @if (column === 'kind') {
                      <select
                        class="ant-input"
                        [attr.aria-label]="t('templates.rows.kind')"
                        [disabled]="!canWrite()"
                        (change)="set(at, cell, $event)"
                      >
                        @for (each of draftKinds; track each) {
                          <option [value]="each" [selected]="row[cell] === each">
                            {{ t('templates.draftKinds.' + each) }}
                          </option>
                        }
                      </select>
                    } @else {
                      <input
                        class="ant-input"
                        [class.figure]="column === 'effort'"
                        [attr.inputmode]="column === 'effort' ? 'decimal' : null"
                        [attr.aria-label]="t('templates.rows.' + column) + ' ' + (at + 1)"
                        [attr.data-testid]="'cell-' + column"
                        [readonly]="!canWrite()"
                        [attr.maxlength]="longest[column]"
                        [attr.aria-invalid]="isWrong(at, column) || null"
                        [value]="row[cell]"
                        (input)="set(at, cell, $event)"
                        (paste)="paste(at, cell, $event)"
                      />
                    }
                  </td>
                }
                <td>
                  @if (canWrite()) {
                    <button
                      type="button"
                      class="ant-btn ant-btn-sm"
                      [attr.aria-label]="t('templates.rows.remove') + ' ' + (at + 1)"
                      (click)="remove(at)"
                    >
                      <span aria-hidden="true">×</span>
                    </button>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      <div role="status" class="blocks small" data-testid="wrong-cells">
        @for (cell of wrong(); track $index) {
          <div>
            {{
              t(
                cell.column === 'effort'
                  ? 'templates.rows.effortWrong'
                  : 'templates.rows.titleMissing',
                { row: cell.row + 1, column: t('templates.rows.' + cell.column) }
              )
            }}
          </div>
        }
      </div>
      @if (canWrite()) {
        <button type="button" class="ant-btn ant-btn-sm" data-testid="add-row" (click)="add()">
          <span>{{ t('templates.rows.add') }}</span>
        </button>
      }
    </ng-container>
  `,
  styles: `
    input {
      width: 100%;
      min-width: 90px;
    }
    .scroll {
      margin: var(--lx-gap-2) 0;
      overflow-x: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowEditor {
  readonly kind = input.required<RowKind>();
  readonly canWrite = input(true);
  readonly rows = model.required<readonly Row[]>();

  protected readonly draftKinds = DRAFT_KINDS;
  protected readonly columns = computed(() => COLUMNS[this.kind()]);

  protected readonly longest = LONGEST;
  protected readonly wrong = computed(() => wrongCells(this.kind(), this.rows()));

  protected isWrong(at: number, column: Column): boolean {
    return this.wrong().some((cell) => cell.row === at && cell.column === column);
  }

  protected set(at: number, cell: number, { target }: Event): void {
    const { value } = target as HTMLInputElement | HTMLSelectElement;
    this.rows.update((rows) =>
      rows.map((row, index) =>
        index === at ? row.map((old, i) => (i === cell ? value : old)) : row,
      ),
    );
  }

  protected add(): void {
    this.rows.update((rows) => [...rows, emptyRow(this.kind())]);
  }

  protected remove(at: number): void {
    this.rows.update((rows) => rows.filter((_, index) => index !== at));
  }

  /** One cell is pasted as usual. */
  protected paste(at: number, cell: number, event: ClipboardEvent): void {
    const pasted = pastedRows(event.clipboardData?.getData('text/plain') ?? '');
    if (pasted.length < 2 && (pasted[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    const kind = this.kind();
    this.rows.update((rows) => {
      const filled = pasted.map((row, index) =>
        rowFrom(kind, row, cell, rows[at + index] ?? emptyRow(kind)),
      );
      return [...rows.slice(0, at), ...filled, ...rows.slice(at + filled.length)];
    });
  }
}
