import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { tellsHeld } from '../../../core/drafts/held-fields';
import { pointsText } from '../../../core/i18n/points';
import { readHundredths } from './entry';

/** Points or a share: typed as a decimal, told in hundredths; what is no such number is marked and not told. */
@Component({
  selector: 'lx-points-input',
  template: `
    <input
      type="text"
      inputmode="decimal"
      class="ant-input"
      autocomplete="off"
      [value]="text()"
      [disabled]="disabled()"
      [attr.aria-label]="label()"
      [attr.aria-invalid]="isWrong()"
      [attr.data-testid]="testId()"
      (change)="read($event)"
    />
  `,
  styles: `
    input {
      width: 92px;
      text-align: right;
    }
    input[aria-invalid='true'] {
      border-color: var(--lx-block);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PointsInput {
  private readonly tellHeld = tellsHeld();

  readonly value = input.required<number | null>();
  readonly label = input.required<string>();
  readonly testId = input('');
  readonly disabled = input(false);
  readonly changed = output<number | null>();

  protected readonly isWrong = signal(false);
  protected readonly text = computed(() => {
    const value = this.value();
    return value === null ? '' : pointsText(value);
  });

  protected read(event: Event): void {
    const field = event.target as HTMLInputElement;
    const value = readHundredths(field.value);
    this.isWrong.set(value === undefined);
    this.tellHeld(field, value === undefined);
    if (value !== undefined) this.changed.emit(value);
  }
}
