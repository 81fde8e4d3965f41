import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../../core/api/api';
import type { PendingInvitationDto } from '../../../core/api/generated/openapi';
import { Notices } from '../../../core/errors/notices';
import { problemOf } from '../../../core/errors/problem';

/** Makes the link of an open invitation anew and copies it: none is kept that could be shown again. */
@Component({
  selector: 'lx-invitation-link',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <button
        type="button"
        class="ant-btn ant-btn-sm"
        data-testid="copy-link"
        [disabled]="isBusy()"
        [title]="t('organizations.members.linkWarning')"
        [attr.aria-label]="t('organizations.members.copyLink') + ' ' + invitation().email"
        (click)="make()"
      >
        <span>{{ t('organizations.members.copyLink') }}</span>
      </button>
      @if (link(); as made) {
        <input
          #field
          class="ant-input ant-input-sm"
          readonly
          data-testid="invitation-link"
          [attr.aria-label]="t('organizations.members.linkOf', { email: invitation().email })"
          [value]="made"
          (focus)="field.select()"
        />
        <span class="small muted">{{ t('organizations.members.linkHint') }}</span>
      }
      @if (problem()) {
        <span class="problem" role="alert">{{ problem() }}</span>
      }
    </ng-container>
  `,
  styles: `
    input {
      width: 280px;
      max-width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitationLink {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  readonly invitation = input.required<PendingInvitationDto>();

  /** Empty before one was made. */
  protected readonly link = signal('');
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);

  protected async make(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set('');
    try {
      const asked = { invitationId: this.invitation().id };
      const { link } = await this.api.put('/members/invitations/{invitationId}/link', asked);
      this.link.set(link);
      await this.copy(link);
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.problem.set(`${title} ${detail}`);
    } finally {
      this.isBusy.set(false);
    }
  }

  /** A page without a secure address has no clipboard, and a browser may refuse it: the link stands beside the button. */
  private async copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.notices.done(this.transloco.translate('organizations.members.linkCopied'));
    } catch {
      this.notices.done(this.transloco.translate('organizations.members.linkMade'));
    }
  }
}
