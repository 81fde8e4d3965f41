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
import { FocusFirst } from '../../core/focus/focus-first';
import { Busy } from '../../core/once/busy';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { ConsultancySearch } from './consultancy-search';
import { EndDialog } from './end-dialog';
import { TermsDialog } from './terms-dialog';
import { TermsFields, type TypedTerms, usualTerms } from './terms-fields';
import { TermsShown } from './terms-shown';

/** 咨询合作: which consultancies work on the data of the enterprise, what each did, and how it is ended. */
@Component({
  selector: 'lx-engagements-page',
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
  providers: [ConsultancySearch],
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

  private readonly newest = new Newest();

  protected readonly search = inject(ConsultancySearch);
  protected readonly busy = new Busy();
  protected readonly engagements = signal<readonly EngagementDto[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly canOffer = computed(() => this.organization.can('engagements:offer'));
  protected readonly canWrite = computed(() => this.organization.can('engagements:write'));
  protected readonly canReadTrail = computed(() => this.organization.can('audit:read'));

  protected readonly isOffering = signal(false);
  protected readonly offerProblem = signal<Problem | null>(null);
  /** What is said of the offer, or else of the code. */
  protected readonly said = computed(() => this.offerProblem() ?? this.search.problem());
  /** The offer was to go out before its receiver was shown. */
  protected readonly isUnseen = signal(false);
  protected readonly terms = signal<TypedTerms>(usualTerms(dayOfChina(new Date())));

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => this.begin());
    });
  }

  protected movesOf({ state, offeredBy }: EngagementDto): readonly string[] {
    return this.canWrite() ? engagementMovesFrom({ state, offeredBy, side: 'client' }) : [];
  }

  protected canChange({ state }: EngagementDto): boolean {
    return this.canWrite() && canChangeTerms({ state, side: 'client' });
  }

  /** Another code is typed: what was said of the one before is over. */
  protected retype(): void {
    this.search.clear();
    this.offerProblem.set(null);
    this.isUnseen.set(false);
  }

  protected closeOffer(): void {
    this.retype();
    this.isOffering.set(false);
  }

  /** Nothing is offered before whoever sends it saw to whom. */
  protected async offer(event: Event, creditCode: string, reason: string): Promise<void> {
    event.preventDefault();
    this.offerProblem.set(null);
    this.isUnseen.set(!this.search.isShown(creditCode));
    if (this.isUnseen()) return this.search.find(creditCode);
    const { readable, writable, ...days } = this.terms();
    const areas = { readable: [...readable], writable: [...writable] };
    const body = { creditCode: creditCode.trim(), reason: reason.trim(), ...areas, ...days };
    try {
      await this.busy.run(async () => {
        await this.api.post('/engagements', { body });
        this.notices.done(this.transloco.translate('engagements.offered'));
        this.closeOffer();
        await this.load();
      }, 'offer');
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
      await this.busy.run(async () => {
        await this.api.post('/engagements/{id}/moves', { id, body: { move } });
        this.notices.done(this.transloco.translate(`engagements.done.${move}`));
      }, id);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
    await this.load();
  }

  /** Nothing of another organization stays. */
  private begin(): void {
    this.closeOffer();
    this.engagements.set(null);
    this.problem.set(null);
    void this.load();
  }

  private async load(): Promise<void> {
    const isNewest = this.newest.ask();
    try {
      const engagements = await this.api.get('/engagements');
      if (isNewest()) this.engagements.set(engagements);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
