import { computed, inject, signal } from '@angular/core';
import { type Problem, problemOf } from '../errors/problem';
import { QuietTimer } from '../typing/quiet-timer';
import { type Draft, DraftSaver, type SentDraft } from './draft-saver';
import { LocalDrafts } from './local-drafts';
import type { SaveStateName } from './save-state';

export interface DraftConflict<C, S> {
  readonly mine: C;
  readonly theirs: S;
}

/** How the drafts of one opened thing are sent. */
export interface DraftTarget<C, S> {
  /** Of its local drafts: person and thing. */
  readonly prefix: string;
  readonly send: (id: string, sent: SentDraft<C>) => Promise<S>;
  readonly isComplete: (content: C, id: string) => boolean;
  readonly onSaved: (saved: S) => void;
}

/**
 * The unsent drafts of one opened thing as a page shows them. Each opening has a saver of its own, so that nothing typed
 * in one is ever sent to another. Provided by the page.
 */
export abstract class DraftQueue<C, S extends { readonly version: number }> {
  private readonly local = inject(LocalDrafts);
  private saver: DraftSaver<C, S> | null = null;
  private readonly timer = new QuietTimer();

  private readonly shownDrafts = signal<ReadonlyMap<string, Draft<C>>>(new Map());
  private readonly shownConflicts = signal<ReadonlyMap<string, DraftConflict<C, S>>>(new Map());
  private readonly shownRefused = signal<ReadonlyMap<string, Problem>>(new Map());

  readonly drafts = this.shownDrafts.asReadonly();
  readonly conflicts = this.shownConflicts.asReadonly();
  readonly refused = this.shownRefused.asReadonly();
  private readonly isOffline = signal(false);
  private readonly isSending = signal(false);
  readonly state = computed<SaveStateName>(() => {
    if (this.shownConflicts().size > 0) return 'conflict';
    if (this.shownRefused().size > 0) return 'refused';
    if (this.isOffline()) return 'offline';
    if (this.isSending()) return 'saving';
    return this.shownDrafts().size > 0 ? 'unsaved' : 'saved';
  });

  /** Takes up what an earlier visit left unsent. */
  protected async openTarget({ prefix, ...target }: DraftTarget<C, S>): Promise<void> {
    this.close();
    const saver: DraftSaver<C, S> = new DraftSaver<C, S>({
      ...target,
      problemOf,
      readAll: async () => (await this.local.readAll<Draft<C>>(prefix)).map(({ value }) => value),
      write: (draft) => this.local.write(prefix + draft.itemId, draft),
      remove: (id) => this.local.remove(prefix + id),
      newKey: () => crypto.randomUUID(),
      onChange: () => {
        if (this.saver === saver) this.show(saver);
      },
      wakeIn: (milliseconds) => this.wakeIn(milliseconds),
    });
    this.saver = saver;
    this.show(saver);
    globalThis.addEventListener('online', this.wake);
    await saver.open();
  }

  close(): void {
    globalThis.removeEventListener('online', this.wake);
    this.saver?.close();
    this.saver = null;
  }

  /** @param version of the stored thing that the content was made on; an unsent draft keeps its own */
  put(id: string, content: C, version: number): void {
    this.saver?.put(id, content, version);
  }

  /** Settles a conflict: keep one's own newest content on top of theirs, or take theirs. */
  settle(id: string, keep: 'mine' | 'theirs'): void {
    this.saver?.settle(id, keep);
  }

  /** What was typed of one thing is given up: what is stored counts. */
  forget(id: string): void {
    this.saver?.forget(id);
  }

  private readonly wake = (): void => void this.saver?.run();

  private wakeIn(milliseconds: number | null): void {
    this.timer.stop();
    if (milliseconds !== null) this.timer.start(milliseconds, this.wake);
  }

  private show(saver: DraftSaver<C, S>): void {
    this.shownDrafts.set(new Map(saver.drafts));
    this.shownConflicts.set(
      new Map(
        [...saver.conflicts].flatMap(([id, theirs]) => {
          const mine = saver.drafts.get(id)?.content;
          return mine ? [[id, { mine, theirs }] as const] : [];
        }),
      ),
    );
    this.shownRefused.set(new Map([...saver.refused].map(([id, error]) => [id, problemOf(error)])));
    this.isOffline.set(saver.isOffline);
    this.isSending.set(saver.isSending);
  }
}
