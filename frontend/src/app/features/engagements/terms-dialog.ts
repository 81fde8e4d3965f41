import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { EngagementDto } from '../../core/api/generated/openapi';
import { ModalTitle } from '../../core/dialog/modal-title';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { mergedTerms } from './merged-terms';
import { TermsFields, type TypedTerms } from './terms-fields';

export interface AskedChange {
  readonly engagement: EngagementDto;
  readonly parts: 'areas' | 'days';
}

/** The client moves the last day of an engagement, or opens other areas; answers `true` once it is stored. */
@Component({
  selector: 'lx-terms-dialog',
  imports: [ModalTitle, ProblemNotice, TermsFields, TranslocoDirective],
  template: `
    <form *transloco="let t" novalidate (submit)="send($event)">
      <h2 lxModalTitle>
        {{ t('engagements.change.' + asked.parts, { name: asked.engagement.consultancyName }) }}
      </h2>
      <lx-problem-notice [problem]="problem()" [told]="['until', 'readable']" />
      <lx-terms-fields [(terms)]="terms" [parts]="asked.parts" [problem]="problem()" />
      <div class="modal-buttons">
        <button
          type="submit"
          class="ant-btn ant-btn-primary"
          data-testid="change-send"
          [disabled]="busy.isBusy()"
        >
          <span>{{ t('actions.save') }}</span>
        </button>
        <button type="button" class="ant-btn" (click)="dialog.close(false)">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TermsDialog {
  private readonly api = inject(Api);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly asked = inject<AskedChange>(DIALOG_DATA);
  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  /** As it is stored, as far as is known here. */
  private stored = this.asked.engagement;
  protected readonly terms = signal<TypedTerms>(this.asked.engagement);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        await this.store();
        this.dialog.close(true);
      }, 'change');
    } catch (error) {
      this.problem.set(problemOf(error));
      if (this.problem()?.code === 'engagement_moved') await this.takeStored();
    }
  }

  /** Changed elsewhere meanwhile: what was chosen here stands on what is stored now, to be looked at and sent again. */
  private async takeStored(): Promise<void> {
    try {
      const found = (await this.api.get('/engagements')).find(({ id }) => id === this.stored.id);
      if (found === undefined) return;
      this.terms.set(mergedTerms(this.stored, this.terms(), found));
      this.stored = found;
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private store(): Promise<unknown> {
    const { id, version: ifMatch } = this.stored;
    const { readable, writable, until } = this.terms();
    return this.asked.parts === 'areas'
      ? this.api.put('/engagements/{id}/areas', {
          ...{ id, ifMatch },
          body: { readable: [...readable], writable: [...writable] },
        })
      : this.api.put('/engagements/{id}/last-day', { id, ifMatch, body: { until } });
  }
}
