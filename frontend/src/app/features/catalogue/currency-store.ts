import { Injectable, computed, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { Busy } from '../../core/once/busy';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { CurrentOrganization } from '../../core/session/current-organization';
import { PageCache } from '../../core/tables/page-cache';
import type {
  CurrencyQuery,
  CurrencyReport,
  CurrencyRow,
  Finding,
  LoggedReplacement,
} from './currency';
import { KeptPictures } from './kept-pictures';

/** The report on the screen: its window of rows, its filter, replacements and their log. */
@Injectable()
export class CurrencyStore {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  private readonly cache = new PageCache<CurrencyRow>(async (offset, limit) => {
    const report = await this.api.get('/currency', { ...this.query(), offset, limit });
    this.summary.set(report);
    return report;
  });
  private readonly revision = signal(0);
  private readonly count = signal<number | null>(null);

  readonly query = signal<CurrencyQuery>({ status: '', q: '' });
  readonly summary = signal<CurrencyReport | null>(null);
  readonly log = signal<readonly LoggedReplacement[] | null>(null);
  private readonly pictures = inject(KeptPictures);
  /** Rows marked to be verified together. */
  readonly chosen = signal<ReadonlyMap<string, CurrencyRow>>(new Map());
  readonly wantsMail = signal<boolean | null>(null);
  readonly problem = signal<Problem | null>(null);
  /** The second click of a double click would meet the next row. */
  private readonly acting = new Busy();
  readonly isBusy = signal(false);
  readonly total = this.count.asReadonly();
  readonly indexes = computed(() => Array.from({ length: this.count() ?? 0 }, (_, index) => index));

  row(index: number): CurrencyRow | undefined {
    this.revision();
    return this.cache.row(index);
  }

  /** Checks, so that the register shows the same, then reads the report. */
  async open(): Promise<void> {
    await this.working(async () => {
      if (this.organization.can('standards:write')) await this.api.post('/currency/checks');
      await this.reload();
      this.wantsMail.set((await this.api.get('/currency/notices')).wantsMail);
    });
  }

  async ask(change: Partial<CurrencyQuery>): Promise<void> {
    this.query.update((query) => ({ ...query, ...change }));
    await this.reload();
  }

  async show(first: number, last: number): Promise<void> {
    try {
      const total = await this.cache.load(first, last);
      if (total === undefined) return;
      this.problem.set(null);
      this.count.set(total);
      this.revision.update((revision) => revision + 1);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  async replace(row: CurrencyRow, identity: string): Promise<void> {
    await this.once(async () => {
      const body = { standardId: row.id, version: row.version, identity };
      const { replaced } = await this.api.post('/currency/replacements', { body });
      const [done] = replaced;
      await this.afterChange();
      if (!done) return;
      const text = this.transloco.translate('catalogue.replaced', { ...done });
      this.notices.done(text, {
        label: this.transloco.translate('actions.undo'),
        run: () => void this.undo(done.id),
      });
    }, `replace ${row.id}`);
  }

  async replaceAll(): Promise<void> {
    await this.once(async () => {
      const { replaced, left } = await this.api.post('/currency/replacements/all');
      await this.afterChange();
      const count = replaced.length;
      this.notices.done(this.transloco.translate('catalogue.replacedAll', { count, left }));
    }, 'replaceAll');
  }

  /** @throws what the server refuses; the dialog says it */
  async verify(rows: readonly CurrencyRow[], finding: Finding, file: File | null): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    const picture = file && { evidenceId: await this.pictures.keep(file, first.id) };
    const standards = rows.map(({ id, version }) => ({ id, version }));
    const body = { standards, ...finding, ...picture };
    const { verified, left, ids } = await this.api.post('/currency/verifications', { body });
    this.chosen.set(new Map());
    await this.afterChange();
    const said = left > 0 ? 'catalogue.verify.someLeft' : 'catalogue.verify.done';
    const text = this.transloco.translate(said, { count: verified, left });
    if (ids.length === 0) this.notices.done(text);
    else
      this.notices.done(text, {
        label: this.transloco.translate('actions.undo'),
        run: () => void this.takeBack(ids),
      });
  }

  /** Follows these; those that are followed already stay as they are. */
  async watch(rows: readonly CurrencyRow[]): Promise<void> {
    await this.once(
      async () => {
        const numbers = rows.map(({ number }) => number).join('\n');
        const { ids, already } = await this.api.post('/currency/watched', { body: { numbers } });
        this.chosen.set(new Map());
        const key =
          already.length > 0 ? 'catalogue.watched.someAlready' : 'catalogue.watched.added';
        const params = { count: ids.length, already: already.length };
        this.notices.done(this.transloco.translate(key, params));
      },
      `watch ${rows.map(({ id }) => id).join()}`,
    );
  }

  /** The rows say again what they said before somebody noted this; its picture stays with the evidence. */
  async takeBack(ids: readonly string[]): Promise<void> {
    await this.once(async () => {
      const { undone, left } = await this.api.post('/currency/verifications/undo', {
        body: { ids },
      });
      await this.afterChange();
      const said = left > 0 ? 'catalogue.verify.someStay' : 'catalogue.verify.undone';
      this.notices.done(this.transloco.translate(said, { count: undone, left }));
    }, `takeBack ${ids.join()}`);
  }

  /** The old standard goes where its new edition is registered already. */
  async removeOld(row: CurrencyRow): Promise<void> {
    await this.once(async () => {
      const body = { ids: [row.id] };
      const { actId = null } = await this.api.post('/standards/bulk-delete', { body });
      await this.afterChange();
      const text = this.transloco.translate('catalogue.removedOld', { number: row.number });
      if (actId === null) this.notices.done(text);
      else
        this.notices.done(text, {
          label: this.transloco.translate('actions.undo'),
          run: () => void this.undoRemoval(actId),
        });
    }, `removeOld ${row.id}`);
  }

  private undoRemoval(actId: string): Promise<void> {
    return this.working(async () => {
      await this.api.post('/standards/acts/{actId}/undo', { actId });
      await this.afterChange();
    });
  }

  choose(row: CurrencyRow, isChosen: boolean): void {
    this.chosen.update((chosen) => {
      const changed = new Map(chosen);
      if (isChosen) changed.set(row.id, row);
      else changed.delete(row.id);
      return changed;
    });
  }

  async undo(id: string): Promise<void> {
    await this.working(async () => {
      await this.api.post('/currency/replacements/{id}/undo', { id });
      await this.afterChange();
      this.notices.done(this.transloco.translate('catalogue.undone'));
    });
  }

  async readLog(): Promise<void> {
    await this.working(() => this.loadLog());
  }

  async chooseMail(wants: boolean): Promise<void> {
    this.wantsMail.set(wants);
    await this.working(async () => {
      await this.api.put('/currency/notices', { body: { wantsMail: wants } });
    });
  }

  private async loadLog(): Promise<void> {
    this.log.set(await this.api.get('/currency/replacements'));
  }

  private async reload(): Promise<void> {
    this.cache.clear();
    await this.show(0, 0);
  }

  private async afterChange(): Promise<void> {
    await this.reload();
    if (this.log() !== null) await this.loadLog();
  }

  /** @param what tells apart what is asked for of one row and of the next */
  private async once(work: () => Promise<void>, what: string): Promise<void> {
    await this.acting.run(() => this.working(work), what);
  }

  private async working(work: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    try {
      await work();
    } catch (error) {
      const problem = problemOf(error);
      this.notices.failed(problem);
      if (problem.isConflict) await this.reload();
      if (this.count() === null) this.problem.set(problem);
    } finally {
      this.isBusy.set(false);
    }
  }
}
