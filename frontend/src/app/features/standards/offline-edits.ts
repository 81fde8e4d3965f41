import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../core/api/api';
import { type Draft, DraftSaver } from '../../core/drafts/draft-saver';
import { LocalDrafts } from '../../core/drafts/local-drafts';
import type { SaveStateName } from '../../core/drafts/save-state';
import { problemOf } from '../../core/errors/problem';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { isStored } from './own-change';
import type { Standard, StandardChange } from './standard';

type Saver = DraftSaver<StandardChange, Standard>;

interface Reports {
  readonly onSaved: (row: Standard) => void;
  readonly onConflict: (current: Standard, mine: StandardChange) => void;
  readonly onRefused: (error: unknown) => void;
}

/** Edits of the register that the server was not reached for: kept on this machine, sent when it is there again. */
@Injectable()
export class OfflineEdits {
  private readonly api = inject(Api);
  private readonly local = inject(LocalDrafts);
  private saver: Saver | null = null;
  private readonly timer = new QuietTimer();
  private readonly shown = signal<ReadonlyMap<string, StandardChange>>(new Map());
  private readonly isOffline = signal(false);

  /** Changes that wait, by the row's id, to be shown on top of it. */
  readonly waiting = this.shown.asReadonly();
  /** Null where nothing waits. */
  readonly state = computed<SaveStateName | null>(() => {
    if (this.shown().size === 0) return null;
    return this.isOffline() ? 'offline' : 'saving';
  });

  /** Takes up what an earlier visit left unsent. */
  async open(userId: string, organizationId: string, reports: Reports): Promise<void> {
    this.close();
    const prefix = `standard:${userId}:${organizationId}:`;
    const saver = this.saverOf(organizationId, prefix, reports);
    this.saver = saver;
    globalThis.addEventListener('online', this.wake);
    await saver.open();
  }

  close(): void {
    globalThis.removeEventListener('online', this.wake);
    this.saver?.close();
    this.saver = null;
    this.shown.set(new Map());
  }

  put(row: Standard, change: StandardChange): void {
    this.saver?.put(row.id, { ...this.shown().get(row.id), ...change }, row.version);
  }

  settle(id: string, choice: 'mine' | 'theirs'): void {
    this.saver?.settle(id, choice);
  }

  private saverOf(organizationId: string, prefix: string, reports: Reports): Saver {
    const send = (id: string, version: number, change: StandardChange) =>
      this.api.patch('/standards/{id}', { organizationId, id, ifMatch: version, body: change });
    const told = new Set<unknown>();
    const saver: Saver = new DraftSaver<StandardChange, Standard>({
      send: (id, { content, version }) => sendOnce(() => send(id, version, content), content),
      problemOf,
      readAll: async () =>
        (await this.local.readAll<Draft<StandardChange>>(prefix)).map(({ value }) => value),
      write: (draft) => this.local.write(prefix + draft.itemId, draft),
      remove: (id) => this.local.remove(prefix + id),
      newKey: () => crypto.randomUUID(),
      isComplete: () => true,
      onSaved: reports.onSaved,
      onChange: () => {
        if (this.saver !== saver) return;
        this.show(saver);
        this.report(saver, told, reports);
      },
      wakeIn: (milliseconds) => {
        this.timer.stop();
        if (milliseconds !== null) this.timer.start(milliseconds, this.wake);
      },
    });
    return saver;
  }

  private readonly wake = (): void => void this.saver?.run();

  private show(saver: Saver): void {
    const waiting = [...saver.drafts].filter(
      ([id]) => !saver.conflicts.has(id) && !saver.refused.has(id),
    );
    this.shown.set(new Map(waiting.map(([id, { content }]) => [id, content])));
    this.isOffline.set(saver.isOffline);
  }

  /** Each conflict and each refusal once. */
  private report(saver: Saver, told: Set<unknown>, { onConflict, onRefused }: Reports): void {
    for (const [id, current] of saver.conflicts) {
      const mine = saver.drafts.get(id)?.content;
      if (mine && !told.has(current)) onConflict(current, mine);
      told.add(current);
    }
    for (const error of saver.refused.values()) {
      if (!told.has(error)) onRefused(error);
      told.add(error);
    }
  }
}

/** A change whose answer was lost on the way meets itself: that is no conflict. */
async function sendOnce(send: () => Promise<Standard>, change: StandardChange): Promise<Standard> {
  try {
    return await send();
  } catch (error) {
    const problem = problemOf(error);
    const current = problem.current as Standard | undefined;
    if (problem.isConflict && current && isStored(current, change)) return current;
    throw error;
  }
}
