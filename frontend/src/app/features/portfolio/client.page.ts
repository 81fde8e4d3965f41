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
import { TranslocoDirective } from '@jsverse/transloco';
import { stageOf } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { ClientPageDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { GradeBadge } from '../../core/grade/grade-badge';
import { LanguageService } from '../../core/i18n/language.service';
import { pointsText } from '../../core/i18n/points';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { homeAtClient } from '../../core/session/home-of';
import { ClosedPart } from './closed-part';
import { DueList } from './due-list';
import { percentText } from './percent';
import { ReportMaker } from './report-maker';
import { Trend } from './trend';

/** One client for a meeting: how far it is, how it came there, what is overdue and what is next. */
@Component({
  selector: 'lx-client-page',
  imports: [
    ClosedPart,
    DueList,
    GradeBadge,
    ProblemNotice,
    ReportMaker,
    RouterLink,
    TimePipe,
    TranslocoDirective,
    Trend,
  ],
  templateUrl: './client.page.html',
  styleUrl: './client.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientPage {
  private readonly api = inject(Api);
  private readonly language = inject(LanguageService);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();

  /** Of the address. */
  readonly clientId = input.required<string>();

  protected readonly found = signal<ClientPageDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly wayIn = computed(() => {
    const client = this.found()?.client;
    return client === undefined ? [] : [...homeAtClient(client.id, client.readable)];
  });
  protected readonly points = pointsText;
  protected readonly percent = percentText;
  protected readonly stage = computed(() => {
    const parts = this.found()?.client.parts;
    return parts === undefined ? null : stageOf(parts);
  });
  protected readonly sections = computed(() =>
    (this.found()?.client.parts.assessment?.sections ?? []).map(({ id, title, share }) => ({
      id,
      share,
      title: title[this.language.current()],
    })),
  );
  /** Of one scheme alone: what others gave cannot be compared. */
  protected readonly trend = computed(() => {
    const schemeId = this.found()?.client.parts.assessment?.schemeId;
    return (this.found()?.months ?? [])
      .filter(({ assessment }) => assessment !== null && assessment.schemeId === schemeId)
      .map(({ month, assessment }) => ({
        month,
        share: assessment?.share == null ? null : Math.round(assessment.share * 10) / 10,
      }));
  });

  constructor() {
    effect(() => {
      this.clientId();
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  protected print(): void {
    window.print();
  }

  private async load(): Promise<void> {
    const isNewest = this.newest.ask();
    const clientId = this.clientId();
    this.problem.set(null);
    this.found.set(null);
    try {
      const found = await this.api.get('/portfolio/clients/{clientId}', { clientId });
      if (isNewest()) this.found.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
