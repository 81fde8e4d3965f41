import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { FocusFirst } from '../../core/focus/focus-first';

/** A name, and what is said about it; either may be empty. */
export interface TitledRow {
  readonly title: string;
  readonly note: string;
}

/** The words of a list, in the language of the page. */
export interface TitledWords {
  readonly title: string;
  readonly note: string;
  readonly add: string;
  readonly remove: string;
}

export const EMPTY_ROW: TitledRow = { title: '', note: '' };

/** Rows in which something stands. */
export const filledRows = (rows: readonly TitledRow[]): readonly TitledRow[] =>
  rows
    .map(({ title, note }) => ({ title: title.trim(), note: note.trim() }))
    .filter(({ title, note }) => title !== '' || note !== '');

/** A short list that is typed: documents, each with what is asked of it. */
@Component({
  selector: 'lx-titled-rows',
  imports: [FocusFirst],
  template: `
    @for (row of rows(); track $index; let at = $index) {
      <div class="row">
        <input
          class="ant-input"
          maxlength="200"
          [lxFocusFirst]="isFirst() && at === 0"
          data-testid="row-title"
          [attr.list]="suggested().length > 0 ? 'suggested-titles' : null"
          [attr.aria-label]="words().title + ' ' + (at + 1)"
          [placeholder]="words().title"
          [value]="row.title"
          (input)="set(at, 'title', $event)"
        />
        <input
          class="ant-input"
          maxlength="500"
          data-testid="row-note"
          [attr.aria-label]="words().note + ' ' + (at + 1)"
          [placeholder]="words().note"
          [value]="row.note"
          (input)="set(at, 'note', $event)"
        />
        <button
          type="button"
          class="ant-btn"
          [attr.aria-label]="words().remove + ' ' + (at + 1)"
          (click)="remove(at)"
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
    }
    @if (suggested().length > 0) {
      <datalist id="suggested-titles">
        @for (each of suggested(); track each) {
          <option [value]="each"></option>
        }
      </datalist>
    }
    <div>
      <button type="button" class="ant-btn ant-btn-sm" data-testid="row-add" (click)="add()">
        <span>{{ words().add }}</span>
      </button>
    </div>
  `,
  styleUrl: './cases.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TitledRows {
  readonly rows = model.required<readonly TitledRow[]>();
  readonly words = input.required<TitledWords>();
  /** Titles that are usual. */
  readonly suggested = input<readonly string[]>([]);
  /** It begins what opens, and takes the focus. */
  readonly isFirst = input(false);

  protected set(at: number, field: keyof TitledRow, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.rows.update((rows) =>
      rows.map((row, index) => (index === at ? { ...row, [field]: value } : row)),
    );
  }

  protected add(): void {
    this.rows.update((rows) => [...rows, EMPTY_ROW]);
  }

  protected remove(at: number): void {
    this.rows.update((rows) => rows.filter((_, index) => index !== at));
  }
}
