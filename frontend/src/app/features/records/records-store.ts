import { Injectable, computed, inject, signal } from '@angular/core';
import type { RecordKindId } from '@liangxing/contracts';
import { type Problem, problemOf } from '../../core/errors/problem';
import type { ListRecord, RecordCount } from './record';
import { RecordsApi } from './records-api';

const pageSize = 200;

/** The open list: what it shows, what it counts. */
@Injectable()
export class RecordsStore {
  private readonly api = inject(RecordsApi);
  private turn = 0;

  readonly kind = signal<RecordKindId>('laws');
  readonly q = signal('');
  readonly year = signal<number | null>(null);
  readonly counts = signal<readonly RecordCount[] | null>(null);
  readonly rows = signal<readonly ListRecord[] | null>(null);
  readonly total = signal(0);
  readonly problem = signal<Problem | null>(null);
  readonly filter = computed(() => ({ q: this.q(), year: this.year() }));
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
      const [page, counts] = await Promise.all([
        this.api.list(this.kind(), this.filter(), 0, pageSize),
        this.api.counts(),
      ]);
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
      const page = await this.api.list(this.kind(), this.filter(), shown.length, pageSize);
      if (turn === this.turn) this.rows.set([...shown, ...page.rows]);
    } catch (error) {
      if (turn === this.turn) this.problem.set(problemOf(error));
    }
  }
}
