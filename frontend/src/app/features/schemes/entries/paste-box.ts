import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** Takes a range that was copied from a spreadsheet; nothing is added before the person says so. */
@Component({
  selector: 'lx-paste-box',
  imports: [TranslocoDirective],
  template: `
    <details class="paste" *transloco="let t">
      <summary [attr.data-testid]="testId() + '-open'">{{ t('schemes.entry.paste') }}</summary>
      <p class="small muted">{{ hint() }}</p>
      <textarea
        class="ant-input"
        rows="4"
        [attr.aria-label]="t('schemes.entry.paste')"
        [attr.data-testid]="testId()"
        [value]="text()"
        (input)="type($event)"
      ></textarea>
      <button
        type="button"
        class="ant-btn"
        [disabled]="text().trim() === ''"
        [attr.data-testid]="testId() + '-add'"
        (click)="add()"
      >
        <span>{{ t('schemes.entry.pasteAdd') }}</span>
      </button>
    </details>
  `,
  styles: `
    .paste {
      margin: var(--lx-gap-2) 0;
    }
    textarea {
      display: block;
      width: 100%;
      max-width: 760px;
      margin-bottom: var(--lx-gap-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasteBox {
  readonly hint = input.required<string>();
  readonly testId = input.required<string>();
  readonly pasted = output<string>();

  protected readonly text = signal('');

  protected type(event: Event): void {
    this.text.set((event.target as HTMLTextAreaElement).value);
  }

  protected add(): void {
    this.pasted.emit(this.text());
    this.text.set('');
  }
}
