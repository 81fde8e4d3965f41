import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { isOfClosedThing } from '@liangxing/contracts';
import { type Problem, problemOf } from '../errors/problem';
import { QuietTimer } from '../typing/quiet-timer';
import { type Draft, DraftSaver, type DraftSaverPorts, type Versioned } from './draft-saver';
import { type EarlierDrafts, readDrafts, reshaped } from './earlier-drafts';
import { LocalDrafts } from './local-drafts';
import { LookAgain } from './look-again';
import type { SaveStateName } from './save-state';

interface DraftConflict<C, S> {
  readonly mine: C;
  readonly theirs: S;
}

/** What was typed of a thing that takes no more. */
export interface SetAside<C> {
  readonly content: C;
  readonly problem: Problem;
}

/** How the drafts of one opened thing are sent. */
interface DraftTarget<C extends object, S extends Versioned> extends Pick<
  DraftSaverPorts<C, S>,
  'send' | 'stored' | 'contentOf' | 'merge' | 'onSaved'
> {
  /** Of its local drafts: person and thing. */
  readonly prefix: string;
  /** Left out: whatever is typed may go. */
  readonly isComplete?: (content: C, id: string) => boolean;
  /**
   * The server takes no more of it: somebody closed it since it was opened. The page looks at it anew, until it succeeds.
   */
  readonly onClosed?: () => Promise<void>;
  /** Left out: no build kept it otherwise. */
  readonly earlier?: EarlierDrafts<C>;
  /** What builds kept under today's keys in another shape. Left out: none did. */
  readonly inTodaysShape?: (content: C) => C;
}

/** Savers whose page was left, until they have sent what waits and the next visit knows of it. */
@Injectable({ providedIn: 'root' })
class LeftSavers {
  readonly byPrefix = new Map<string, unknown>();
}

/**
 * The unsent drafts of one opened thing as a page shows them. Each opening has a saver of its own, so that nothing typed
 * in one is ever sent to another. Provided by the page.
 */
export abstract class DraftQueue<C extends object, S extends Versioned> {
  private readonly local = inject(LocalDrafts);
  private readonly left = inject(LeftSavers);
  private prefix = '';
  private saver: DraftSaver<C, S> | null = null;
  private isGone = false;
  private onClosed: (() => Promise<void>) | undefined;
  private readonly looking = new LookAgain();
  private readonly timer = new QuietTimer();

  private readonly shownDrafts = signal<ReadonlyMap<string, Draft<C>>>(new Map());
  private readonly shownConflicts = signal<ReadonlyMap<string, DraftConflict<C, S>>>(new Map());
  private readonly shownAside = signal<ReadonlyMap<string, SetAside<C>>>(new Map());
  private readonly shownRefused = signal<ReadonlyMap<string, Problem>>(new Map());

