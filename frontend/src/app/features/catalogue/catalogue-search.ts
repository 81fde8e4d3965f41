import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { CataloguePageDto } from '../../core/api/generated/openapi';
import { Modal } from '../../core/dialog/modal';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { CurrentOrganization } from '../../core/session/current-organization';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { CURRENCY_STATES, type CatalogueQuery, chipOf, stateKeyOf } from './currency';
import { type AskedEntry, FeedbackDialog } from './feedback-dialog';

const quietMilliseconds = 250;

/** Search of the catalogue by number, words of the title and state. */
@Component({
  selector: 'lx-catalogue-search',
  imports: [ProblemNotice, TranslocoDirective],
  templateUrl: './catalogue-search.html',
  styleUrl: './catalogue-search.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CatalogueSearch {
  private readonly api = inject(Api);
  private readonly modal = inject(Modal);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  private readonly timer = new QuietTimer();
  /** Answers that come after a newer question are dropped. */
  private question = 0;

  protected readonly states = CURRENCY_STATES.filter((state) => state !== 'unpublished');
  protected readonly chip = chipOf;
  protected readonly stateKey = stateKeyOf;
  protected readonly query = signal<CatalogueQuery>({ q: '', status: '', plans: false });
  protected readonly page = signal<CataloguePageDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly watching = new Busy();
  protected readonly canWrite = computed(() => this.organization.can('standards:write'));

  constructor() {
    void this.search();
  }

  protected ask(change: Partial<CatalogueQuery>, isTyped = false): void {
    this.query.update((query) => ({ ...query, ...change }));
    this.timer.start(isTyped ? quietMilliseconds : 0, () => void this.search());
  }

  protected giveFeedback(entryId: number, number: string): void {
    const data: AskedEntry = { entryId, number };
    this.modal.open(FeedbackDialog, { data });
  }

  protected watch(number: string): void {
    void this.watching.run(async () => {
      try {
        const { ids, already } = await this.api.post('/currency/watched', {
          body: { numbers: number },
        });
        const key = already.length > 0 ? 'someAlready' : 'added';
        const params = { count: ids.length, already: already.length };
        this.notices.done(this.transloco.translate(`catalogue.watched.${key}`, params));
      } catch (error) {
        this.notices.failed(error);
      }
    }, number);
  }

  private async search(): Promise<void> {
    const question = ++this.question;
    try {
      const { q, status, plans } = this.query();
      const chosen = plans ? { plans: 'true' as const } : { status };
      const page = await this.api.get('/catalogue', { q, ...chosen, limit: 100 });
      if (question !== this.question) return;
      this.problem.set(null);
      this.page.set(page);
    } catch (error) {
      if (question === this.question) this.problem.set(problemOf(error));
    }
  }
}
