import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { sortedNotes, type TableNote } from './table-note';

/** What of a file was not read as it stands: hidden rows, formulas without a result, sums that are no entries. */
@Component({
  selector: 'lx-table-notes',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @for (note of sorted().whole; track $index) {
        <p class="small note" role="note" [attr.data-testid]="note.kind.replaceAll('_', '-')">
          {{ t('tables.notes.' + note.kind, { value: note.text }) }}
        </p>
      }
      @if (sorted().rows.length > 0) {
        <details class="small note" data-testid="passed-over">
          <summary>{{ t('tables.passedOver', { count: sorted().rows.length }) }}</summary>
          <ul>
            @for (note of sorted().rows; track $index) {
              <li>
                {{ t('tables.row', { row: note.rowNumber }) }}
                {{ t('tables.kinds.' + note.kind) }} <span class="muted">{{ note.text }}</span>
              </li>
            }
          </ul>
        </details>
      }
    </ng-container>
  `,
  styles: `
    .note {
      margin: 0 0 var(--lx-gap-2);
      padding-left: 8px;
      border-left: 3px solid var(--lx-warn);
    }
    ul {
      max-height: 160px;
      margin: 4px 0 0;
      overflow: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TableNotes {
  readonly notes = input.required<readonly TableNote[]>();

  protected readonly sorted = computed(() => sortedNotes(this.notes()));
}
