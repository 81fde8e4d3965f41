import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { tellsHeld } from '../../core/drafts/held-fields';
import { TranslocoDirective } from '@jsverse/transloco';
import { longestMonths } from '@liangxing/scoring';
import { daysText, mostTenths, readDays, readMonths } from './plan-view';

/** What a piece of work takes: person-days, in tenths, or whole months. */
const KINDS = {
  days: {
    textOf: daysText,
    read: (text: string) => readDays(text, mostTenths),
    most: mostTenths / 10,
  },
  months: {
    textOf: String,
    read: (text: string) => readMonths(text, longestMonths),
    most: longestMonths,
  },
} as const;

/** A figure of the plan, typed by a person. What cannot be read is put back as it was, and said so. */
@Component({
  selector: 'lx-figure-field',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <input
        class="ant-input"
        type="text"
        [class]="kind()"
        [attr.inputmode]="kind() === 'days' ? 'decimal' : 'numeric'"
        [value]="text()"
        [disabled]="disabled()"
        [attr.aria-label]="label()"
        (input)="type($event)"
        (blur)="leave($event)"
        [attr.data-testid]="testId()"
      />
      @if (isRefused()) {
        <span class="refused" role="alert">{{
          t('gaps.refused.' + kind(), { most: most() })
        }}</span>
      }
    </ng-container>
  `,
  styles: `
    input {
      width: 76px;
      padding: 1px 6px;
      text-align: right;
    }

    input.months {
      width: 52px;
    }

    input[aria-invalid='true'] {
      border-color: var(--lx-block);
    }

    .refused {
      display: block;
      color: var(--lx-block);
      font-size: 12px;
      white-space: normal;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureField {
  private readonly tellHeld = tellsHeld();

  readonly kind = input.required<keyof typeof KINDS>();
  /** Tenths of a person-day, or months. */
  readonly value = input.required<number>();
  readonly label = input.required<string>();
  readonly testId = input.required<string>();
  readonly disabled = input(false);
  /** A readable figure other than the one that stands there. */
  readonly typed = output<number>();

  protected readonly isRefused = signal(false);
  protected readonly text = computed(() => KINDS[this.kind()].textOf(this.value()));
  protected readonly most = computed(() => KINDS[this.kind()].most);

  protected type({ target }: Event): void {
    const input = target as HTMLInputElement;
    const figure = KINDS[this.kind()].read(input.value);
    input.setAttribute('aria-invalid', String(figure === null));
    this.isRefused.set(false);
    this.tellHeld(input, figure === null);
    if (figure !== null && figure !== this.value()) this.typed.emit(figure);
  }

  protected leave({ target }: Event): void {
    const input = target as HTMLInputElement;
    if (input.getAttribute('aria-invalid') !== 'true') return;
    input.value = this.text();
    input.setAttribute('aria-invalid', 'false');
    this.isRefused.set(true);
    this.tellHeld(input, false);
  }
}
