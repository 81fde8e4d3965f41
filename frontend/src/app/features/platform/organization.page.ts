import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  APPLYING_KINDS,
  needsReason,
  type PlatformMove,
  platformMovesFrom,
  restorableUntil,
} from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { PlatformOrganizationDto } from '../../core/api/generated/openapi';
import { Modal } from '../../core/dialog/modal';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { fileSizeText } from '../../core/i18n/file-size';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Busy } from '../../core/once/busy';
import { type AskedReason, ReasonDialog } from './reason-dialog';
import { OrganizationQuotas, type OwnQuota } from './organization-quotas';
import { PlatformTrail } from './platform-trail';

/** One organization as the platform sees it: who it is, what it handed in, how much it holds, and what can be decided. */
@Component({
  selector: 'lx-organization-page',
  imports: [
    OrganizationQuotas,
    PlatformTrail,
    ProblemNotice,
    RouterLink,
    TimePipe,
    TranslocoDirective,
  ],
  templateUrl: './organization.page.html',
  styleUrl: './organization.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrganizationPage {
  private readonly api = inject(Api);
  private readonly modal = inject(Modal);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  /** Of the address. */
  readonly id = input.required<string>();

  protected readonly organization = signal<PlatformOrganizationDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly working = new Busy();
  protected readonly sizeOf = fileSizeText;
  protected readonly moves = computed(() => {
    const organization = this.organization();
    return organization ? platformMovesFrom(organization.state) : [];
  });
  /** Until when one that its owner closed can be restored. */
  protected readonly until = computed(() => {
    const organization = this.organization();
    return organization?.state === 'closing' ? restorableUntil(organization.since) : null;
  });
  protected readonly isAsked = computed(() =>
    APPLYING_KINDS.some((kind) => kind === this.organization()?.kind),
  );

  constructor() {
    effect(() => {
      this.id();
      untracked(() => void this.load());
    });
  }

  protected contentOf(documentId: string): string {
    const id = this.id();
    return this.api.url('/api/platform/organizations/{id}/documents/{documentId}/content', {
      id,
      documentId,
    });
  }

  protected decide(move: PlatformMove): void {
    const organization = this.organization();
    if (organization === null) return;
    if (!needsReason(move)) {
      void this.move(organization, move);
      return;
    }
    const data: AskedReason = { move, name: organization.name };
    this.modal.open<string>(ReasonDialog, { data }).closed.subscribe((reason) => {
      if (typeof reason === 'string') void this.move(organization, move, reason);
    });
  }

  protected async setQuotas(quotas: readonly OwnQuota[]): Promise<void> {
    const organization = this.organization();
    if (organization === null) return;
    const { id, version: ifMatch } = organization;
    const asked = { id, body: { quotas: [...quotas] }, ifMatch };
    await this.change(
      () => this.api.put('/api/platform/organizations/{id}/quotas', asked),
      'platform.quotas.saved',
      JSON.stringify(quotas),
    );
  }

  private async move(
    { id, version: ifMatch }: PlatformOrganizationDto,
    move: PlatformMove,
    reason = '',
  ): Promise<void> {
    const asked = { id, body: { move, reason }, ifMatch };
    await this.change(
      () => this.api.post('/api/platform/organizations/{id}/moves', asked),
      `platform.done.${move}`,
      move,
    );
  }

  /** What somebody else decided meanwhile is shown instead. */
  private async change(
    work: () => Promise<PlatformOrganizationDto>,
    said: string,
    what: string,
  ): Promise<void> {
    const id = this.id();
    this.problem.set(null);
    try {
      const changed = await this.working.run(work, what);
      if (changed === undefined) return;
      if (id === this.id()) this.organization.set(changed);
      this.notices.done(this.transloco.translate(said));
    } catch (error) {
      if (id !== this.id()) {
        this.notices.failed(error);
        return;
      }
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.current !== undefined)
        this.organization.set(problem.current as PlatformOrganizationDto);
    }
  }

  private async load(): Promise<void> {
    const id = this.id();
    this.problem.set(null);
    // Nothing can be decided about one while another is shown.
    this.organization.set(null);
    try {
      const organization = await this.api.get('/api/platform/organizations/{id}', { id });
      if (id === this.id()) this.organization.set(organization);
    } catch (error) {
      if (id === this.id()) this.problem.set(problemOf(error));
    }
  }
}