  readonly drafts = this.shownDrafts.asReadonly();
  readonly conflicts = this.shownConflicts.asReadonly();
  readonly refused = this.shownRefused.asReadonly();
  /** Stands beside what is stored, in no field, until it is given up or the thing is opened again. */
  readonly aside = this.shownAside.asReadonly();
  private readonly isOffline = signal(false);
  private readonly isSending = signal(false);
  private readonly isRead = signal(false);
  readonly state = computed<SaveStateName>(() => {
    if (this.shownConflicts().size > 0) return 'conflict';
    if (this.shownRefused().size > 0) return 'refused';
    if (this.shownAside().size > 0) return 'closed';
    if (!this.isRead() && this.shownDrafts().size === 0) return 'reading';
    if (this.isOffline()) return 'offline';
    if (this.isSending()) return 'saving';
    return this.shownDrafts().size > 0 ? 'unsaved' : 'saved';
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
      this.close();
    });
  }

  /** Takes up what an earlier visit left unsent. */
  protected async openTarget({
    prefix,
    earlier: before,
    inTodaysShape,
    onClosed,
    ...target
  }: DraftTarget<C, S>): Promise<void> {
    this.close();
    if (this.isGone) return;
    const earlier = this.left.byPrefix.get(prefix) as DraftSaver<C, S> | undefined;
    this.left.byPrefix.delete(prefix);
    const ports: DraftSaverPorts<C, S> = {
      isComplete: () => true,
      ...target,
      problemOf,
      readAll: async () => {
        const kept = await readDrafts(this.local, prefix, before);
        return inTodaysShape ? kept.map((draft) => reshaped(draft, inTodaysShape)) : kept;
      },
      write: (draft) => this.local.write(prefix + draft.itemId, draft),
      remove: (id) => this.local.remove(prefix + id),
      newKey: () => crypto.randomUUID(),
      now: () => performance.now(),
      onChange: () => {
        if (this.saver === saver) this.show(saver);
      },
      wakeIn: (milliseconds) => {
        this.timer.stop();
        if (milliseconds !== null) this.timer.start(milliseconds, this.wake);
      },
    };
    const saver = earlier ?? new DraftSaver<C, S>(ports);
    this.saver = saver;
    this.onClosed = onClosed;
    this.prefix = prefix;
    this.show(saver);
    globalThis.addEventListener('online', this.wakeAll);
    await (earlier ? earlier.reopen(ports) : saver.open());
  }

  /** What waits goes at once; what the server does not take is kept on this machine for the next visit. */
  close(): void {
    const [saver, prefix, { byPrefix }] = [this.saver, this.prefix, this.left];
    if (!saver) return;
    globalThis.removeEventListener('online', this.wakeAll);
    this.looking.stop();
    this.saver = null;
    // Nothing of it stands beside what is opened next.
    this.shownDrafts.set(new Map());
    this.shownConflicts.set(new Map());
    this.shownRefused.set(new Map());
    this.shownAside.set(new Map());
    this.isOffline.set(false);
    this.isSending.set(false);
    this.isRead.set(false);
    byPrefix.set(prefix, saver);
    void saver.close().then((isForgotten) => {
      if (isForgotten && byPrefix.get(prefix) === saver) byPrefix.delete(prefix);
    });
  }

  /** Whether something typed of it is not stored: it waits, was refused or came too late. */
  isUnsent(id: string): boolean {
    return this.shownDrafts().has(id) || this.isAside(id);
  }

  /** Whether what was typed of it stands beside its fields: they show what is stored, and take nothing. */
  isAside(id: string): boolean {
    return this.shownAside().has(id);
  }

  /** The newest text of a thing. Nothing replaces what stands aside: that is given up by hand alone. */
  put(id: string, content: C): void {
    if (!this.isAside(id)) this.saver?.put(id, content);
  }

  /** Settles a conflict: keep one's own newest content on top of theirs, or take theirs. */
  settle(id: string, keep: 'mine' | 'theirs'): void {
    this.saver?.settle(id, keep);
  }

  /** What was typed of one thing is given up: what is stored counts. */
  forget(id: string): void {
    this.saver?.forget(id);
  }

  /** What was refused or came too late, and what met somebody else's text, is given up: what is stored counts. */
  takeStored(): void {
    for (const id of [...this.shownConflicts().keys()]) this.settle(id, 'theirs');
    for (const id of [...this.shownRefused().keys(), ...this.shownAside().keys()]) this.forget(id);
  }

  /** What the server refused is tried as it is. */
  retry(): void {
    this.saver?.retry();
  }

  /** Sends what waits, now; the promise is kept when it has arrived or has to wait. */
  async flush(): Promise<void> {
    await this.saver?.run();
  }

  private readonly wake = (): void => void this.saver?.run();
  private readonly wakeAll = (): void => {
    this.looking.hurry();
    void this.saver?.runAll();
  };

  private show(saver: DraftSaver<C, S>): void {
    const refused = [...saver.refused].map(([id, error]) => [id, problemOf(error)] as const);
    this.showAside(saver, refused);
    this.shownDrafts.set(new Map([...saver.drafts].filter(([id]) => !this.isAside(id))));
    this.shownConflicts.set(
      new Map(
        [...saver.conflicts].flatMap(([id, theirs]) => {
          const mine = saver.drafts.get(id)?.content;
          return mine ? [[id, { mine, theirs }] as const] : [];
        }),
      ),
    );
    this.shownRefused.set(new Map(refused.filter(([id]) => !this.isAside(id))));
    this.isOffline.set(saver.isOffline);
    this.isSending.set(saver.isSending);
    this.isRead.set(saver.isRead);
  }

  private showAside(
    saver: DraftSaver<C, S>,
    refused: readonly (readonly [string, Problem])[],
  ): void {
    const before = this.shownAside();
    const aside = new Map<string, SetAside<C>>();
    for (const [id, problem] of refused) {
      const content = saver.drafts.get(id)?.content;
      if (content && isOfClosedThing(problem.code)) aside.set(id, { content, problem });
    }
    this.shownAside.set(aside);
    const isNew = [...aside.keys()].some((id) => !before.has(id));
    if (isNew && this.onClosed) void this.looking.begin(this.onClosed);
  }
}
