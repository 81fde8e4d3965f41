import type { Problem } from '../errors/problem';
import { fieldsOf, isSameValue, saysAllOf } from './merge-fields';
import { Pauses, isOfOneThing, isPassing, restMilliseconds, waitAfter } from './pauses';

/** What is on its way: sent again identically until its outcome is known, so that the server can replay it. */
export interface SentDraft<C> {
  readonly content: C;
  readonly version: number;
  readonly idempotencyKey: string;
}

/** What was typed of one thing and is not yet acknowledged by the server. */
export interface Draft<C> {
  readonly itemId: string;
  /** The newest text. */
  readonly content: C;
  /** Version of the stored thing that it was made on. */
  readonly version: number;
  /** What was stored there. */
  readonly base?: C;
  readonly sent?: SentDraft<C>;
}

/** A thing that a page shows and its fields change. */
export interface Versioned {
  readonly version: number;
}

export interface DraftSaverPorts<C extends object, S extends Versioned> {
  send(itemId: string, sent: SentDraft<C>): Promise<S>;
  problemOf(error: unknown): Pick<Problem, 'status' | 'isConflict' | 'current'>;
  /** What the page knows to be stored; undefined: nothing yet. */
  stored(itemId: string): S | undefined;
  /** What a stored thing says of what is typed of it here. */
  contentOf(stored: S, itemId: string): C;
  /**
   * Brings one's own change and another person's together; null: a person has to choose. Left out: a person always does.
   * @param base what both started from
   */
  merge?(base: C, mine: C, theirs: C): C | null;
  readAll(): Promise<readonly Draft<C>[]>;
  write(draft: Draft<C>): Promise<void>;
  remove(itemId: string): Promise<void>;
  newKey(): string;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  isComplete(content: C, itemId: string): boolean;
  onSaved(saved: S): void;
  /** Something of what the person sees here is another than before. */
  onChange(): void;
  /** Asks for `run()` later; a later request replaces the earlier one, null takes it back. */
  wakeIn(milliseconds: number | null): void;
}

/**
 * Saves the drafts of one opened thing, one request after another. It belongs to one person and one thing for all its
 * life: whoever switches closes it and makes another. What cannot go at the close waits in the local store.
 */
export class DraftSaver<C extends object, S extends Versioned> {
  readonly drafts = new Map<string, Draft<C>>();
  readonly conflicts = new Map<string, S>();
  readonly refused = new Map<string, unknown>();
  isSending = false;
  /** Whether it is known what an earlier visit left. */
  isRead = false;
  private isClosed = false;
  private running = Promise.resolve();
  /** One after another, of the line and not of one thing. */
  private lineFailures = 0;
  private readonly pauses = new Pauses(() => this.ports.now());
  /** Saved when no page was there to be told. */
  private readonly untold = new Map<string, S>();

  constructor(private ports: DraftSaverPorts<C, S>) {}

  /** Whether something waits for a failure to pass. */
  get isOffline(): boolean {
    return this.drafts.size > 0 && (this.lineFailures > 0 || this.pauses.size > 0);
  }

  /** Takes up what an earlier visit left unsent; what was typed meanwhile is newer. */
  async open(): Promise<void> {
    const left = await this.ports.readAll().catch(() => []);
    if (this.isClosed) return;
    this.isRead = true;
    for (const draft of left) {
      if (!this.drafts.has(draft.itemId)) this.drafts.set(draft.itemId, draft);
    }
    this.ports.onChange();
    await this.runAll();
  }

  /**
   * What waits goes once more.
   * @returns whether the next visit can begin anew, for nothing happened that its page may not know of
   */
  async close(): Promise<boolean> {
    this.isClosed = true;
    this.ports.wakeIn(null);
    await this.runAll();
    return this.isClosed && this.untold.size === 0;
  }

  /** The same person opens the same thing again, before or after the last sending has ended. */
  async reopen(ports: DraftSaverPorts<C, S>): Promise<void> {
    this.ports = ports;
    this.isClosed = false;
    // What was refused then may be taken now: a closed thing is opened again.
    this.refused.clear();
    for (const [itemId, saved] of this.untold) this.tellSaved(itemId, saved);
    this.untold.clear();
    await this.open();
  }

  /** The newest text of a thing; it meets what others store meanwhile upon what the page knew when it was begun. */
  put(itemId: string, content: C): void {
    if (this.isClosed) return;
    const stored = this.ports.stored(itemId);
    const before = this.drafts.get(itemId);
    const base = stored && { ...this.ports.contentOf(stored, itemId), ...before?.base };
    this.refused.delete(itemId);
    void this.keep({
      ...{ itemId, version: stored?.version ?? 0, ...before, content },
      ...(base ? { base } : {}),
    });
    this.ports.wakeIn(restMilliseconds);
  }

  /** Settles a conflict: the newest own text on top of theirs, or theirs. */
  settle(itemId: string, choice: 'mine' | 'theirs'): void {
    const [theirs, draft] = [this.conflicts.get(itemId), this.drafts.get(itemId)];
    if (this.isClosed || !theirs || !draft) return;
    this.conflicts.delete(itemId);
    this.ports.onSaved(theirs);
    if (choice === 'theirs') this.drop(itemId);
    else void this.keep(this.upon(theirs, itemId, draft.content));
    this.ports.wakeIn(0);
  }

  /** What was typed of one thing is given up; what is on its way may still arrive. */
  forget(itemId: string): void {
    this.conflicts.delete(itemId);
    this.refused.delete(itemId);
    this.drop(itemId);
  }

