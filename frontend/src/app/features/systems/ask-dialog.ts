import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Busy } from '../../core/once/busy';
import { Dialogs, type Question } from './dialogs';

/** Asks for a few words, or only for a yes, before something is done. */
@Component({
  selector: 'lx-ask-dialog',
  imports: [TranslocoDirective],
  template: `
    <dialog #dialog data-testid="ask" *transloco="let t" [attr.aria-label]="question()?.title">
      <!-- a fresh form each time: nothing of the last question stays in it -->
      @for (question of asked(); track question) {
        <form (submit)="submit($event, question)">
          <h2>{{ question.title }}</h2>
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
      }
    </dialog>
  `,
  styleUrl: './dialog.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskDialog {
  constructor() {
    inject(Dialogs).ask = (question) => this.open(question);
  }

  private readonly injector = inject(Injector);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  /** Of this question; the next one may come at once. */
  protected submitting = new Busy();
  protected readonly question = signal<Question | null>(null);
  protected readonly asked = computed(() => [this.question() ?? []].flat());
  protected readonly wrong = signal('');

  open(question: Question): void {
    this.wrong.set('');
    this.submitting = new Busy();
    this.question.set(question);
    afterNextRender(
      () => {
        const { nativeElement } = this.dialog();
        nativeElement.showModal();
        nativeElement.querySelector<HTMLElement>('input, textarea')?.focus();
      },
      { injector: this.injector },
    );
  }

  protected async submit(event: Event, question: Question): Promise<void> {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const values = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]),
    );
    const wrong = await this.submitting.run(async () => question.submit(values), 'submit');
    if (wrong === undefined) return;
    this.wrong.set(wrong ?? '');
    if (wrong === null) this.dialog().nativeElement.close();
  }
}
