import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ModalTitle } from '../../core/dialog/modal-title';
import { Busy } from '../../core/once/busy';
import type { Question } from './questions';

/** Asks for a few words, or only for a yes, before something is done. */
@Component({
  selector: 'lx-ask-dialog',
  imports: [ModalTitle, TranslocoDirective],
  template: `
    <form *transloco="let t" (submit)="submit($event)">
      <h2 lxModalTitle>{{ question.title }}</h2>
      @if (question.text) {
        <p class="text">{{ question.text }}</p>
      }
      @for (field of question.fields ?? []; track field.name) {
        <label [attr.for]="'ask-' + field.name">
          <span>{{ field.label }}</span>
          @if (field.isLong) {
            <textarea
              class="ant-input"
              rows="3"
              [id]="'ask-' + field.name"
              [name]="field.name"
              [value]="field.value ?? ''"
              [required]="field.isRequired ?? false"
              [maxLength]="field.max ?? 500"
              [attr.data-testid]="'ask-' + field.name"
            ></textarea>
          } @else {
            <input
              class="ant-input"
              autocomplete="off"
              [id]="'ask-' + field.name"
              [name]="field.name"
              [value]="field.value ?? ''"
              [required]="field.isRequired ?? false"
              [maxLength]="field.max ?? 200"
              [attr.data-testid]="'ask-' + field.name"
            />
          }
        </label>
      }
      @if (wrong()) {
        <p class="blocks" role="alert" data-testid="ask-wrong">{{ wrong() }}</p>
      }
      <div class="buttons">
        <button
          type="submit"
          class="ant-btn ant-btn-primary"
          data-testid="ask-done"
          [disabled]="submitting.isBusy()"
          [class.ant-btn-dangerous]="question.isDanger"
        >
          <span>{{ question.done }}</span>
        </button>
        <button type="button" class="ant-btn" (click)="dialog.close()">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </form>
  `,
  styleUrl: './dialog.less',
  host: { 'data-testid': 'ask' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskDialog {
  protected readonly dialog = inject(DialogRef);
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly submitting = new Busy();
  protected readonly wrong = signal('');

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const values = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]),
    );
    const wrong = await this.submitting.run(async () => this.question.submit(values), 'submit');
    if (wrong === undefined) return;
    this.wrong.set(wrong ?? '');
    if (wrong === null) this.dialog.close();
  }
}
