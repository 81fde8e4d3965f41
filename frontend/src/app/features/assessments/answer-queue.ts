import { Injectable, computed, inject, signal } from '@angular/core';
import { LocalDrafts } from '../../core/drafts/local-drafts';
import type { SaveStateName } from '../../core/drafts/save-state';
import { type Problem, problemOf } from '../../core/errors/problem';
import { type Answer, type AnswerContent, contentOf, isComplete } from './assessment';
import { AssessmentsApi } from './assessments-api';

/** An answer typed here and not yet acknowledged by the server. */
export interface AnswerDraft {
  readonly itemId: string;
  readonly content: AnswerContent;
  /** Version of the stored answer that it was made on. */
  readonly version: number;
  readonly idempotencyKey: string;
}

export interface AnswerConflict {
  readonly mine: AnswerContent;
  readonly theirs: Answer;
}

const retryMilliseconds = 3_000;

/**
 * Sends answers one after another and keeps what is not yet acknowledged in IndexedDB, per person and assessment:
 * a lost connection or a closed tab loses nothing. Provided by the scoring sheet's page.
 */
@Injectable()
export class AnswerQueue {
  private readonly api = inject(AssessmentsApi);
  private readonly local = inject(LocalDrafts);
  private prefix = '';
  private assessmentId = '';
  private onSaved: (answer: Answer) => void = () => undefined;
  private isSending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly draftsByItem = signal<ReadonlyMap<string, AnswerDraft>>(new Map());
  private readonly conflictsByItem = signal<ReadonlyMap<string, AnswerConflict>>(new Map());
  private readonly refusedByItem = signal<ReadonlyMap<string, Problem>>(new Map());
  private readonly isOffline = signal(false);
  private readonly sending = signal(false);

  readonly drafts = this.draftsByItem.asReadonly();
  readonly conflicts = this.conflictsByItem.asReadonly();
  readonly refused = this.refusedByItem.asReadonly();
  readonly state = computed<SaveStateName>(() => {
    if (this.conflictsByItem().size > 0) return 'conflict';
    if (this.refusedByItem().size > 0) return 'refused';
    if (this.isOffline()) return 'offline';
    if (this.sending()) return 'saving';
    return this.draftsByItem().size > 0 ? 'unsaved' : 'saved';
  });

  /** Takes up what an earlier visit left unsent. */
  async open(
    userId: string,
    assessmentId: string,
    onSaved: (answer: Answer) => void,
  ): Promise<void> {
    this.prefix = `answers:${userId}:${assessmentId}:`;
    this.assessmentId = assessmentId;
    this.onSaved = onSaved;
    const left = await this.local.readAll<AnswerDraft>(this.prefix);
    this.draftsByItem.set(new Map(left.map(({ value }) => [value.itemId, value])));
    globalThis.addEventListener('online', this.wake);
    void this.send();
  }

  close(): void {
    globalThis.removeEventListener('online', this.wake);
    clearTimeout(this.timer);
  }

  /** @param version of the stored answer that the content was made on; an unsent draft keeps its own */
  async put(itemId: string, content: AnswerContent, version: number): Promise<void> {
    const before = this.draftsByItem().get(itemId);
    const draft: AnswerDraft = {
      itemId,
      content,
      version: before?.version ?? version,
      idempotencyKey: crypto.randomUUID(),
    };
    this.setDraft(draft);
    this.forget(this.refusedByItem, itemId);
    // Sending does not wait for the local copy: a browser whose storage is full or blocked still saves.
    this.schedule(400);
    await this.local.write(this.prefix + itemId, draft).catch(() => undefined);
  }

  /** Settles a conflict: keep one's own content on top of theirs, or take theirs. */
  async settle(itemId: string, keep: 'mine' | 'theirs'): Promise<void> {
    const conflict = this.conflictsByItem().get(itemId);
    if (!conflict) return;
    this.forget(this.conflictsByItem, itemId);
    this.onSaved(conflict.theirs);
    await this.drop(itemId);
    if (keep === 'mine') await this.put(itemId, conflict.mine, conflict.theirs.version);
  }

  private readonly wake = (): void => void this.send();

  private schedule(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.wake, milliseconds);
  }

  private next(): AnswerDraft | undefined {
    return [...this.draftsByItem().values()].find(
      ({ itemId, content }) =>
        isComplete(content) &&
        !this.conflictsByItem().has(itemId) &&
        !this.refusedByItem().has(itemId),
    );
  }

  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    this.sending.set(true);
    try {
      for (let draft = this.next(); draft; draft = this.next()) {
        if (!(await this.sendOne(draft))) break;
      }
    } finally {
      this.isSending = false;
      this.sending.set(false);
    }
  }

  /** @returns false where the server is not reached and the rest has to wait */
  private async sendOne(draft: AnswerDraft): Promise<boolean> {
    try {
      const { itemId, content, version, idempotencyKey } = draft;
      const saved = await this.api.record(
        this.assessmentId,
        itemId,
        content,
        version,
        idempotencyKey,
      );
      this.isOffline.set(false);
      this.onSaved(saved);
      const later = this.draftsByItem().get(itemId);
      if (later && later.idempotencyKey !== idempotencyKey) {
        const rebased = { ...later, version: saved.version };
        this.setDraft(rebased);
        await this.local.write(this.prefix + itemId, rebased);
      } else {
        await this.drop(itemId);
      }
      return true;
    } catch (error) {
      return this.failed(draft, problemOf(error));
    }
  }

  private failed(draft: AnswerDraft, problem: Problem): boolean {
    if (problem.isConflict) {
      const conflict = { mine: draft.content, theirs: problem.current as Answer };
      this.conflictsByItem.update((map) => new Map(map).set(draft.itemId, conflict));
      return true;
    }
    if (
      problem.status >= 400 &&
      problem.status < 500 &&
      problem.status !== 401 &&
      problem.status !== 429
    ) {
      this.refusedByItem.update((map) => new Map(map).set(draft.itemId, problem));
      return true;
    }
    this.isOffline.set(true);
    this.schedule(retryMilliseconds);
    return false;
  }

  private setDraft(draft: AnswerDraft): void {
    this.draftsByItem.update((map) =>
      new Map(map).set(draft.itemId, { ...draft, content: contentOf(draft.content) }),
    );
  }

  private async drop(itemId: string): Promise<void> {
    this.forget(this.draftsByItem, itemId);
    await this.local.remove(this.prefix + itemId);
  }

  private forget<T>(
    list: { update(change: (map: ReadonlyMap<string, T>) => ReadonlyMap<string, T>): void },
    itemId: string,
  ): void {
    list.update((map) => new Map([...map].filter(([id]) => id !== itemId)));
  }
}
