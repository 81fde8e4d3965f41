import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { canClose, DAYS_UNTIL_DELETION, restorableUntil } from '@liangxing/contracts';
import { firstValueFrom } from 'rxjs';
import { Api } from '../../../core/api/api';
import type { ApplicationDto } from '../../../core/api/generated/openapi';
import { Modal } from '../../../core/dialog/modal';
import { Notices } from '../../../core/errors/notices';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { Busy } from '../../../core/once/busy';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { LeaveOrganization } from '../../../core/session/leave-organization';
import { SessionService } from '../../../core/session/session.service';
import { CloseDialog } from './close-dialog';
import { ExportEverything } from './export-everything';

/** 单位设置: taking everything out, leaving, closing and restoring. */
@Component({
  selector: 'lx-settings-page',
  imports: [ExportEverything, ProblemNotice, TimePipe, TranslocoDirective],
  templateUrl: './settings.page.html',
  styles: `
    section {
      max-width: 720px;
      margin-top: var(--lx-gap-5);
    }
    h2 {
      margin: 0 0 var(--lx-gap-2);
    }
    section > p {
      margin-bottom: var(--lx-gap-3);
    }
    .closing {
      padding: 6px 12px;
      border-left: 3px solid var(--lx-block);
      background: var(--lx-block-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly modal = inject(Modal);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(SessionService);
  private readonly leaving = inject(LeaveOrganization);
  protected readonly organization = inject(CurrentOrganization);

  /** How it stands; of its version it is decided. */
  protected readonly standing = signal<ApplicationDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly working = new Busy();
  protected readonly days = DAYS_UNTIL_DELETION;
  protected readonly canExport = computed(() => this.organization.can('organizations:export'));
  protected readonly canEnd = computed(() => this.organization.can('organizations:close'));
  protected readonly isClosable = computed(() => {
    const standing = this.standing();
    return standing !== null && canClose(standing.state);
  });
  /** Until when it can be restored; null where it is not being closed. */
  protected readonly until = computed(() => {
    const standing = this.standing();
    return standing?.state === 'closing' ? restorableUntil(standing.since) : null;
  });

  constructor() {
    effect(() => {
      const id = this.organization.id();
      untracked(() => {
        this.standing.set(null);
        this.problem.set(null);
        if (id) void this.change(() => this.api.get('/application'));
      });
    });
  }

  protected async leave(): Promise<void> {
    const membership = this.organization.membership();
    if (membership && (await this.leaving.ask(membership))) await this.router.navigate(['/']);
  }

  protected async close(): Promise<void> {
    const standing = this.standing();
    if (standing === null) return;
    const dialog = this.modal.open<string>(CloseDialog, { data: standing.name, keepsText: true });
    const name = await firstValueFrom(dialog.closed);
    if (typeof name !== 'string') return;
    const asked = { body: { name }, ifMatch: standing.version };
    await this.end(() => this.api.post('/closing', asked), 'closed');
  }

  protected async restore(): Promise<void> {
    const ifMatch = this.standing()?.version ?? 0;
    await this.end(() => this.api.delete('/closing', { ifMatch }), 'restored');
  }

  private async end(
    work: () => Promise<ApplicationDto>,
    done: 'closed' | 'restored',
  ): Promise<void> {
    if ((await this.working.run(() => this.change(work), done)) !== true) return;
    this.notices.done(this.transloco.translate(`organizations.settings.${done}`));
    // The frame shows what can be done from now on.
    await this.session.reload().catch(() => undefined);
  }

  /** What somebody else decided meanwhile is shown instead. @returns whether it was done */
  private async change(work: () => Promise<ApplicationDto>): Promise<boolean> {
    const id = this.organization.id();
    this.problem.set(null);
    try {
      const standing = await work();
      if (id !== this.organization.id()) return false;
      this.standing.set(standing);
      return true;
    } catch (error) {
      if (id !== this.organization.id()) return false;
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.current !== undefined) this.standing.set(problem.current as ApplicationDto);
      return false;
    }
  }
}
