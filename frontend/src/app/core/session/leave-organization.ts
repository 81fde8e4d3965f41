import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, Injectable, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api';
import { Modal } from '../dialog/modal';
import { ModalTitle } from '../dialog/modal-title';
import { Notices } from '../errors/notices';
import { type Problem, problemOf } from '../errors/problem';
import { ProblemNotice } from '../errors/problem-notice';
import { Busy } from '../once/busy';
import { SessionService } from './session.service';

/** The organization that is left. */
interface LeftOrganization {
  readonly organizationId: string;
  readonly organizationName: string;
}

/** Names the organization and what leaving means; answers `true` once it is left. Why it cannot be is said here. */
@Component({
  selector: 'lx-leave-organization-dialog',
  imports: [ModalTitle, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <h2 lxModalTitle>{{ t('leaving.title', { name: organization.organizationName }) }}</h2>
      <p>{{ t('leaving.hint') }}</p>
      <lx-problem-notice [problem]="problem()" />
      <div class="modal-buttons">
        <button
          type="button"
          class="ant-btn ant-btn-primary"
          data-testid="leave-organization-sure"
          [disabled]="working.isBusy()"
          (click)="leave()"
        >
          <span>{{ t('leaving.leave') }}</span>
        </button>
        <button type="button" class="ant-btn" (click)="dialog.close(false)">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </ng-container>
  `,
  styles: `
    h2 {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeaveOrganizationDialog {
  private readonly api = inject(Api);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly organization = inject<LeftOrganization>(DIALOG_DATA);
  protected readonly working = new Busy();
  protected readonly problem = signal<Problem | null>(null);

  protected async leave(): Promise<void> {
    const { organizationId } = this.organization;
    this.problem.set(null);
    try {
      await this.working.run(
        () => this.api.delete('/membership', { organizationId }),
        organizationId,
      );
      this.dialog.close(true);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}

/** Leaving an organization, from wherever it is listed. */
@Injectable({ providedIn: 'root' })
export class LeaveOrganization {
  private readonly modal = inject(Modal);
  private readonly session = inject(SessionService);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  /** @returns whether the person has left */
  async ask(organization: LeftOrganization): Promise<boolean> {
    const { organizationId, organizationName } = organization;
    const data: LeftOrganization = { organizationId, organizationName };
    const dialog = this.modal.open<boolean>(LeaveOrganizationDialog, { data, size: 'narrow' });
    if ((await firstValueFrom(dialog.closed)) !== true) return false;
    await this.session.reload().catch(() => undefined);
    this.notices.done(this.transloco.translate('leaving.left', { name: organizationName }));
    return true;
  }
}
