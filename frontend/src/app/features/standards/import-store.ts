import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../core/api/api';
import { Busy } from '../../core/once/busy';
import { type Problem, problemOf } from '../../core/errors/problem';
import { FileReading } from '../../core/work/file-reading';
import { OverviewService } from '../../core/overview/overview.service';
import { PageCache } from '../../core/tables/page-cache';
import type {
  ImportMapping,
  ImportRow,
  RowFilter,
  RowPlace,
  StandardImport,
} from './standard-import';

type ListedRow = ImportRow & { readonly id: string };

/** One import from the file to its result. */
@Injectable()
export class ImportStore {
  private readonly api = inject(Api);
  private readonly overview = inject(OverviewService);
  private readonly reading = inject(FileReading);
  private readonly cache = new PageCache<ListedRow>(async (offset, limit) => {
    const asked = { id: this.id(), filter: this.filter(), offset, limit };
    const page = await this.api.get('/standard-imports/{id}/rows', asked);
    return {
      total: page.total,
      rows: page.rows.map((row) => ({ ...row, id: `${row.sheet}!${row.rowNumber}.${row.part}` })),
    };
  });
  private readonly revision = signal(0);
  private readonly count = signal(0);
  private readonly value = signal<StandardImport | null>(null);
  private readonly committing = new Busy();
  private readonly undoing = new Busy();
  private readonly busy = signal(false);

  readonly current = this.value.asReadonly();
  readonly isBusy = this.busy.asReadonly();
  readonly problem = signal<Problem | null>(null);
  readonly filter = signal<RowFilter>('all');
  /** First rows that a finished import left out, with the reason. */
  readonly leftOut = signal<readonly ImportRow[]>([]);
  readonly indexes = computed(() => Array.from({ length: this.count() }, (_, index) => index));

  row(index: number): ImportRow | undefined {
    this.revision();
    return this.cache.row(index);
  }

  open(id: string): Promise<boolean> {
    return this.take(() => this.api.get('/standard-imports/{id}', { id }));
  }

  upload(file: File): Promise<boolean> {
    return this.take(() =>
      this.reading.run((headers) =>
        this.api.send('post', '/standard-imports', { form: { file }, headers }),
      ),
    );
  }

  map(mapping: ImportMapping): Promise<boolean> {
    return this.take(() =>
      this.reading.run(
        (headers) =>
          this.api.send('put', '/standard-imports/{id}/mapping', {
            ...{ id: this.id(), body: mapping, headers },
          }),
        { canCancel: false },
      ),
    );
  }

  /** Takes the proposed number of one row. */
  accept({ sheet, rowNumber }: RowPlace): Promise<boolean> {
    const accepted = this.value()?.accepted ?? [];
    return this.map({ accepted: [...accepted, { sheet, rowNumber }] });
  }

  async commit(): Promise<void> {
    await this.committing.run(
      () =>
        this.take(() =>
          this.reading.run(
            (headers) =>
              this.api.send('post', '/standard-imports/{id}/commit', { id: this.id(), headers }),
            { canCancel: false },
          ),
        ),
      this.id(),
    );
    void this.overview.refresh().catch(() => undefined);
  }

  async undo(keepChanged = false): Promise<void> {
    const asked = { id: this.id(), body: { keepChanged } };
    await this.undoing.run(
      () => this.take(() => this.api.post('/standard-imports/{id}/undo', asked)),
      `${this.id()} ${keepChanged}`,
    );
    void this.overview.refresh().catch(() => undefined);
  }

  async showOnly(filter: RowFilter): Promise<void> {
    this.filter.set(filter);
    this.cache.clear();
    await this.show(0, 0);
  }

  async show(first: number, last: number): Promise<void> {
    try {
      const total = await this.cache.load(first, last);
      if (total === undefined) return;
      this.count.set(total);
      this.revision.update((revision) => revision + 1);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private id(): string {
    return this.value()?.id ?? '';
  }

  private async firstLeftOut(id: string): Promise<readonly ImportRow[]> {
    const asked = { id, filter: 'left_out', offset: 0, limit: 50 } as const;
    return (await this.api.get('/standard-imports/{id}/rows', asked)).rows;
  }

  /** @returns false where it failed or was given up */
  private async take(work: () => Promise<StandardImport | null>): Promise<boolean> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const result = await work();
      if (result === null) return false;
      this.value.set(result);
      this.cache.clear();
      if (result.state === 'previewed') await this.show(0, 0);
      const isDone = result.state === 'committed';
      this.leftOut.set(isDone ? await this.firstLeftOut(result.id) : []);
      return true;
    } catch (error) {
      this.problem.set(problemOf(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
