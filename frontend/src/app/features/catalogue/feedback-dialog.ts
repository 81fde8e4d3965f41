import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { Busy } from '../../core/once/busy';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';

/** Tells the maintainers of the catalogue what is wrong with an entry. */
@Component({
  selector: 'lx-feedback-dialog',
  imports: [ProblemNotice, TranslocoDirective],
  template: `
    <dialog
      #dialog
      data-testid="feedback"
      *transloco="let t"
      [attr.aria-label]="t('catalogue.feedback.title') + ' ' + number()"
    >
      <form (submit)="send($event, message, source)">
        <h2>{{ t('catalogue.feedback.title') }}</h2>
        <p class="muted">{{ number() }} · {{ t('catalogue.feedback.hint') }}</p>
        <lx-problem-notice [problem]="problem()" [listFields]="true" />
        <label>
          {{ t('catalogue.feedback.message') }}
          <textarea
            #message
            class="ant-input"
            rows="4"
            maxlength="2000"
            required
            data-testid="feedback-message"
          ></textarea>
        </label>
        <label>
          {{ t('catalogue.feedback.source') }}
          <input #source class="ant-input" maxlength="500" data-testid="feedback-source" />
        </label>
        <div class="buttons">
          <button
            type="submit"
            class="ant-btn ant-btn-primary"
            data-testid="feedback-send"
            [disabled]="sending.isBusy()"
          >
            <span>{{ t('catalogue.feedback.send') }}</span>
          </button>
          <button type="button" class="ant-btn" (click)="dialog.close()">
            <span>{{ t('actions.cancel') }}</span>
          </button>
        </div>
      </form>
    </dialog>
  `,
  styles: `
    dialog {
      width: min(520px, calc(100vw - 32px));
      padding: var(--lx-gap-5);
      border: 1px solid var(--lx-line-strong);
      border-radius: var(--lx-radius);
      background: var(--lx-paper);
      color: var(--lx-ink);
    }
    dialog::backdrop {
      background: rgb(29 37 41 / 35%);
    }
    form,
    label {
      display: flex;
      flex-direction: column;
      gap: var(--lx-gap-2);
    }
    form {
      gap: var(--lx-gap-3);
    }
    .buttons {
      display: flex;
      gap: var(--lx-gap-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FeedbackDialog {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private entryId = 0;

  protected readonly number = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected sending = new Busy();

  open(entryId: number, number: string): void {
    this.sending = new Busy();
    this.entryId = entryId;
    this.number.set(number);
    this.problem.set(null);
    this.dialog().nativeElement.showModal();
  }

  protected async send(
    event: Event,
    message: HTMLTextAreaElement,
    source: HTMLInputElement,
  ): Promise<void> {
    event.preventDefault();
    await this.sending.run(() => this.sendNow(message, source), 'send');
  }

  private async sendNow(message: HTMLTextAreaElement, source: HTMLInputElement): Promise<void> {
    try {
      await this.api.post('/catalogue/{entryId}/feedback', {
        entryId: String(this.entryId),
        body: { message: message.value, source: source.value },
      });
      message.value = '';
      source.value = '';
      this.dialog().nativeElement.close();
      this.notices.done(this.transloco.translate('catalogue.feedback.sent'));
    } catch (error) {
      // What was typed stays where it is.
      this.problem.set(problemOf(error));
    }
  }
}
