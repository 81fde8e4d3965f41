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
import { TimePipe } from '../../core/i18n/time.pipe';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { OverviewService } from '../../core/overview/overview.service';
import type { BinPage as Bin } from './standard';

const quietMilliseconds = 250;
const pageSize = 200;

/** 回收站: what was removed from the register in the last days, to be brought back. */
@Component({
  selector: 'lx-bin-page',
  imports: [RouterLink, TranslocoDirective, TimePipe, ProblemNotice],
  templateUrl: './bin-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BinPage {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly overview = inject(OverviewService);
  private readonly organization = inject(CurrentOrganization);
  private readonly timer = new QuietTimer();
  private readonly newest = new Newest();

  protected readonly busy = new Busy();
  protected readonly bin = signal<Bin | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly q = signal('');
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly isEmptying = signal(false);
  protected readonly canWrite = computed(() => this.organization.can('standards:write'));
  protected readonly registerLink = computed(() => ['/o', this.organization.id(), 'standards']);
  protected readonly isEverything = computed(() => {
    const rows = this.bin()?.rows ?? [];
    return rows.length > 0 && rows.every(({ id }) => this.chosen().has(id));
  });

  constructor() {
    effect(() => {
      if (this.organization.id() && this.canWrite()) untracked(() => this.begin());
    });
  }

  protected search(q: string): void {
    this.q.set(q);
    this.timer.start(quietMilliseconds, () => void this.load());
  }

  protected toggle(id: string): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  protected toggleEverything(): void {
    const rows = this.bin()?.rows ?? [];
    this.chosen.set(new Set(this.isEverything() ? [] : rows.map(({ id }) => id)));
  }

  protected restore(): void {
    void this.busy.run(
      () =>
        this.work(async () => {
          const { restored } = await this.api.post('/standards/bin/restore', {
            body: { ids: [...this.chosen()] },
          });
          this.notices.done(
            this.transloco.translate('standards.bin.restored', { count: restored }),
          );
        }),
      [...this.chosen()].join(),
    );
  }

  protected empty(): void {
    void this.busy.run(
      () =>
        this.work(async () => {
          await this.api.delete('/standards/bin');
          this.isEmptying.set(false);
        }),
      'empty',
    );
  }

  private async work(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      void this.overview.refresh().catch(() => undefined);
    } catch (error) {
      this.notices.failed(error);
    }
    await this.load();
  }

  /** Nothing of another organization stays. */
  private begin(): void {
    this.bin.set(null);
    this.problem.set(null);
    this.chosen.set(new Set());
    this.isEmptying.set(false);
    void this.load();
  }

  private async load(): Promise<void> {
    const isNewest = this.newest.ask();
    const q = this.q();
    try {
      const bin = await this.api.get('/standards/bin', { q, offset: 0, limit: pageSize });
      if (!isNewest()) return;
      this.bin.set(bin);
      this.chosen.set(new Set());
      this.problem.set(null);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
