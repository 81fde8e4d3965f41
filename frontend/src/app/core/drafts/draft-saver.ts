import type { Problem } from '../errors/problem';
import { isSameValue } from './merge-fields';

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
  readonly sent?: SentDraft<C>;
}

export interface DraftSaverPorts<C, S extends { readonly version: number }> {
  send(itemId: string, sent: SentDraft<C>): Promise<S>;
  problemOf(error: unknown): Pick<Problem, 'status' | 'isConflict' | 'current'>;
  readAll(): Promise<readonly Draft<C>[]>;
  write(draft: Draft<C>): Promise<void>;
  remove(itemId: string): Promise<void>;
  newKey(): string;
  isComplete(content: C, itemId: string): boolean;
  onSaved(saved: S): void;
  /** Something of what the person sees here is another than before. */
  onChange(): void;
  /** Asks for `run()` later; a later request replaces the earlier one, null takes it back. */
  wakeIn(milliseconds: number | null): void;
}

export const restMilliseconds = 400;
export const retryMilliseconds = 3_000;

/** Failures that pass by themselves: no line, signed out, too many requests, trouble of the server. */
export function isPassing(status: number): boolean {
  return status < 400 || status >= 500 || [401, 408, 429].includes(status);
}

/**
 * Saves the drafts of one opened thing, one request after another. It belongs to one person and one thing for all its
 * life: whoever switches closes it and makes another; what is unsent then waits in the local store.
 */
export class DraftSaver<C, S extends { readonly version: number }> {
  readonly drafts = new Map<string, Draft<C>>();
  readonly conflicts = new Map<string, S>();
  readonly refused = new Map<string, unknown>();
  isOffline = false;
  isSending = false;
  private isClosed = false;

  constructor(private readonly ports: DraftSaverPorts<C, S>) {}

  /** Takes up what an earlier visit left unsent; what was typed meanwhile is newer. */
  async open(): Promise<void> {
    const left = await this.ports.readAll().catch(() => []);
    if (this.isClosed) return;
    for (const draft of left) {
      if (!this.drafts.has(draft.itemId)) this.drafts.set(draft.itemId, draft);
    }
    this.ports.onChange();
    await this.run();
  }

  close(): void {
    this.isClosed = true;
    this.ports.wakeIn(null);
  }

  /** @param version of the stored thing that the content was made on; an unsent draft keeps its own */
  put(itemId: string, content: C, version: number): void {
    if (this.isClosed) return;
    const before = this.drafts.get(itemId);
    this.refused.delete(itemId);
    void this.keep({ itemId, version, ...before, content });
    this.ports.wakeIn(restMilliseconds);
  }

  /** Settles a conflict: the newest own text on top of theirs, or theirs. */
  settle(itemId: string, choice: 'mine' | 'theirs'): void {
    const [theirs, draft] = [this.conflicts.get(itemId), this.drafts.get(itemId)];
    if (this.isClosed || !theirs || !draft) return;
    this.conflicts.delete(itemId);
    this.ports.onSaved(theirs);
    if (choice === 'theirs') this.drop(itemId);
    else void this.keep({ itemId, content: draft.content, version: theirs.version });
    this.ports.wakeIn(0);
  }

  /** What was typed of one thing is given up; what is on its way may still arrive. */
  forget(itemId: string): void {
    this.conflicts.delete(itemId);
    this.refused.delete(itemId);
    this.drop(itemId);
  }

  /** Sends until nothing is left that can go now. */
  async run(): Promise<void> {
    if (this.isSending || this.isClosed) return;
    this.isSending = true;
    this.ports.onChange();
    for (let draft = this.next(); draft; draft = this.next()) {
      if (!(await this.sendOne(draft))) break;
    }
    this.isSending = false;
    this.ports.onChange();
  }

  private next(): Draft<C> | undefined {
    if (this.isClosed) return undefined;
    return [...this.drafts.values()].find(
      ({ itemId, content, sent }) =>
        (sent !== undefined || this.ports.isComplete(content, itemId)) &&
        !this.conflicts.has(itemId) &&
        !this.refused.has(itemId),
    );
  }

  /** @returns false where the rest has to wait */
  private async sendOne({ itemId, content, version, sent: earlier }: Draft<C>): Promise<boolean> {
    const sent = earlier ?? { content, version, idempotencyKey: this.ports.newKey() };
    // Written down before it goes: a tab closed in between sends the same request again.
    if (!earlier) await this.keep({ itemId, content, version, sent });
    if (this.isClosed) return false;
    try {
      const saved = await this.ports.send(itemId, sent);
      if (this.isClosed) return false;
      this.isOffline = false;
      this.ports.onSaved(saved);
      this.acknowledge(itemId, sent, saved.version);
      return true;
    } catch (error) {
      return !this.isClosed && this.failed(itemId, sent, error);
    }
  }

  private acknowledge(itemId: string, sent: SentDraft<C>, version: number): void {
    const draft = this.drafts.get(itemId);
    if (!draft || isSameValue(draft.content, sent.content)) this.drop(itemId);
    else void this.keep({ itemId, content: draft.content, version });
  }

  private failed(itemId: string, sent: SentDraft<C>, error: unknown): boolean {
    const problem = this.ports.problemOf(error);
    if (isPassing(problem.status)) {
      this.isOffline = true;
      this.ports.wakeIn(retryMilliseconds);
      return false;
    }
    this.isOffline = false;
    // Given up meanwhile: nobody waits for it any more.
    if (!this.drafts.has(itemId)) return true;
    const content = this.drafts.get(itemId)?.content ?? sent.content;
    if (problem.isConflict && problem.current) {
      this.conflicts.set(itemId, problem.current as unknown as S);
    } else if (isSameValue(content, sent.content)) {
      this.refused.set(itemId, error);
    }
    // Known not to be stored: what was typed since goes on its own.
    void this.keep({ itemId, content, version: sent.version });
    return true;
  }

  /** A browser whose storage is full or blocked still saves. */
  private keep(draft: Draft<C>): Promise<void> {
    this.drafts.set(draft.itemId, draft);
    this.ports.onChange();
    return this.ports.write(draft).catch(() => undefined);
  }

  private drop(itemId: string): void {
    this.drafts.delete(itemId);
    this.ports.onChange();
    void this.ports.remove(itemId).catch(() => undefined);
  }
}
