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
  certificateMovesFrom,
  type CertificateMove,
  isReducible,
  SURVEILLANCE_RESULTS,
  type SurveillanceResult,
} from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { CertificateDetailDto } from '../../core/api/generated/openapi';
import { DateField } from '../../core/date-field/date-field';
import { DownloadLink } from '../../core/download/download-link';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { ReasonForm, type ReasonedChoice, type SendReason } from './reason-form';

/** A certificate of a body: how it stands, its surveillances, and what becomes of it. */
@Component({
  selector: 'lx-certificate-page',
  imports: [
    DateField,
    DownloadLink,
    ProblemNotice,
    ReasonForm,
    RouterLink,
    TimePipe,
    TranslocoDirective,
  ],
  templateUrl: './certificate.page.html',
  styleUrl: './certificates.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CertificatePage {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();

  /** Of the address. */
  readonly id = input.required<string>();

  protected readonly today = dayOfChina(new Date());
  protected readonly results = SURVEILLANCE_RESULTS;
  protected readonly found = signal<CertificateDetailDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly canWrite = computed(() => this.organization.can('certificates:write'));
  protected readonly moves = computed((): readonly ReasonedChoice[] => {
    const found = this.found();
    if (found === null || !this.canWrite()) return [];
    return certificateMovesFrom(found.standing).map((id) => ({
      ...{ id, label: `certificates.${id}`, needsText: true },
      ...(id === 'withdraw' ? { asks: 'certificates.withdrawSure' } : {}),
    }));
  });
  protected readonly canReduce = computed(() => {
    const found = this.found();
    return found !== null && this.canWrite() && isReducible(found.standing);
  });
  protected readonly reduceChoices: readonly ReasonedChoice[] = [
    {
      ...{ id: 'reduce', label: 'certificates.reduceSend', needsText: true },
      asks: 'certificates.reduceSure',
    },
  ];
  protected readonly recordChoices: readonly ReasonedChoice[] = [
    { id: 'record', label: 'certificates.save', needsText: false, isPrimary: true },
  ];
  protected readonly isSuspensionOffered = computed(() => {
    const found = this.found();
    const last = found?.surveillances.findLast(({ result }) => result !== null);
    return found?.standing === 'valid' && last?.result === 'failed';
  });

  constructor() {
    effect(() => {
      if (this.organization.id() && this.id()) untracked(() => void this.load());
    });
  }

  protected readonly move: SendReason = async (move, reason) => {
    const { id, ifMatch } = this.seen();
    const body = { move: move as CertificateMove, reason };
    await this.api.post('/certificates/{id}/moves', { id, ifMatch, body });
    await this.done('certificates.done');
  };

  protected readonly reduce: SendReason = async (_, reason, field) => {
    const { id, ifMatch } = this.seen();
    const body = { scope: field('scope'), reason };
    await this.api.post('/certificates/{id}/scope', { id, ifMatch, body });
    await this.done('certificates.done');
  };

  protected readonly record: SendReason = async (_, note, field) => {
    const body = {
      ...{ result: field('result') as SurveillanceResult, note, doneOn: field('doneOn') },
    };
    const at = '/certificates/{id}/surveillances/{number}/result';
    await this.api.post(at, { id: this.id(), number: Number(field('number')), body });
    await this.done('certificates.saved');
  };

  /** The first one without a result, as long as the certificate is not withdrawn. */
  protected isNext({ number }: CertificateDetailDto['surveillances'][number]): boolean {
    const found = this.found();
    const next = found?.surveillances.find(({ result }) => result === null);
    return this.canWrite() && found?.standing !== 'withdrawn' && next?.number === number;
  }

  protected pdfUrl(edition: number): string {
    const at = '/certificates/{id}/editions/{edition}/pdf';
    return this.api.url(at, { id: this.id(), edition });
  }

  private seen(): { readonly id: string; readonly ifMatch: number } {
    return { id: this.id(), ifMatch: this.found()?.version ?? 0 };
  }

  private async done(words: string): Promise<void> {
    this.notices.done(this.transloco.translate(words));
    await this.read();
  }

  /** Nothing of another organization or certificate stays. */
  private async load(): Promise<void> {
    this.found.set(null);
    await this.read();
  }

  protected async read(): Promise<void> {
    const isNewest = this.newest.ask();
    this.problem.set(null);
    try {
      const found = await this.api.get('/certificates/{id}', { id: this.id() });
      if (isNewest()) this.found.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
