import { Injectable, computed, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { Busy } from '../../core/once/busy';
import type { Finding } from './currency';
import { type Watched, type WatchedFilter, shownWatched } from './watched';
import { KeptPictures } from './kept-pictures';

/** The standards that the enterprise follows, and what is done with them. */
@Injectable()
export class WatchedStore {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly pictures = inject(KeptPictures);

  readonly all = signal<readonly Watched[] | null>(null);
  readonly filter = signal<WatchedFilter>('all');
  readonly problem = signal<Problem | null>(null);
  /** Lines of the last paste that hold no number of a standard. */
  readonly unread = signal<readonly string[]>([]);
  readonly busy = new Busy();
  readonly shown = computed(() => shownWatched(this.all() ?? [], this.filter()));
  readonly counts = computed(() => {
    const all = this.all() ?? [];
    return {
      all: all.length,
      changed: shownWatched(all, 'changed').length,
      due: shownWatched(all, 'due').length,
    };
  });

  async load(): Promise<void> {
    try {
      this.all.set(await this.api.get('/currency/watched'));
      this.problem.set(null);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** @returns whether everything that was pasted could be read */
  async add(numbers: string): Promise<boolean> {
    let isRead = false;
    await this.working('add', async () => {
      const body = { numbers };
      const { ids, already, unread } = await this.api.post('/currency/watched', { body });
      this.unread.set(unread);
      isRead = unread.length === 0;
      const key = already.length > 0 ? 'catalogue.watched.someAlready' : 'catalogue.watched.added';
      this.tell(key, { count: ids.length, already: already.length });
    });
    return isRead;
  }

  async markRead(rows: readonly Watched[]): Promise<void> {
    const what = `read ${rows.map(({ id }) => id).join()}`;
    await this.working(what, async () => {
      const body = { shown: rows.map(({ id, stamp }) => ({ id, stamp })) };
      const { marked } = await this.api.post('/currency/watched/read', { body });
      const left = rows.length - marked;
      this.tell(left > 0 ? 'catalogue.watched.someChanged' : 'catalogue.watched.read', {
        count: marked,
        left,
      });
    });
  }

  async remove(row: Watched): Promise<void> {
    await this.working(`remove ${row.id}`, async () => {
      const { id } = row;
      await this.api.delete('/currency/watched/{id}', { id });
      const text = this.transloco.translate('catalogue.watched.removed', { number: row.number });
      this.notices.done(text, {
        label: this.transloco.translate('actions.undo'),
        run: () =>
          void this.working(`restore ${id}`, async () => {
            await this.api.post('/currency/watched/{id}/restore', { id });
          }),
      });
    });
  }

  /** @throws what the server refuses; the dialog says it */
  async verify(row: Watched, finding: Finding, file: File | null): Promise<void> {
    const picture = file && { evidenceId: await this.pictures.keep(file, row.standardId) };
    const { ids } = await this.api.post('/currency/watched/{id}/verifications', {
      id: row.id,
      body: { ...finding, ...picture },
    });
    await this.load();
    const text = this.transloco.translate('catalogue.verify.done', { count: 1 });
    if (ids.length === 0) this.notices.done(text);
    else
      this.notices.done(text, {
        label: this.transloco.translate('actions.undo'),
        run: () =>
          void this.working(`undo ${ids.join()}`, async () => {
            await this.api.post('/currency/verifications/undo', { body: { ids } });
          }),
      });
  }

  private tell(key: string, params: Readonly<Record<string, number>>): void {
    this.notices.done(this.transloco.translate(key, { ...params }));
  }

  private async working(what: string, work: () => Promise<void>): Promise<void> {
    await this.busy.run(async () => {
      try {
        await work();
      } catch (error) {
        this.notices.failed(error);
      }
      await this.load();
    }, what);
  }
}
