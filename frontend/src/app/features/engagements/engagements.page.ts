import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { canChangeTerms, engagementMovesFrom } from '@liangxing/contracts';
import { firstValueFrom } from 'rxjs';
import { Api } from '../../core/api/api';
import type { EngagementDto } from '../../core/api/generated/openapi';
import { Modal } from '../../core/dialog/modal';
import { FieldProblem } from '../../core/errors/field-problem';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Busy } from '../../core/once/busy';
import { CurrentOrganization } from '../../core/session/current-organization';
import { EndDialog } from './end-dialog';
import { TermsDialog } from './terms-dialog';
import { TermsFields, type TypedTerms, usualTerms } from './terms-fields';
import { TermsShown } from './terms-shown';

/** 咨询合作: which consultancies work on the data of the enterprise, what each did, and how it is ended. */
@Component({
  selector: 'lx-engagements-page',
  imports: [
    FieldProblem,
    ProblemNotice,
    RouterLink,
    TermsFields,
    TermsShown,
    TimePipe,
    TranslocoDirective,
  ],
  templateUrl: './engagements.page.html',
  styleUrl: './engagements.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EngagementsPage {
  private readonly api = inject(Api);
  private readonly modal = inject(Modal);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);

  protected readonly busy = new Busy();
  protected readonly engagements = signal<readonly EngagementDto[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly canOffer = computed(() => this.organization.can('engagements:offer'));
  protected readonly canWrite = computed(() => this.organization.can('engagements:write'));
  protected readonly canReadTrail = computed(() => this.organization.can('audit:read'));

  protected readonly isOffering = signal(false);
  protected readonly offerProblem = signal<Problem | null>(null);
  /** Whose code was typed; null before it was looked up. */
  protected readonly found = signal<string | null>(null);
  protected readonly terms = signal<TypedTerms>(usualTerms(dayOfChina(new Date())));

  constructor() {
    void this.load();
  }

  protected movesOf({ state, offeredBy }: EngagementDto): readonly string[] {
    return this.canWrite() ? engagementMovesFrom({ state, offeredBy, side: 'client' }) : [];
  }

  protected canChange({ state }: EngagementDto): boolean {
    return this.canWrite() && canChangeTerms({ state, side: 'client' });
  }

  /** Shows whose code it is, before anything is offered to it. */
  protected async find(creditCode: string): Promise<void> {
    this.found.set(null);
    this.offerProblem.set(null);
    if (!creditCode.trim()) return;
    try {
      const { name } = await this.api.post('/engagements/consultancy', { body: { creditCode } });
      this.found.set(name);
    } catch (error) {
      this.offerProblem.set(problemOf(error));
    }
  }

  protected async offer(event: Event, creditCode: string, reason: string): Promise<void> {
    event.preventDefault();
    this.offerProblem.set(null);
    const { readable, writable, ...days } = this.terms();
    const areas = { readable: [...readable], writable: [...writable] };
    const body = { creditCode, reason: reason.trim(), ...areas, ...days };
    try {
      await this.busy.run(() => this.api.post('/engagements', { body }), 'offer');
      this.notices.done(this.transloco.translate('engagements.offered'));
      this.isOffering.set(false);
      this.found.set(null);
      await this.load();
    } catch (error) {
      this.offerProblem.set(problemOf(error));
    }
  }

  protected async withdraw({ id }: EngagementDto): Promise<void> {
    await this.move(id, 'withdraw');
  }

  protected async revoke({ id, consultancyName: name }: EngagementDto): Promise<void> {
    const data = { verb: 'revoke', name };
    const dialog = this.modal.open<boolean>(EndDialog, { size: 'narrow', data });
    if (!(await firstValueFrom(dialog.closed, { defaultValue: false }))) return;
    await this.move(id, 'revoke');
  }

  protected async change(engagement: EngagementDto, parts: 'areas' | 'days'): Promise<void> {
    const dialog = this.modal.open<boolean>(TermsDialog, { data: { engagement, parts } });
    if (await firstValueFrom(dialog.closed, { defaultValue: false }))
      this.notices.done(this.transloco.translate('engagements.changed'));
    await this.load();
  }

  private async move(id: string, move: 'withdraw' | 'revoke'): Promise<void> {
    this.problem.set(null);
    try {
      await this.busy.run(
        () => this.api.post('/engagements/{id}/moves', { id, body: { move } }),
        id,
      );
      this.notices.done(this.transloco.translate(`engagements.done.${move}`));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
    await this.load();
  }

  private async load(): Promise<void> {
    try {
      this.engagements.set(await this.api.get('/engagements'));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
