import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** A button that lets one Word file be chosen, and tells of it at once. */
@Component({
  selector: 'lx-word-upload',
  imports: [TranslocoDirective],
  template: `
    <label *transloco="let t">
      <input
        type="file"
        accept=".docx"
        [attr.data-testid]="testId()"
        [attr.aria-label]="name()"
        [disabled]="isBusy() || disabled()"
        (change)="take($event)"
      />
      <span class="ant-btn ant-btn-sm" aria-hidden="true" [class.off]="disabled()"
        ><span>{{ isBusy() ? t('wordFiles.uploading') : words() }}</span></span
      >
    </label>
  `,
  styles: `
    label {
      position: relative;
      display: inline-flex;
      width: fit-content;
    }

    input {
      position: absolute;
      inset: 0;
      opacity: 0;
      cursor: pointer;
    }

    .off {
      opacity: 0.5;
    }

    label:focus-within .ant-btn {
      outline: 2px solid var(--lx-accent);
      outline-offset: 2px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordUpload {
  /** On the button. */
  readonly words = input.required<string>();
  /** For whoever hears it: also of what. */
  readonly name = input.required<string>();
  readonly testId = input('word-upload');
  readonly isBusy = input(false);
  readonly disabled = input(false);
  readonly chosen = output<File>();

  /** The same file may be chosen again, once it was changed. */
  protected take({ target }: Event): void {
    const field = target as HTMLInputElement;
    const file = field.files?.item(0);
    if (file) this.chosen.emit(file);
    field.value = '';
  }
}
