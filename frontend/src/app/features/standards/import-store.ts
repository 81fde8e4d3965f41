import { Injectable, computed, inject, signal } from '@angular/core';
import { Busy } from '../../core/once/busy';
import { type Problem, problemOf } from '../../core/errors/problem';
import { FileReading } from '../../core/work/file-reading';
import { OverviewService } from '../overview/overview.service';
import { ImportsService } from './imports.service';
import { PageCache } from './page-cache';
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
  private readonly service = inject(ImportsService);
  private readonly overview = inject(OverviewService);
  private readonly reading = inject(FileReading);
  private readonly cache = new PageCache<ListedRow>(async (offset, limit) => {
    const page = await this.service.rows(this.value()?.id ?? '', this.filter(), offset, limit);
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
    return this.take(() => this.service.read(id));
  }

  upload(file: File): Promise<boolean> {
    return this.take(() => this.reading.run((headers) => this.service.upload(file, headers)));
  }

  map(mapping: ImportMapping): Promise<boolean> {
    return this.take(() =>
      this.reading.run((headers) => this.service.map(this.id(), mapping, headers), {
        canCancel: false,
      }),
    );
  }

  /** Takes the proposed number of one row. */
  accept({ sheet, rowNumber }: RowPlace): Promise<boolean> {
    const accepted = this.value()?.accepted ?? [];
    return this.map({ accepted: [...accepted, { sheet, rowNumber }] });
  }

  async commit(): Promise<void> {
    await this.committing.run(() =>
      this.take(() =>
        this.reading.run((headers) => this.service.commit(this.id(), headers), {
          canCancel: false,
        }),
      ),
    );
    void this.overview.refresh().catch(() => undefined);
  }

  async undo(keepChanged = false): Promise<void> {
    await this.undoing.run(() => this.take(() => this.service.undo(this.id(), keepChanged)));
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
      this.leftOut.set(isDone ? (await this.service.rows(result.id, 'left_out', 0, 50)).rows : []);
      return true;
    } catch (error) {
      this.problem.set(problemOf(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
