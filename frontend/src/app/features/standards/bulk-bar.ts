import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DateField } from '../../core/date-field/date-field';
import { RegisterActs } from './register-acts';
import { RegisterStore } from './register-store';
import { type ClaimedStatus, STANDARD_STATUSES, type SharedChange, claimOf } from './standard';
import { tooLong } from './limits';
import { CellText } from './cell-text';

const FIELDS = ['department', 'statusClaimed', 'statusCheckedOn'] as const;
type Field = (typeof FIELDS)[number];

/** What is done to all chosen rows at once; it says before how many they are. */
@Component({
  selector: 'lx-bulk-bar',
  imports: [DateField, TranslocoDirective],
  templateUrl: './bulk-bar.html',
  styles: `
    .bulk {
      padding: 6px 8px;
      background: var(--lx-accent-soft);
    }
    .value {
      width: 160px;
    }
    .part {
      display: flex;
      flex-direction: column;
    }
    [aria-invalid='true'] {
      border-color: var(--lx-block);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BulkBar {
  protected readonly store = inject(RegisterStore);
  protected readonly acts = inject(RegisterActs);
  private readonly text = inject(CellText);

  protected readonly fields = FIELDS;
  protected readonly statuses = STANDARD_STATUSES.filter((status) => status !== 'unknown');
  protected readonly field = signal<Field>('department');
  protected readonly value = signal('');
  protected readonly isTooMany = computed(() => this.acts.count() > this.acts.most);
  protected readonly wrong = computed(() => {
    const problem = this.field() === 'department' ? tooLong('department', this.value()) : null;
    return problem ? this.text.tooLong('department', problem) : '';
  });

  protected choose(field: string): void {
    this.field.set(FIELDS.find((one) => one === field) ?? 'department');
    this.value.set('');
  }

  protected apply(event: Event): void {
    event.preventDefault();
    if (!this.wrong() && !this.isTooMany()) void this.acts.edit(this.change());
  }

  private change(): SharedChange {
    const value = this.value().trim();
    switch (this.field()) {
      case 'department':
        return { department: value };
      case 'statusClaimed':
        return claimOf(value === '' ? null : (value as ClaimedStatus));
      case 'statusCheckedOn':
        return { statusCheckedOn: value === '' ? null : value };
    }
  }
}
