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
import {
  type AppealVerdict,
  bodyMovesFrom,
  type BodyMove,
  type Decision,
  type ObjectionVerdict,
  PUBLICITY_DAYS,
  type ReviewVerdict,
} from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { CaseCertificateDto, CaseDecisionDto } from '../../core/api/generated/openapi';
import { CaseStore } from '../../core/case/case-store';
import { DownloadLink } from '../../core/download/download-link';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { pointsText } from '../../core/i18n/points';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { AnswerTogether } from './answer-together';
import { ReasonForm, type ReasonedChoice, type SendReason } from './reason-form';

/** 结论与证书 of a case: what the team found, who reviewed and decided, the publicity, and the certificate. */
@Component({
  selector: 'lx-conclusion-page',
  imports: [
    AnswerTogether,
    DownloadLink,
    ProblemNotice,
    ReasonForm,
    RouterLink,
    TimePipe,
    TranslocoDirective,
  ],
  templateUrl: './conclusion.page.html',
  styleUrl: './certificates.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConclusionPage {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();
  protected readonly store = inject(CaseStore);

  protected readonly days = PUBLICITY_DAYS;
  protected readonly points = pointsText;
  protected readonly decision = signal<CaseDecisionDto | null>(null);
  protected readonly certificate = signal<CaseCertificateDto['certificate']>(null);
  protected readonly publicityDays = signal<number>(PUBLICITY_DAYS.usual);
  protected readonly problem = signal<Problem | null>(null);
  /** The highest that can be granted stands first. */
  protected readonly grades = computed(() => this.decision()?.grades.toReversed() ?? []);
  protected readonly appeal = computed(() =>
    this.store.found()?.letters.findLast(({ kind }) => kind === 'appealed'),
  );

  protected readonly reviewChoices: readonly ReasonedChoice[] = [
    { id: 'pass_review', label: 'certificates.pass_review', needsText: false, isPrimary: true },
    { id: 'return_to_team', label: 'certificates.return_to_team', needsText: true },
  ];
  protected readonly decisionChoices = computed((): readonly ReasonedChoice[] => [
    ...(this.grades().length === 0
      ? []
      : [{ id: 'grant', label: 'certificates.grant', needsText: false, isPrimary: true }]),
    { id: 'refuse', label: 'certificates.refuse', needsText: true },
  ]);
  protected readonly none: readonly ReasonedChoice[] = [];
  protected readonly objectionChoices: readonly ReasonedChoice[] = [
    { id: 'dismissed', label: 'certificates.dismissed', needsText: true },
    { id: 'upheld', label: 'certificates.upheld', needsText: true },
  ];
  protected readonly appealChoices: readonly ReasonedChoice[] = [
    { id: 'uphold_appeal', label: 'certificates.uphold_appeal', needsText: true },
    { id: 'dismiss_appeal', label: 'certificates.dismiss_appeal', needsText: true },
  ];
  protected readonly issueChoices: readonly ReasonedChoice[] = [
    { id: 'certify', label: 'certificates.certify', needsText: false, isPrimary: true },
  ];

  constructor() {
    effect(() => {
      const found = this.store.found();
      if (found !== null) untracked(() => void this.read(found.id));
    });
  }

  /** They wait on, where the publicity was stopped, until it is decided again. */
  protected readonly answersObjections = computed(
    () => this.can('stop_publicity', 'cases:decide') || this.can('grant', 'cases:decide'),
  );

  /** Whether the case stands so, and the person has the permission. */
  protected can(
    move: BodyMove,
    permission: 'cases:review' | 'cases:decide' | 'certificates:write',
  ): boolean {
    const state = this.store.state();
    return (
      state !== null && bodyMovesFrom(state).includes(move) && this.organization.can(permission)
    );
  }

  protected readonly review: SendReason = async (verdict, text) => {
    const { id, version: ifMatch } = this.found();
    const body = { verdict: verdict as ReviewVerdict, text };
    await this.api.post('/cases/{id}/review', { id, ifMatch, body });
    await this.done();
  };

  protected readonly decide: SendReason = async (decision, text, field) => {
    const { id, version: ifMatch } = this.found();
    const granted =
      decision === 'grant'
        ? { grade: field('grade'), scope: field('scope'), days: Number(field('days')) }
        : {};
    const body = { decision: decision as Decision, text, ...granted };
    await this.api.post('/cases/{id}/decision', { id, ifMatch, body });
    await this.done();
  };

  protected readonly answerObjection: SendReason = async (verdict, text, field) => {
    const { id, version: ifMatch } = this.found();
    const body = { verdict: verdict as ObjectionVerdict, text };
    const objectionId = field('objection');
    const at = '/cases/{id}/objections/{objectionId}/answer';
    await this.api.post(at, { id, objectionId, ifMatch, body });
    await this.done();
  };

  protected readonly answerAppeal: SendReason = async (verdict, text) => {
    const { id, version: ifMatch } = this.found();
    const body = { verdict: verdict as AppealVerdict, text };
    await this.api.post('/cases/{id}/appeal', { id, ifMatch, body });
    await this.done();
  };

  protected readonly issue: SendReason = async (_, text, field) => {
    const { id, version: ifMatch } = this.found();
    const body = { number: field('number').trim(), text };
    await this.api.post('/cases/{id}/certificate', { id, ifMatch, body });
    await this.done();
  };

  protected reportUrl(format: 'pdf' | 'docx'): string {
    return this.api.url('/cases/{id}/report', { id: this.store.id(), format });
  }

  protected certificateUrl(id: string, edition: number): string {
    return this.api.url('/certificates/{id}/editions/{edition}/pdf', { id, edition });
  }

  private found(): { readonly id: string; readonly version: number } {
    const found = this.store.found();
    return { id: this.store.id(), version: found?.version ?? 0 };
  }

  protected async done(): Promise<void> {
    this.notices.done(this.transloco.translate('certificates.done'));
    await this.store.read();
  }

  private async read(id: string): Promise<void> {
    const isNewest = this.newest.ask();
    this.problem.set(null);
    try {
      const [decision, { certificate }, settings] = await Promise.all([
        this.api.get('/cases/{id}/decision', { id }),
        this.api.get('/cases/{id}/certificate', { id }),
        this.api.get('/certificate-settings'),
      ]);
      if (!isNewest()) return;
      this.decision.set(decision);
      this.certificate.set(certificate);
      this.publicityDays.set(settings.publicityDays);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
