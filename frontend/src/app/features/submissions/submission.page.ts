import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type CaseState,
  certificateStanding,
  enterpriseMovesFrom,
  isRenewable,
} from '@liangxing/contracts';
import { firstValueFrom } from 'rxjs';
import { Api } from '../../core/api/api';
import type { SubmissionDto, SubmissionWithLettersDto } from '../../core/api/generated/openapi';
import { Modal } from '../../core/dialog/modal';
import { DownloadLink } from '../../core/download/download-link';
import { KeptText } from '../../core/drafts/kept-text';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { TimePipe } from '../../core/i18n/time.pipe';
import { LettersShown } from '../../core/letters/letters-shown';
import { Busy } from '../../core/once/busy';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { DossierChoice } from './dossier-choice';
import { evaluationTitles } from './evaluation-titles';
import { FindingAnswers } from './finding-answers';
import { PlanAnswer } from './plan-answer';
import { WithdrawDialog } from './withdraw-dialog';

/** An application: how it stands at the body, what both wrote, and what the enterprise can do. */
@Component({
  selector: 'lx-submission-page',
  imports: [
    DossierChoice,
    DownloadLink,
    FindingAnswers,
    KeptText,
    LettersShown,
    PlanAnswer,
    ProblemNotice,
    RouterLink,
    TimePipe,
    TranslocoDirective,
  ],
  templateUrl: './submission.page.html',
  styleUrl: './submissions.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SubmissionPage {
  private readonly api = inject(Api);
  private readonly modal = inject(Modal);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();

  /** Of the address. */
  readonly id = input.required<string>();

  /** The list of dossiers, where a correction can be handed in. */
  private readonly choice = viewChild(DossierChoice);

  protected readonly titleOf = evaluationTitles();
  protected readonly busy = new Busy();
  protected readonly submission = signal<SubmissionWithLettersDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly canWrite = computed(() => this.organization.can('submissions:write'));
  /** Of the newest letters that tell it: what was granted, the certificate, why it was refused. */
  protected readonly granted = computed(() => {
    const { letters = [], state } = this.submission() ?? {};
    if (state !== 'publicity' && state !== 'certified') return null;
    return letters.findLast(({ decision }) => decision !== null) ?? null;
  });
  protected readonly refused = computed(() => {
    const { letters = [], state } = this.submission() ?? {};
    if (state !== 'refused' && state !== 'appealing') return null;
    return letters.findLast(({ kind }) => kind === 'refused') ?? null;
  });
  protected readonly certificate = computed(
    () => this.submission()?.letters.findLast((one) => one.certificate !== null)?.certificate,
  );
  /** As it stands today. */
  protected readonly standing = computed(() => {
    const told = this.certificate();
    return told ? certificateStanding(told.state, told.validUntil, dayOfChina(new Date())) : null;
  });
  /** Its certificate ends one day, and can be renewed before or after. */
  protected readonly canRenew = computed(() => {
    const told = this.certificate();
    return told ? isRenewable(told.state) : false;
  });
  /** From which day on the body asks for the application; null: it has not asked yet. */
  protected readonly noticed = computed(
    () => this.submission()?.letters.findLast(({ renewal }) => renewal !== null)?.renewal ?? null,
  );
  /** What was said to an appeal that changed nothing. */
  protected readonly dismissed = computed(() => {
    const { letters = [], state } = this.submission() ?? {};
    if (state !== 'refused') return null;
    return letters.findLast(({ kind }) => kind === 'appeal_dismissed') ?? null;
  });
  /** There is one appeal. */
  protected readonly canAppeal = computed(() => {
    const one = this.submission();
    if (one === null || !this.canDo(one.state, 'appeal')) return false;
    return one.letters.every(({ kind }) => kind !== 'appealed');
  });
  /** What waits for an answer, and can still be answered. */
  protected readonly questions = computed(() => {
    const { letters = [], state } = this.submission() ?? {};
    if (state === undefined || !this.canDo(state, 'withdraw')) return [];
    const answered = new Set(letters.map(({ answers }) => answers));
    return letters.filter(({ kind, number }) => kind === 'asked' && !answered.has(number));
  });

  constructor() {
    effect(() => {
      if (this.organization.id() && this.id()) untracked(() => void this.load());
    });
  }

  protected canDo(state: CaseState, move: 'correct' | 'withdraw' | 'appeal'): boolean {
    return this.canWrite() && enterpriseMovesFrom(state).includes(move);
  }

  protected async answer(
    event: Event,
    answers: number,
    text: string,
    kept?: KeptText,
  ): Promise<void> {
    event.preventDefault();
    const asked = { id: this.id(), body: { answers, text } };
    await this.write(() => this.api.post('/submissions/{id}/answers', asked), 'answered', kept);
  }

  protected async findingAnswered(): Promise<void> {
    this.notices.done(this.transloco.translate('submissions.done.answered'));
    await this.reload();
  }

  protected async correct(
    event: Event,
    dossierId: string,
    text: string,
    kept: KeptText,
  ): Promise<void> {
    event.preventDefault();
    const asked = { id: this.id(), body: { dossierId, text } };
    await this.write(
      () => this.api.post('/submissions/{id}/corrections', asked),
      'corrected',
      kept,
    );
  }

  protected async appeal(event: Event, text: string, kept: KeptText): Promise<void> {
    event.preventDefault();
    const asked = { id: this.id(), body: { text } };
    await this.write(() => this.api.post('/submissions/{id}/appeal', asked), 'appealed', kept);
  }

  protected certificateUrl(): string {
    return this.api.url('/submissions/{id}/certificate', { id: this.id() });
  }

  protected async withdraw(submission: SubmissionDto): Promise<void> {
    const dialog = this.modal.open(WithdrawDialog, { size: 'narrow', data: submission });
    await firstValueFrom(dialog.closed, { defaultValue: undefined });
    await this.read();
  }

  /** What was typed stays where it was not sent; what was refused because the application has moved on is read again. */
  private async write(
    send: () => Promise<SubmissionDto>,
    done: string,
    kept?: KeptText,
  ): Promise<void> {
    const opened = this.opened();
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        await send();
        kept?.forget();
        if (opened !== this.opened()) return;
        this.notices.done(this.transloco.translate(`submissions.done.${done}`));
        await this.read();
      }, 'write');
    } catch (error) {
      if (opened !== this.opened()) return;
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 409) await this.read();
    }
  }

  /** Changes when another application is opened, of this organization or of another one. */
  private opened(): string {
    return `${this.organization.id()}/${this.id()}`;
  }

  /** Nothing of another organization stays. */
  private async load(): Promise<void> {
    this.submission.set(null);
    this.problem.set(null);
    await this.read();
  }

  protected async reload(): Promise<void> {
    this.problem.set(null);
    await this.read();
  }

  /** As it stands now; what is typed in the forms stays. */
  protected async read(): Promise<void> {
    const isNewest = this.newest.ask();
    void this.choice()?.load();
    try {
      const found = await this.api.get('/submissions/{id}', { id: this.id() });
      if (isNewest()) this.submission.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
