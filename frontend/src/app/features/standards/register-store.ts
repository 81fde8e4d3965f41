import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import type { SaveStateName } from '../../core/drafts/save-state';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { OverviewService } from '../../core/overview/overview.service';
import { OfflineEdits } from './offline-edits';
import { isStored } from './own-change';
import { PageCache } from '../../core/tables/page-cache';
import {
  EVERY_STANDARD,
  type RegisterFacets,
  type Standard,
  type StandardChange,
  type StandardQuery,
} from './standard';

/** The register on the screen: the window of rows, the filters, changes of single rows. */
@Injectable()
export class RegisterStore {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly overview = inject(OverviewService);
  private readonly session = inject(SessionService);
  private readonly organization = inject(CurrentOrganization);
  private readonly offline = inject(OfflineEdits);
  private readonly cache = new PageCache<Standard>((offset, limit) =>
    this.api.get('/standards', { ...this.query(), offset, limit }),
  );
  /** Counts every change of the cache, so that the rows on the screen are read again. */
  private readonly revision = signal(0);
  private readonly count = signal<number | null>(null);
  private readonly known = signal<RegisterFacets>({ departments: [], unchecked: 0 });
  /** The rows that are looked at. */
  private range = { first: 0, last: 0 };
  private readonly underway = new Map<string, Promise<Standard | undefined>>();
  private saves = 0;

  readonly query = signal<StandardQuery>(EVERY_STANDARD);
  /** The row that was saved or read last; whoever shows it apart from the list follows it. */
  readonly replaced = signal<Standard | null>(null);
  readonly problem = signal<Problem | null>(null);
  private readonly ownState = signal<SaveStateName>('saved');
  readonly state = computed(() => this.offline.state() ?? this.ownState());
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
      if (userId && organizationId) untracked(() => this.takeUp(userId, organizationId));
      onCleanup(() => this.offline.close());
    });
  }

  row(index: number): Standard | undefined {
    this.revision();
    const row = this.cache.row(index);
    const change = row && this.offline.waiting().get(row.id);
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
   * Changes of one row go one after the other, each on the version that the one before has made.
   * @param onRefused where a form says itself what is wrong with its fields
   */
  async change(
    row: Standard,
    change: StandardChange,
    onRefused?: (problem: Problem) => void,
  ): Promise<void> {
    const earlier = this.underway.get(row.id);
    const work = (async () => this.changeNow((await earlier) ?? row, change, onRefused))();
    this.underway.set(row.id, work);
    await work;
    if (this.underway.get(row.id) === work) this.underway.delete(row.id);
  }

  /** @returns the row as it is stored now, where it was taken */
  private async changeNow(
    row: Standard,
    change: StandardChange,
    onRefused?: (problem: Problem) => void,
  ): Promise<Standard | undefined> {
    if (this.offline.waiting().has(row.id)) {
      this.offline.put(row, change);
      return undefined;
    }
    // A new edit on top of their row settles an earlier conflict.
    this.offline.settle(row.id, 'theirs');
    const changed = await this.saving(
      () => this.api.patch('/standards/{id}', { id: row.id, ifMatch: row.version, body: change }),
      (problem) => {
        if (problem.isOffline) this.changeLater(row, change);
        else if (problem.code === 'standard_exists') this.questionSecond(row, change, problem);
        else if (onRefused && problem.fields.length > 0) onRefused(problem);
        else this.settle(problem, change);
      },
    );
    if (changed) this.replace(changed);
    return changed;
  }

  /** Another row has that number already: the person may mean it. */
  private questionSecond(row: Standard, change: StandardChange, problem: Problem): void {
    this.notices.told(`${problem.title} · ${problem.detail}`, {
      label: this.transloco.translate('standards.changeNevertheless'),
      run: () => void this.change(row, { ...change, addsNevertheless: true }),
    });
  }

  /** The server is not reached: the row shows what was typed, and it is sent again until it is taken. */
  private changeLater(row: Standard, change: StandardChange): void {
    this.offline.put(row, change);
    this.ownState.set('saved');
  }

  private takeUp(userId: string, organizationId: string): void {
    void this.offline.open(userId, organizationId, {
      onSaved: (row) => this.replace(row),
      onConflict: (current, mine) =>
        this.sayConflict(current, mine, () => this.offline.settle(current.id, 'mine')),
      onRefused: (error) => this.settle(problemOf(error), {}),
    });
  }

  /** Both values of a conflict stay in reach: theirs in the row, mine behind a button. */
  private settle(problem: Problem, change: StandardChange): void {
    const current = problem.current as Standard | undefined;
    if (!problem.isConflict || !current) {
      this.notices.failed(
        problem.fields[0]
          ? new Error(problem.fields.map(({ message }) => message).join(' '))
          : problem,
      );
      return;
    }
    if (isStored(current, change)) {
      this.replace(current);
      this.ownState.set('saved');
      return;
    }
    this.sayConflict(current, change, () => void this.change(current, change));
  }

  private sayConflict(current: Standard, change: StandardChange, useMine: () => void): void {
    this.replace(current);
    const mine = Object.values(change).filter(Boolean).join(' ');
    this.notices.done(this.transloco.translate('standards.conflict', { mine }), {
      label: this.transloco.translate('standards.useMine'),
      run: useMine,
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
