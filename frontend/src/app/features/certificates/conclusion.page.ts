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
import { TranslocoDirective } from '@jsverse/transloco';
import { type AppealVerdict, PUBLICITY_DAYS } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { CaseCertificateDto, CaseDecisionDto } from '../../core/api/generated/openapi';
import { CaseStore } from '../../core/case/case-store';
import { DownloadLink } from '../../core/download/download-link';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Newest } from '../../core/once/newest';
import { ConclusionMoves, hindranceWords } from './conclusion-moves';
import { PublicityPart } from './publicity-part';
import { ReasonForm, type ReasonedChoice, type SendReason } from './reason-form';
import { ResultPart } from './result-part';
import { ReviewPart } from './review-part';

/** 结论与证书 of a case: what the team found, who reviewed and decided, the publicity, and the certificate. */
@Component({
  selector: 'lx-conclusion-page',
  imports: [
    DownloadLink,
    ProblemNotice,
    PublicityPart,
    ReasonForm,
    ResultPart,
    ReviewPart,
    RouterLink,
    TimePipe,
    TranslocoDirective,
  ],
  providers: [ConclusionMoves],
  templateUrl: './conclusion.page.html',
  styleUrl: './certificates.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConclusionPage {
  protected readonly words = hindranceWords;
  private readonly api = inject(Api);
  private readonly newest = new Newest();
  private readonly moves = inject(ConclusionMoves);
  protected readonly store = inject(CaseStore);

  protected readonly decision = signal<CaseDecisionDto | null>(null);
  protected readonly certificate = signal<CaseCertificateDto['certificate']>(null);
  protected readonly publicityDays = signal<number>(PUBLICITY_DAYS.usual);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly appeal = computed(() =>
    this.store.found()?.letters.findLast(({ kind }) => kind === 'appealed'),
  );
  protected readonly canAnswerAppeal = computed(() =>
    this.moves.can('uphold_appeal', 'cases:review'),
  );
  protected readonly appealChoices: readonly ReasonedChoice[] = [
    { id: 'uphold_appeal', label: 'certificates.uphold_appeal', needsText: true },
    { id: 'dismiss_appeal', label: 'certificates.dismiss_appeal', needsText: true },
  ];

  constructor() {
    effect(() => {
      const found = this.store.found();
      if (found !== null) untracked(() => void this.read(found.id));
    });
  }

  protected readonly answerAppeal: SendReason = async (verdict, text) => {
    const body = { verdict: verdict as AppealVerdict, text };
    await this.api.post('/cases/{id}/appeal', { ...this.moves.seen(), body });
    await this.moves.done();
  };

  protected certificateUrl(id: string, edition: number): string {
    return this.api.url('/certificates/{id}/editions/{edition}/pdf', { id, edition });
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