  /** What the server refused is tried as it is. */
  retry(): void {
    this.refused.clear();
    this.ports.wakeIn(0);
  }

  /** Sends until nothing is left that can go now. */
  run(): Promise<void> {
    if (!this.isSending) this.running = this.sendAll();
    return this.running;
  }

  /** There is hope: what waits after a failure is tried now, with the rest. */
  runAll(): Promise<void> {
    this.pauses.cutShort();
    return this.run();
  }

  private async sendAll(): Promise<void> {
    this.isSending = true;
    this.ports.onChange();
    let isReached = true;
    try {
      for (let draft = this.next(); draft && isReached; draft = this.next())
        isReached = await this.sendOne(draft);
    } finally {
      this.isSending = false;
      this.ports.onChange();
      const waits = this.waiting().map(({ itemId }) => this.pauses.leftOf(itemId));
      const wait = isReached ? Math.min(...waits) : waitAfter(this.lineFailures - 1);
      if (!this.isClosed && waits.length > 0) this.ports.wakeIn(wait);
    }
  }

  private next(): Draft<C> | undefined {
    return this.waiting().find(({ itemId }) => this.pauses.leftOf(itemId) === 0);
  }

  /** What may go as it is, now or after its pause. */
  private waiting(): readonly Draft<C>[] {
    return [...this.drafts.values()].filter(
      ({ itemId, content, sent }) =>
        (sent !== undefined || this.ports.isComplete(content, itemId)) &&
        !this.conflicts.has(itemId) &&
        !this.refused.has(itemId),
    );
  }

  /** @returns false where the line failed: the rest has to wait */
  private async sendOne(draft: Draft<C>): Promise<boolean> {
    const { itemId, content, version } = draft;
    const sent = draft.sent ?? { content, version, idempotencyKey: this.ports.newKey() };
    // Written down before it goes: a tab closed in between sends the same request again.
    if (!draft.sent) await this.keep({ ...draft, sent });
    try {
      this.acknowledge(itemId, sent, await this.ports.send(itemId, sent));
    } catch (error) {
      this.failed(itemId, sent, error);
    }
    return this.lineFailures === 0;
  }

  private acknowledge(itemId: string, sent: SentDraft<C>, saved: S): void {
    this.lineFailures = 0;
    this.pauses.end(itemId);
    this.tellSaved(itemId, saved);
    const draft = this.drafts.get(itemId);
    if (!draft || isSameValue(draft.content, sent.content)) {
      this.drop(itemId);
      return;
    }
    const stored = this.ports.contentOf(saved, itemId);
    const base = { ...draft.base, ...sent.content, ...fieldsOf(stored, sent.content) };
    void this.keep({ itemId, content: draft.content, version: saved.version, base });
  }

  private failed(itemId: string, sent: SentDraft<C>, error: unknown): void {
    const problem = this.ports.problemOf(error);
    if (isPassing(problem.status) && !isOfOneThing(problem.status)) {
      this.lineFailures++;
      return;
    }
    this.lineFailures = 0;
    const draft = this.drafts.get(itemId);
    // Given up meanwhile: nobody waits for it any more.
    if (!draft) return;
    if (isPassing(problem.status)) {
      this.pauses.begin(itemId);
      return;
    }
    this.pauses.end(itemId);
    if (problem.isConflict && problem.current) {
      this.meet(draft, sent, problem.current as unknown as S);
      return;
    }
    if (isSameValue(draft.content, sent.content)) this.refused.set(itemId, error);
    // Known not to be stored: what was typed since goes on its own.
    void this.keep(withoutSent(draft));
  }

  /** Another version is stored than the one that the draft was made on. */
  private meet(draft: Draft<C>, sent: SentDraft<C>, theirs: S): void {
    const { itemId, base, content: mine } = draft;
    const stored = this.ports.contentOf(theirs, itemId);
    // An answer that was lost on the way meets itself: that is no conflict.
    const own = [mine, sent.content].find((content) => saysAllOf(stored, content));
    if (own) {
      this.acknowledge(itemId, { ...sent, content: own }, theirs);
      return;
    }
    const merged = base && this.ports.merge?.(base, mine, stored);
    if (merged) {
      this.tellSaved(itemId, theirs);
      void this.keep(this.upon(theirs, itemId, merged));
      return;
    }
    this.conflicts.set(itemId, theirs);
    void this.keep(withoutSent(draft));
  }

  private upon(theirs: S, itemId: string, content: C): Draft<C> {
    const base = this.ports.contentOf(theirs, itemId);
    return { itemId, content, version: theirs.version, base };
  }

  private tellSaved(itemId: string, saved: S): void {
    if (this.isClosed) this.untold.set(itemId, saved);
    else if (saved.version >= (this.ports.stored(itemId)?.version ?? 0)) this.ports.onSaved(saved);
  }

  /** A browser whose storage is full or blocked still saves. */
  private keep(draft: Draft<C>): Promise<void> {
    this.drafts.set(draft.itemId, draft);
    this.ports.onChange();
    return this.ports.write(draft).catch(() => undefined);
  }

  private drop(itemId: string): void {
    this.drafts.delete(itemId);
    this.pauses.end(itemId);
    this.ports.onChange();
    void this.ports.remove(itemId).catch(() => undefined);
  }
}

function withoutSent<C>({ sent: _, ...draft }: Draft<C>): Draft<C> {
  return draft;
}
