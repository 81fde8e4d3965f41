import { ChangeDetectionStrategy, Component, computed, input, model, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { WordFileDto } from '../../core/api/generated/openapi';
import { DownloadLink } from '../../core/download/download-link';
import { WordNotes } from '../../core/word-files/word-notes';
import { WordUpload } from '../../core/word-files/word-upload';
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
  imports: [DownloadLink, TranslocoDirective, WordNotes, WordUpload],
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
                    } @else if (column === 'file') {
                      @if (fileOf(row[cell]); as file) {
                        <a
                          download
                          lxDownload
                          data-testid="template-file"
                          [href]="fileUrl()(file.number)"
                          [attr.aria-label]="
                            t('templates.rows.fileOf', { name: file.fileName, row: at + 1 })
                          "
                          >{{ file.fileName }}</a
                        >
                        <lx-word-notes [unknown]="file.unknownFields" />
                      }
                      @if (canWrite()) {
                        <div class="files">
                          <lx-word-upload
                            testId="template-upload"
                            [words]="
                              t(row[cell] ? 'templates.rows.replace' : 'templates.rows.upload')
                            "
                            [name]="t('templates.rows.uploadOf', { row: at + 1 })"
                            [isBusy]="isBusy()"
                            [disabled]="!canUpload()"
                            (chosen)="uploaded.emit({ line: at + 1, file: $event })"
                          />
                          @if (row[cell]) {
                            <button
                              type="button"
                              class="ant-btn ant-btn-sm"
                              data-testid="template-file-off"
                              [attr.aria-label]="t('templates.rows.fileOff', { row: at + 1 })"
                              (click)="put(at, cell, '')"
                            >
                              <span>{{ t('templates.rows.fileRemove') }}</span>
                            </button>
                          }
                        </div>
                      }
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
    .files {
      display: flex;
      gap: var(--lx-gap-2);
    }
    a {
      overflow-wrap: anywhere;
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
  /** Lines may carry Word files: those of a template that is stored. */
  readonly hasFiles = input(false);
  readonly files = input<readonly WordFileDto[]>([]);
  readonly fileUrl = input<(number: number) => string>(() => '');
  /** The rows on the screen are those that are stored. */
  readonly canUpload = input(false);
  readonly isBusy = input(false);
  /** A Word file for a line, from 1. */
  readonly uploaded = output<{ readonly line: number; readonly file: File }>();

  protected readonly draftKinds = DRAFT_KINDS;
  protected readonly columns = computed((): readonly Column[] =>
    COLUMNS[this.kind()].filter((column) => column !== 'file' || this.hasFiles()),
  );

  protected readonly longest = LONGEST;
  protected readonly wrong = computed(() => wrongCells(this.kind(), this.rows()));

  protected isWrong(at: number, column: Column): boolean {
    return this.wrong().some((cell) => cell.row === at && cell.column === column);
  }

  protected set(at: number, cell: number, { target }: Event): void {
    this.put(at, cell, (target as HTMLInputElement | HTMLSelectElement).value);
  }

  protected fileOf(number = ''): WordFileDto | undefined {
    return this.files().find((file) => String(file.number) === number);
  }

  protected put(at: number, cell: number, value: string): void {
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
