import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { ModalTitle } from '../../core/dialog/modal-title';
import { Busy } from '../../core/once/busy';
import { Notices } from '../../core/errors/notices';
import { FieldProblem } from '../../core/errors/field-problem';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';

export interface AskedEntry {
  readonly entryId: number;
  readonly number: string;
}

/** Tells the maintainers of the catalogue what is wrong with an entry. */
@Component({
  selector: 'lx-feedback-dialog',
  imports: [FieldProblem, ModalTitle, ProblemNotice, TranslocoDirective],
  template: `
    <form *transloco="let t" (submit)="send($event, message, source)">
      <h2 lxModalTitle>{{ t('catalogue.feedback.title') }}</h2>
      <p class="muted">{{ asked.number }} · {{ t('catalogue.feedback.hint') }}</p>
      <lx-problem-notice [problem]="problem()" [listFields]="true" [told]="['message', 'source']" />
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
        <lx-field-problem [message]="problem()?.field('message')" [control]="message" />
      </label>
      <label>
        {{ t('catalogue.feedback.source') }}
        <input #source class="ant-input" maxlength="500" data-testid="feedback-source" />
        <lx-field-problem [message]="problem()?.field('source')" [control]="source" />
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
  `,
  styles: `
    form,
    label {
      display: flex;
      flex-direction: column;
      gap: var(--lx-gap-2);
    }
    form {
      gap: var(--lx-gap-3);
    }
    h2 {
      margin-bottom: 0;
    }
    .buttons {
      display: flex;
      gap: var(--lx-gap-2);
    }
  `,
  host: { 'data-testid': 'feedback' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FeedbackDialog {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly dialog = inject(DialogRef);
  protected readonly asked = inject<AskedEntry>(DIALOG_DATA);

  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = new Busy();

  protected async send(
    event: Event,
    message: HTMLTextAreaElement,
    source: HTMLInputElement,
  ): Promise<void> {
    event.preventDefault();
    await this.sending.run(() => this.sendNow(message, source), 'send');
  }

  private async sendNow(message: HTMLTextAreaElement, source: HTMLInputElement): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.post('/catalogue/{entryId}/feedback', {
        entryId: String(this.asked.entryId),
        body: { message: message.value, source: source.value },
      });
      this.dialog.close();
      this.notices.done(this.transloco.translate('catalogue.feedback.sent'));
    } catch (error) {
      // What was typed stays where it is.
      this.problem.set(problemOf(error));
    }
  }
}
