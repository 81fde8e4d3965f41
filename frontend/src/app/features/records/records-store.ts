import { Injectable, computed, inject, signal } from '@angular/core';
import type { RecordKindId } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { RecordsPageDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import type { ListRecord, RecordCount } from './record';

const pageSize = 200;

/** The open list: what it shows, what it counts. */
@Injectable()
export class RecordsStore {
  private readonly api = inject(Api);
  private turn = 0;

  readonly kind = signal<RecordKindId>('laws');
  readonly q = signal('');
  readonly year = signal<number | null>(null);
  readonly counts = signal<readonly RecordCount[] | null>(null);
  readonly rows = signal<readonly ListRecord[] | null>(null);
  readonly total = signal(0);
  readonly problem = signal<Problem | null>(null);
  /** What is asked for: the list, the search and the year. */
  readonly filter = computed(() => ({
    kind: this.kind(),
    q: this.q(),
    year: this.year() ?? undefined,
  }));
  readonly count = computed(() => this.counts()?.find(({ kind }) => kind === this.kind()));
  readonly years = computed(() => this.count()?.years ?? []);

  open(kind: RecordKindId): void {
    this.kind.set(kind);
    this.q.set('');
    this.year.set(null);
    this.rows.set(null);
    void this.load();
  }

  async load(): Promise<void> {
    this.turn += 1;
    const { turn } = this;
    try {
      const [page, counts] = await Promise.all([this.page(0), this.api.get('/record-counts')]);
      // Only the newest question is answered on the page.
      if (turn !== this.turn) return;
      this.rows.set(page.rows);
      this.total.set(page.total);
      this.counts.set(counts);
      this.problem.set(null);
    } catch (error) {
      if (turn === this.turn) this.problem.set(problemOf(error));
    }
  }

  async more(): Promise<void> {
    const { turn } = this;
    const shown = this.rows() ?? [];
    try {
      const page = await this.page(shown.length);
      if (turn === this.turn) this.rows.set([...shown, ...page.rows]);
    } catch (error) {
      if (turn === this.turn) this.problem.set(problemOf(error));
    }
  }

  private page(offset: number): Promise<RecordsPageDto> {
    return this.api.get('/records/{kind}', { ...this.filter(), offset, limit: pageSize });
  }
}
