import { Injectable, inject } from '@angular/core';
import { LocalDrafts } from '../../core/drafts/local-drafts';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import type { ActionChanges } from './corrective-action';
import { type KeptChange, joinKept, withoutSettled } from './kept-change';

/** Changes of corrective actions that the server has not taken yet, on this machine: a reload loses none. */
@Injectable({ providedIn: 'root' })
export class KeptChanges {
  private readonly local = inject(LocalDrafts);
  private readonly session = inject(SessionService);
  private readonly organization = inject(CurrentOrganization);
  private readonly kept = new Map<string, KeptChange>();
  /** One write after another: the last one counts. */
  private queue: Promise<void> = Promise.resolve();

  keep(change: KeptChange): void {
    const key = this.prefix() + change.base.id;
    this.store(key, joinKept(this.kept.get(key), change));
  }

  settle(id: string, changes: ActionChanges): void {
    const key = this.prefix() + id;
    const kept = this.kept.get(key);
    if (kept) this.store(key, withoutSettled(kept, changes));
  }

  /** What an earlier visit of this person left unsent. */
  async readAll(): Promise<readonly KeptChange[]> {
    const prefix = this.prefix();
    await this.queue;
    const found = await this.local.readAll<KeptChange>(prefix).catch(() => []);
    for (const { key, value } of found) this.kept.set(key, value);
    return found.map(({ value }) => value);
  }

  private store(key: string, kept: KeptChange | null): void {
    if (kept) this.kept.set(key, kept);
    else this.kept.delete(key);
    // Where the machine keeps nothing, the changes live until the page is left.
    this.queue = this.queue
      .then(() => (kept ? this.local.write(key, kept) : this.local.remove(key)))
      .catch(() => undefined);
  }

  private prefix(): string {
    return `action:${this.session.user()?.id ?? ''}:${this.organization.id()}:`;
  }
}
