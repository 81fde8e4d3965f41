import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { enterpriseMovesFrom } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { SubmissionDto } from '../../core/api/generated/openapi';
import { ModalTitle } from '../../core/dialog/modal-title';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';

/** Withdraws an application, with a reason that may be empty; closes once that is sent. */
@Component({
  selector: 'lx-withdraw-dialog',
  imports: [ModalTitle, ProblemNotice, TranslocoDirective],
  template: `
    <form
      *transloco="let t"
      novalidate
      [attr.aria-busy]="busy.isBusy()"
      (submit)="send($event, reason.value)"
    >
      <h2 lxModalTitle>{{ t('submissions.withdrawFrom', { name: submission().bodyName }) }}</h2>
      <lx-problem-notice [problem]="problem()" [listFields]="true" />
      <p data-testid="withdraw-state">
        {{ t('submissions.stateNow', { state: t('letters.states.' + submission().state) }) }}
      </p>
      <p>{{ t(isPossible() ? 'submissions.withdrawHint' : 'submissions.notWithdrawable') }}</p>
      <label>
        {{ t('submissions.reason') }}
        <textarea
          #reason
          class="ant-input"
          rows="2"
          maxlength="4000"
          data-testid="withdraw-reason"
        ></textarea>
      </label>
      <div class="modal-buttons">
        @if (isPossible()) {
          <button
            type="submit"
            class="ant-btn ant-btn-primary"
            data-testid="withdraw-sure"
            [disabled]="busy.isBusy()"
          >
            <span>{{ t('submissions.withdraw') }}</span>
          </button>
        }
        <button type="button" class="ant-btn" [disabled]="busy.isBusy()" (click)="dialog.close()">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WithdrawDialog {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  protected readonly dialog = inject<DialogRef<void>>(DialogRef);
  protected readonly submission = signal(inject<SubmissionDto>(DIALOG_DATA));
  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isPossible = computed(() =>
    enterpriseMovesFrom(this.submission().state).includes('withdraw'),
  );

  protected async send(event: Event, text: string): Promise<void> {
    event.preventDefault();
    const { id, version: ifMatch } = this.submission();
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        await this.api.post('/submissions/{id}/withdrawal', { id, ifMatch, body: { text } });
        this.notices.done(this.transloco.translate('submissions.done.withdrawn'));
        this.dialog.close();
      }, 'withdraw');
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 409) await this.lookAgain(id);
    }
  }

  /** The application has moved on meanwhile: its state is named anew. */
  private async lookAgain(id: string): Promise<void> {
    try {
      this.submission.set(await this.api.get('/submissions/{id}', { id }));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
