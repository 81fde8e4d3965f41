import { Injectable, inject } from '@angular/core';
import { LocalDrafts } from '../../../core/drafts/local-drafts';
import { SessionService } from '../../../core/session/session.service';
import type { Draft, DraftContent } from './draft';

/** What was typed of one own standard, and the version that it was typed upon. */
export interface KeptDraft {
  readonly version: number;
  readonly typed: Partial<DraftContent>;
}

/** Facts of own standards that the server has not taken yet, on this machine: a reload loses none. */
@Injectable({ providedIn: 'root' })
export class KeptDrafts {
  private readonly local = inject(LocalDrafts);
  private readonly session = inject(SessionService);
  /** One write after another: the last one counts. */
  private queue: Promise<void> = Promise.resolve();

  /** Where the machine keeps nothing, what was typed lives until the page is left. */
  keep({ id, version }: Draft, typed: Partial<DraftContent>): void {
    const key = this.keyOf(id);
    const isEmpty = Object.keys(typed).length === 0;
    this.queue = this.queue
      .then(() =>
        isEmpty ? this.local.remove(key) : this.local.write<KeptDraft>(key, { version, typed }),
      )
      .catch(() => undefined);
  }

  async read({ id }: Draft): Promise<KeptDraft | null> {
    await this.queue;
    const kept = await this.local.read<KeptDraft>(this.keyOf(id)).catch(() => undefined);
    return kept ?? null;
  }

  private keyOf(draftId: string): string {
    return `own-standard:${this.session.user()?.id ?? ''}:${draftId}`;
  }
}
