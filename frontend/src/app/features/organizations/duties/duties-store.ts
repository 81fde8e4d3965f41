import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../../core/api/api';
import { DraftQueue } from '../../../core/drafts/draft-queue';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';
import {
  type DutyAllocation,
  type DutyCell,
  type DutyCorrections,
  shownRows,
  withCell,
} from './duties';

interface DutyContent {
  readonly cells: readonly DutyCell[];
}

/** The whole table is one thing that is saved. */
const TABLE = 'table';

/** The unsent marks. */
@Injectable()
export class DutyQueue extends DraftQueue<DutyContent, DutyCorrections> {
  private readonly api = inject(Api);

  async open(
    userId: string,
    organizationId: string,
    stored: () => DutyCorrections | undefined,
    onSaved: (saved: DutyCorrections) => void,
  ): Promise<void> {
    await this.openTarget({
      prefix: `duties:${userId}:/api/organizations/${organizationId}/duty-allocation:`,
      send: (_, { content, version }) =>
        this.api.put('/duty-allocation', { organizationId, ifMatch: version, body: content }),
      stored,
      contentOf: ({ cells }) => ({ cells }),
      onSaved,
    });
  }
}

/** 职能分配表 of the enterprise that is open: derived marks under those that a person set. */
@Injectable()
export class DutiesStore {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly session = inject(SessionService);
  readonly queue = inject(DutyQueue);

  readonly table = signal<DutyAllocation | null>(null);
  readonly problem = signal<Problem | null>(null);
  private asked = 0;

  private readonly cells = computed(
    () => this.queue.drafts().get(TABLE)?.content.cells ?? this.table()?.cells ?? [],
  );
  readonly rows = computed(() => {
    const table = this.table();
    return table ? shownRows(table, this.cells()) : [];
  });
  /** Corrections of departments and sub-systems that there are. */
  readonly corrected = computed(() =>
    this.rows().reduce(
      (sum, { cells }) => sum + cells.filter(({ isCorrected }) => isCorrected).length,
      0,
    ),
  );
  readonly conflict = computed(() => this.queue.conflicts().has(TABLE));
  readonly refused = computed(() => this.queue.refused().get(TABLE) ?? null);

  async load(): Promise<void> {
    const asked = ++this.asked;
    this.queue.close();
    this.table.set(null);
    this.problem.set(null);
    const organizationId = this.organization.id();
    try {
      const table = await this.api.get('/duty-allocation');
      if (asked !== this.asked) return;
      this.table.set(table);
      const userId = this.session.user()?.id ?? '';
      void this.queue.open(
        userId,
        organizationId,
        () => this.table() ?? undefined,
        ({ version, cells }) => this.table.update((shown) => shown && { ...shown, version, cells }),
      );
    } catch (error) {
      if (asked === this.asked) this.problem.set(problemOf(error));
    }
  }

  set(cell: DutyCell, derived: DutyCell['mark']): void {
    this.put(withCell(this.cells(), cell, derived));
  }

  /** 恢复为推算 */
  restore(): void {
    this.put([]);
  }

  settle(keep: 'mine' | 'theirs'): void {
    this.queue.settle(TABLE, keep);
  }

  close(): void {
    this.queue.close();
  }

  private put(cells: readonly DutyCell[]): void {
    if (this.table()) this.queue.put(TABLE, { cells });
  }
}
