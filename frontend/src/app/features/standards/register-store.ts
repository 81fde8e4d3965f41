import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import type { SaveStateName } from '../../core/drafts/save-state';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { OverviewService } from '../../core/overview/overview.service';
import { RowEdits } from './row-edits';
import { PageCache } from '../../core/tables/page-cache';
import {
  EVERY_STANDARD,
  type RegisterFacets,
  type Standard,
  type StandardChange,
  type StandardQuery,
} from './standard';

interface AskedChange {
  readonly row: Standard;
  readonly onRefused: ((problem: Problem) => void) | undefined;
}

/** The register on the screen: the window of rows, the filters, changes of single rows. */
@Injectable()
export class RegisterStore {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly overview = inject(OverviewService);
  private readonly session = inject(SessionService);
  private readonly organization = inject(CurrentOrganization);
  private readonly edits = inject(RowEdits);
  private readonly cache = new PageCache<Standard>((offset, limit) =>
    this.api.get('/standards', { ...this.query(), offset, limit }),
  );
  /** Counts every change of the cache, so that the rows on the screen are read again. */
  private readonly revision = signal(0);
  private readonly count = signal<number | null>(null);
  private readonly known = signal<RegisterFacets>({ departments: [], unchecked: 0 });
  /** The rows that are looked at. */
  private range = { first: 0, last: 0 };
  /** What was asked of a row last, for the case that the server refuses it. */
  private readonly asked = new Map<string, AskedChange>();
  private readonly told = new WeakSet<Standard>();
  private saves = 0;

  readonly query = signal<StandardQuery>(EVERY_STANDARD);
  /** The row that was saved or read last; whoever shows it apart from the list follows it. */
  readonly replaced = signal<Standard | null>(null);
  readonly problem = signal<Problem | null>(null);
  private readonly ownState = signal<SaveStateName>('saved');
  readonly state = computed(() => {
    const state = this.edits.state();
    const isOwn = state === 'saved' || (state === 'reading' && this.ownState() !== 'saved');
    return isOwn ? this.ownState() : state;
  });
  readonly facets = this.known.asReadonly();
  readonly total = this.count.asReadonly();
  readonly isFiltered = computed(() => {
    const { sort: _sort, ...filters } = this.query();
    return Object.values(filters).some((value) => value !== '');
  });
  /** One number per row, for the virtual list. */
  readonly indexes = computed(() => Array.from({ length: this.count() ?? 0 }, (_, index) => index));

  constructor() {
    effect((onCleanup) => {
      const [userId, organizationId] = [this.session.user()?.id, this.organization.id()];
      if (userId && organizationId)
        untracked(() => void this.edits.open(userId, organizationId, (row) => this.saved(row)));
      onCleanup(() => this.edits.close());
    });
    effect(() => {
      for (const [id, problem] of this.edits.refused()) untracked(() => this.refuse(id, problem));
    });
    effect(() => {
      for (const { mine, theirs } of this.edits.conflicts().values())
        untracked(() => this.sayConflict(theirs, mine));
    });
  }

  row(index: number): Standard | undefined {
    this.revision();
    const row = this.cache.row(index);
    const change = row && this.edits.waiting().get(row.id);
    return change ? { ...row, ...change } : row;
  }

  async ask(change: Partial<StandardQuery>): Promise<void> {
    this.query.update((query) => ({ ...query, ...change }));
    await this.reload();
  }

  async reload(): Promise<void> {
    this.cache.clear();
    const { first, last } = this.range;
    await Promise.all([this.show(0, 0), this.show(first, last), this.learn()]);
  }

  private async learn(): Promise<void> {
    // What cannot be narrowed to is not offered; the rows say themselves what is wrong.
    await this.api.get('/standards/facets').then(
      (facets) => this.known.set(facets),
      () => undefined,
    );
  }

