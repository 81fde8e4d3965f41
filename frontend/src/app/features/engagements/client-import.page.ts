import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { ClientImportDto, ClientImportSummaryDto } from '../../core/api/generated/openapi';
import { DownloadLink } from '../../core/download/download-link';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { FileChoice } from '../../core/files/file-choice';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Busy } from '../../core/once/busy';
import { CurrentOrganization } from '../../core/session/current-organization';
import { FileReading } from '../../core/work/file-reading';
import { ReadingStatus } from '../../core/work/reading-status';
import { TermsShown } from './terms-shown';

const ROWS_OF_PAGE = 50;

/** 批量导入客户: choose a workbook, see what each row does, confirm; then what became of each row. */
@Component({
  selector: 'lx-client-import-page',
  imports: [
    DownloadLink,
    FileChoice,
    ProblemNotice,
    ReadingStatus,
    RouterLink,
    TermsShown,
    TimePipe,
    TranslocoDirective,
  ],
  providers: [FileReading],
  templateUrl: './client-import.page.html',
  styleUrl: './engagements.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientImportPage {
  private readonly api = inject(Api);
  private readonly reading = inject(FileReading);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);

  protected readonly busy = new Busy();
  protected readonly shown = signal<ClientImportDto | null>(null);
  protected readonly earlier = signal<readonly ClientImportSummaryDto[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly onlyProblems = signal(false);
  private readonly asked = signal(1);

  protected readonly templateHref = computed(
    () => `/api/organizations/${this.organization.id()}/client-imports/template`,
  );
  private readonly rows = computed(() =>
    (this.shown()?.rows ?? []).filter(({ state }) => !this.onlyProblems() || state === 'problem'),
  );
  protected readonly pages = computed(() =>
    Math.max(1, Math.ceil(this.rows().length / ROWS_OF_PAGE)),
  );
  /** From 1. */
  protected readonly page = computed(() => Math.min(this.asked(), this.pages()));
  protected readonly pageRows = computed(() =>
    this.rows().slice((this.page() - 1) * ROWS_OF_PAGE, this.page() * ROWS_OF_PAGE),
  );
  /** Of what is to be confirmed: what has to wait. */
  protected readonly later = computed(() => {
    const shown = this.shown();
    return shown ? Math.max(0, shown.counts.ready - shown.mailsLeft) : 0;
  });

  constructor() {
    void this.attempt('list', () => this.list());
  }

  protected async choose(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    field.value = '';
    if (!file) return;
    await this.attempt('read', async () => {
      const read = await this.reading.run((headers) =>
        this.api.send('post', '/client-imports', { form: { file }, headers }),
      );
      this.show(read);
    });
  }

  protected open(id: string): Promise<void> {
    return this.attempt('open', async () => {
      this.show(await this.api.get('/client-imports/{id}', { id }));
      await this.list();
    });
  }

  protected change(id: string, verb: 'commit' | 'stop'): Promise<void> {
    return this.attempt(verb, async () => {
      this.show(await this.api.post(`/client-imports/{id}/${verb}`, { id }));
      const told = verb === 'commit' ? 'committed' : 'stopped';
      this.notices.done(this.transloco.translate(`engagements.import.${told}`));
      await this.list();
    });
  }

  protected turn(by: number): void {
    this.asked.set(Math.min(this.pages(), Math.max(1, this.page() + by)));
  }

  protected total({ rows }: ClientImportDto): number {
    return rows.length;
  }

  private async list(): Promise<void> {
    this.earlier.set(await this.api.get('/client-imports'));
  }

  private show(shown: ClientImportDto | null): void {
    this.shown.set(shown);
    this.asked.set(1);
  }

  private async attempt(what: string, work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await this.busy.run(work, what);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
