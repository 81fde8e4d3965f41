import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { engagementMovesFrom } from '@liangxing/contracts';
import { firstValueFrom } from 'rxjs';
import { Api } from '../../core/api/api';
import type { ClientDto } from '../../core/api/generated/openapi';
import { Modal } from '../../core/dialog/modal';
import { FieldProblem } from '../../core/errors/field-problem';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { TimePipe } from '../../core/i18n/time.pipe';
import { FocusFirst } from '../../core/focus/focus-first';
import { Busy } from '../../core/once/busy';
import { Newest } from '../../core/once/newest';
import { colourOf } from '../../core/session/colour-of';
import { CurrentOrganization } from '../../core/session/current-organization';
import { homeOf } from '../../core/session/home-of';
import { SessionService } from '../../core/session/session.service';
import { EndDialog } from './end-dialog';
import { PeopleDialog } from './people-dialog';
import { TermsFields, type TypedTerms, usualTerms } from './terms-fields';
import { TermsShown } from './terms-shown';

/** 客户: with whom the consultancy has an engagement, offers of both sides that wait, and who works for whom. */
@Component({
  selector: 'lx-clients-page',
  imports: [
    FieldProblem,
    FocusFirst,
    ProblemNotice,
    RouterLink,
    TermsFields,
    TermsShown,
    TimePipe,
    TranslocoDirective,
  ],
  templateUrl: './clients.page.html',
  styleUrl: './engagements.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientsPage {
  private readonly api = inject(Api);
  private readonly modal = inject(Modal);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(SessionService);
  private readonly organization = inject(CurrentOrganization);

  private readonly newest = new Newest();

  protected readonly busy = new Busy();
  protected readonly colourOf = colourOf;
  protected readonly clients = signal<readonly ClientDto[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly canOffer = computed(() => this.organization.can('engagements:offer'));
  protected readonly canWrite = computed(() => this.organization.can('engagements:write'));

  protected readonly isOffering = signal(false);
  protected readonly offerProblem = signal<Problem | null>(null);
  protected readonly terms = signal<TypedTerms>(usualTerms(dayOfChina(new Date())));

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => this.begin());
    });
  }

  protected movesOf({ state, offeredBy }: ClientDto): readonly string[] {
    const moves = engagementMovesFrom({ state, offeredBy, side: 'consultancy' });
    return this.canWrite() ? moves : moves.filter((verb) => verb === 'withdraw' && this.canOffer());
  }

  /** Where its data are entered; null where the person is not let in. */
  protected wayTo({ clientId, state }: ClientDto): readonly string[] | null {
    const acting = this.organization.id();
    const entry = this.session
      .entries()
      .find(({ organizationId, actingId }) => organizationId === clientId && actingId === acting);
    return entry && state === 'live' ? homeOf(entry) : null;
  }

  protected async offer(event: Event, email: string, reason: string): Promise<void> {
    event.preventDefault();
    this.offerProblem.set(null);
    const { readable, writable, ...days } = this.terms();
    const areas = { readable: [...readable], writable: [...writable] };
    const body = { email: email.trim(), reason: reason.trim(), ...areas, ...days };
    try {
      await this.busy.run(async () => {
        await this.api.post('/clients', { body });
        this.notices.done(this.transloco.translate('engagements.mailed'));
        this.isOffering.set(false);
        await this.load();
      }, 'offer');
    } catch (error) {
      this.offerProblem.set(problemOf(error));
    }
  }

  protected withdraw({ id }: ClientDto): Promise<void> {
    return this.change('withdraw', () => this.api.post('/clients/{id}/withdrawal', { id }));
  }

  protected answer({ id }: ClientDto, move: 'accept' | 'decline'): Promise<void> {
    return this.change(move, () => this.api.post('/clients/{id}/moves', { id, body: { move } }));
  }

  protected async resign({ id, clientName: name }: ClientDto): Promise<void> {
    const data = { verb: 'resign', name };
    const dialog = this.modal.open<boolean>(EndDialog, { size: 'narrow', data });
    if (!(await firstValueFrom(dialog.closed, { defaultValue: false }))) return;
    await this.change('resign', () =>
      this.api.post('/clients/{id}/moves', { id, body: { move: 'resign' } }),
    );
  }

  protected async assign(client: ClientDto): Promise<void> {
    const dialog = this.modal.open<boolean>(PeopleDialog, { data: client });
    if (await firstValueFrom(dialog.closed, { defaultValue: false })) await this.load();
  }

  private async change(verb: string, work: () => Promise<unknown>): Promise<void> {
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        await work();
        this.notices.done(this.transloco.translate(`engagements.done.${verb}`));
      }, verb);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
    await this.load();
  }

  /** Nothing of another organization stays. */
  private begin(): void {
    this.isOffering.set(false);
    this.offerProblem.set(null);
    this.clients.set(null);
    this.problem.set(null);
    void this.load();
  }

  /** Whom one may enter has changed with it. */
  private async load(): Promise<void> {
    const isNewest = this.newest.ask();
    try {
      const [clients] = await Promise.all([this.api.get('/clients'), this.session.hearNews()]);
      if (isNewest()) this.clients.set(clients);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