  async show(first: number, last: number): Promise<void> {
    if (last > 0) this.range = { first, last };
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

  /** @returns what stands in the way; the form says it beside its fields */
  async add(standard: StandardChange, addsNevertheless: boolean): Promise<Problem | null> {
    let refusal: Problem | null = null;
    const added = await this.saving(
      () => this.api.post('/standards', { body: { ...standard, addsNevertheless } }),
      (problem) => (refusal = problem),
    );
    if (!added) return refusal;
    await this.changed();
    return null;
  }

  /** Something happened to many rows. */
  async changed(): Promise<void> {
    await this.reload();
    void this.overview.refresh().catch(() => undefined);
  }

  /**
   * The row shows it at once; what the server does not take now waits on this machine.
   * @param onRefused where a form says itself what is wrong with its fields
   */
  change(row: Standard, change: StandardChange, onRefused?: (problem: Problem) => void): void {
    this.asked.set(row.id, { row, onRefused });
    this.edits.change(row, change);
  }

  private saved(row: Standard): void {
    this.ownState.set('saved');
    this.replace(row);
  }

  /** What is refused gives way to what is stored; whatever else was typed in the row goes on its own. */
  private refuse(id: string, problem: Problem): void {
    const asked = this.asked.get(id);
    const typed = this.edits.drafts().get(id)?.content ?? {};
    const row = asked?.row ?? this.edits.rowOf(id);
    const isSecond = problem.code === 'standard_exists';
    const { refused, others } = partedBy(
      typed,
      isSecond ? ['number'] : problem.fields.map(({ path }) => path),
    );
    this.asked.delete(id);
    this.edits.forget(id);
    this.ownState.set('refused');
    if (row && refused !== null && others !== null) this.edits.change(row, others);
    if (row && isSecond) this.questionSecond(row, refused ?? typed, problem);
    else if (asked?.onRefused && problem.fields.length > 0) asked.onRefused(problem);
    else this.tell(problem);
  }

  /** Another row has that number already: the person may mean it. */
  private questionSecond(row: Standard, change: StandardChange, problem: Problem): void {
    this.notices.told(`${problem.title} · ${problem.detail}`, {
      label: this.transloco.translate('standards.changeNevertheless'),
      run: () => this.change(row, { ...change, addsNevertheless: true }),
    });
  }

  private tell(problem: Problem): void {
    const messages = problem.fields.map(({ message }) => message).join(' ');
    this.notices.failed(messages === '' ? problem : new Error(messages));
  }

  /** Both values of a conflict stay in reach: theirs in the row, mine behind a button. */
  private sayConflict(theirs: Standard, change: StandardChange): void {
    if (this.told.has(theirs)) return;
    this.told.add(theirs);
    this.replace(theirs);
    this.edits.settle(theirs.id, 'theirs');
    const mine = Object.values(change).filter(Boolean).join(' ');
    this.notices.done(this.transloco.translate('standards.conflict', { mine }), {
      label: this.transloco.translate('standards.useMine'),
      run: () => this.change(theirs, change),
    });
  }

  /** Shows a row as it is stored now. */
  replace(row: Standard): void {
    this.cache.replace(row);
    this.replaced.set(row);
    this.revision.update((revision) => revision + 1);
  }

  private async saving<T>(
    work: () => Promise<T>,
    onProblem: (problem: Problem) => void = (problem) => this.notices.failed(problem),
  ): Promise<T | undefined> {
    this.saves += 1;
    this.ownState.set('saving');
    try {
      const result = await work();
      this.ownState.set(this.saves === 1 ? 'saved' : 'saving');
      return result;
    } catch (error) {
      const problem = problemOf(error);
      this.ownState.set(
        problem.isConflict ? 'conflict' : problem.isOffline ? 'offline' : 'refused',
      );
      onProblem(problem);
      return undefined;
    } finally {
      this.saves -= 1;
    }
  }
}

/** A change of a row by the fields that were refused; null where there is nothing on that side. */
function partedBy(
  change: StandardChange,
  fields: readonly string[],
): { readonly refused: StandardChange | null; readonly others: StandardChange | null } {
  const side = (isRefused: boolean): StandardChange | null => {
    const entries = Object.entries(change).filter(([name]) => fields.includes(name) === isRefused);
    return entries.length === 0 ? null : Object.fromEntries(entries);
  };
  return { refused: side(true), others: side(false) };
}
