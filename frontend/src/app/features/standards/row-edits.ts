import { Injectable, computed, inject } from '@angular/core';
import { Api } from '../../core/api/api';
import { DraftQueue } from '../../core/drafts/draft-queue';
import { mergedFields } from '../../core/drafts/merge-fields';
import type { Standard, StandardChange } from './standard';

/** Edits of rows of the register: what the server has not taken is kept on this machine and shown on top of the row. */
@Injectable()
export class RowEdits extends DraftQueue<StandardChange, Standard> {
  private readonly api = inject(Api);
  private readonly known = new Map<string, Standard>();

  /** Changes that wait, by the row's id. */
  readonly waiting = computed<ReadonlyMap<string, StandardChange>>(() => {
    const [conflicts, refused] = [this.conflicts(), this.refused()];
    const waiting = [...this.drafts()].filter(([id]) => !conflicts.has(id) && !refused.has(id));
    return new Map(waiting.map(([id, { content }]) => [id, content]));
  });

  /** Takes up what an earlier visit left unsent. */
  open(userId: string, organizationId: string, onSaved: (row: Standard) => void): Promise<void> {
    return this.openTarget({
      prefix: `standard:${userId}:${organizationId}:`,
      send: (id, { content, version }) =>
        this.api.patch('/standards/{id}', { organizationId, id, ifMatch: version, body: content }),
      stored: (id) => this.known.get(id),
      contentOf: (row) => row,
      merge: mergedFields,
      onSaved: (row) => {
        this.know(row);
        onSaved(row);
      },
    });
  }

  /** Goes at once; changes of one row go one after the other, each on the version that the one before has made. */
  change(row: Standard, change: StandardChange): void {
    this.know(row);
    // A new edit on top of their row settles an earlier conflict.
    this.settle(row.id, 'theirs');
    this.put(row.id, { ...this.drafts().get(row.id)?.content, ...change });
    void this.flush();
  }

  /** As it was known last. */
  rowOf(id: string): Standard | undefined {
    return this.known.get(id);
  }

  private know(row: Standard): void {
    if (row.version >= (this.known.get(row.id)?.version ?? 0)) this.known.set(row.id, row);
  }
}
