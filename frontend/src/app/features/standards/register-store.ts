import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import type { SaveStateName } from '../../core/drafts/save-state';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { OverviewService } from '../overview/overview.service';
import { OfflineEdits } from './offline-edits';
import { isStored } from './own-change';
import { PageCache } from './page-cache';
import { EVERY_STANDARD, type Standard, type StandardChange, type StandardQuery } from './standard';
import { StandardsService } from './standards.service';
import { keepRemovals, takeRemovals } from './unfinished-removals';

const undoMilliseconds = 8_000;

/** The register on the screen: the window of rows, the filters, the choice, changes and their undo. */
@Injectable()
export class RegisterStore {
  private readonly service = inject(StandardsService);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly overview = inject(OverviewService);
  private readonly session = inject(SessionService);
  private readonly organization = inject(CurrentOrganization);
  private readonly offline = inject(OfflineEdits);
  private readonly cache = new PageCache<Standard>((offset, limit) =>
    this.service.list(this.query(), offset, limit),
  );
  /** Counts every change of the cache, so that the rows on the screen are read again. */
  private readonly revision = signal(0);
  private readonly count = signal<number | null>(null);
  private readonly removed = signal<ReadonlySet<string>>(new Set());
  private readonly pending = new Map<string, () => void>();
  private saves = 0;

  readonly query = signal<StandardQuery>(EVERY_STANDARD);
  readonly problem = signal<Problem | null>(null);
  private readonly ownState = signal<SaveStateName>('saved');
  readonly state = computed(() => this.offline.state() ?? this.ownState());
  readonly selected = signal<ReadonlySet<string>>(new Set());
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
    globalThis.addEventListener('pagehide', this.keepUnfinished);
    inject(DestroyRef).onDestroy(() => {
      globalThis.removeEventListener('pagehide', this.keepUnfinished);
      for (const removeNow of this.pending.values()) removeNow();
    });
  }

  row(index: number): Standard | undefined {
    this.revision();
    const row = this.cache.row(index);
    const change = row && this.offline.waiting().get(row.id);
    return change ? { ...row, ...change } : row;
  }

  isRemoved(id: string): boolean {
    return this.removed().has(id);
  }

  async ask(change: Partial<StandardQuery>): Promise<void> {
    this.query.update((query) => ({ ...query, ...change }));
    await this.reload();
  }

  async reload(): Promise<void> {
    this.cache.clear();
    this.selected.set(new Set());
    await this.show(0, 0);
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

  async add(standard: StandardChange): Promise<boolean> {
    const added = await this.saving(() => this.service.add(standard));
    if (!added) return false;
    await this.reload();
    void this.overview.refresh().catch(() => undefined);
    return true;
  }

  async change(row: Standard, change: StandardChange): Promise<void> {
    if (this.offline.waiting().has(row.id)) return this.offline.put(row, change);
    // A new edit on top of their row settles an earlier conflict.
    this.offline.settle(row.id, 'theirs');
    const changed = await this.saving(
      () => this.service.change(row.id, row.version, change),
      (problem) => {
        if (problem.isOffline) this.changeLater(row, change);
        else this.settle(problem, change);
      },
    );
    if (changed) this.replace(changed);
  }

  /** The server is not reached: the row shows what was typed, and it is sent again until it is taken. */
  private changeLater(row: Standard, change: StandardChange): void {
    this.offline.put(row, change);
    this.ownState.set('saved');
  }

  private readonly keepUnfinished = (): void => {
    const ids = [...this.pending.keys()].flatMap((key) => key.split(','));
    keepRemovals(localStorage, this.organization.id(), this.session.user()?.id ?? '', ids);
  };

  private takeUp(userId: string, organizationId: string): void {
    const unfinished = takeRemovals(localStorage, organizationId, userId);
    if (unfinished.length > 0) {
      this.removed.update((removed) => new Set([...removed, ...unfinished]));
      void this.removeAtServer(unfinished);
    }
    void this.offline.open(userId, organizationId, {
      onSaved: (row) => this.replace(row),
      onConflict: (current, mine) =>
        this.sayConflict(current, mine, () => this.offline.settle(current.id, 'mine')),
      onRefused: (error) => this.settle(problemOf(error), {}),
    });
  }

  toggle(id: string): void {
    this.selected.update((selected) => {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  /** Takes rows off the screen at once; they leave the server when the time for 撤销 is over. */
  remove(ids: readonly string[]): void {
    const key = ids.join();
    const timer = setTimeout(() => removeNow(), undoMilliseconds);
    const removeNow = () => {
      clearTimeout(timer);
      this.pending.delete(key);
      void this.removeAtServer(ids);
    };
    this.pending.set(key, removeNow);
    this.removed.update((removed) => new Set([...removed, ...ids]));
    this.selected.set(new Set());
    this.notices.done(this.transloco.translate('standards.removed', { count: ids.length }), {
      label: this.transloco.translate('actions.undo'),
      run: () => {
        clearTimeout(timer);
        if (!this.pending.delete(key)) return;
        this.bringBack(ids);
      },
    });
  }

  private async removeAtServer(ids: readonly string[]): Promise<void> {
    try {
      await this.service.remove(ids);
      await this.reload();
      void this.overview.refresh().catch(() => undefined);
    } catch (error) {
      this.notices.failed(error);
    }
    this.bringBack(ids);
  }

  private bringBack(ids: readonly string[]): void {
    this.removed.update((removed) => new Set([...removed].filter((id) => !ids.includes(id))));
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

  private replace(row: Standard): void {
    this.cache.replace(row);
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
