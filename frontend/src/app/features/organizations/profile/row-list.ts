import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { NamedPerson } from '@liangxing/contracts';
import { DateField } from '../../../core/date-field/date-field';
import { PersonField } from '../../../core/people/person-field';
import type { ListColumn } from './profile-sections';

export type ListRow = Readonly<Record<string, string | null>>;

/** An editable list of small records: one line each, added below, removed at the right. */
@Component({
  selector: 'lx-row-list',
  imports: [DateField, PersonField, TranslocoDirective],
  template: `
    <div class="list" role="group" [attr.aria-label]="label()" *transloco="let t">
      @if (rows().length > 0) {
        <div class="row head small muted" aria-hidden="true" [style.grid-template-columns]="grid()">
          @for (column of columns(); track column.key) {
            <span>{{ t(words() + '.' + column.key) }}</span>
          }
        </div>
      }
      @for (row of rows(); track $index; let line = $index) {
        <div class="row" [style.grid-template-columns]="grid()">
          @for (column of columns(); track column.key) {
            @if (column.account; as account) {
              <lx-person-field
                [isSmall]="true"
                [testId]="name() + '-' + line + '-' + column.key"
                [label]="t(words() + '.' + column.key) + ' ' + (line + 1)"
                [name]="row[column.key] ?? ''"
                [userId]="row[account] ?? null"
                [disabled]="disabled()"
                (typed)="nameIn(line, column.key, account, $event)"
              />
            } @else {
              <input
                #cell
                class="ant-input ant-input-sm"
                [lxDate]="column.kind === 'date'"
                [value]="row[column.key] ?? ''"
                [disabled]="disabled()"
                [attr.aria-label]="t(words() + '.' + column.key) + ' ' + (line + 1)"
                [attr.data-testid]="name() + '-' + line + '-' + column.key"
                (input)="change(line, column, cell.value)"
              />
            }
          }
          <button
            type="button"
            class="ant-btn ant-btn-text ant-btn-sm"
            [disabled]="disabled()"
            [attr.aria-label]="t('actions.remove') + ' ' + (line + 1)"
            (click)="remove(line)"
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>
      }
      <button
        type="button"
        class="ant-btn ant-btn-sm ant-btn-dashed"
        [disabled]="disabled()"
        [attr.data-testid]="name() + '-add'"
        (click)="add()"
      >
        <span>+ {{ t('actions.add') }}</span>
      </button>
    </div>
  `,
  styles: `
    .list {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: 4px;
    }
    .row {
      display: grid;
      align-items: start;
      gap: 4px;
      width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowList {
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly rows = input.required<readonly ListRow[]>();
  readonly columns = input.required<readonly ListColumn[]>();
  readonly disabled = input(false);
  readonly rowsChange = output<readonly ListRow[]>();

  protected readonly words = computed(() => `organizations.profile.lists.${this.name()}`);
  protected readonly grid = computed(
    () =>
      `${this.columns()
        .map(({ width }) => `minmax(0, ${width})`)
        .join(' ')} 28px`,
  );

  protected change(index: number, column: ListColumn, text: string): void {
    const value = column.kind === 'date' && text === '' ? null : text;
    this.write(index, { [column.key]: value });
  }

  protected nameIn(
    index: number,
    key: string,
    account: string,
    { name, userId }: NamedPerson,
  ): void {
    this.write(index, { [key]: name, [account]: userId });
  }

  private write(index: number, change: ListRow): void {
    this.rowsChange.emit(
      this.rows().map((row, at) => (at === index ? { ...row, ...change } : row)),
    );
  }

  protected add(): void {
    const blank = Object.fromEntries(
      this.columns().flatMap(({ key, kind, account }) => [
        [key, kind === 'date' ? null : ''],
        ...(account === undefined ? [] : [[account, null]]),
      ]),
    );
    this.rowsChange.emit([...this.rows(), blank]);
  }

  protected remove(index: number): void {
    this.rowsChange.emit(this.rows().filter((_, at) => at !== index));
  }
}
