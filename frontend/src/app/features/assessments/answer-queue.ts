import { Injectable, computed, inject, signal } from '@angular/core';
import { type Draft, DraftSaver } from '../../core/drafts/draft-saver';
import { LocalDrafts } from '../../core/drafts/local-drafts';
import type { SaveStateName } from '../../core/drafts/save-state';
import { type Problem, problemOf } from '../../core/errors/problem';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { type Answer, type AnswerContent, contentOf, isComplete } from './assessment';
import { AssessmentsApi } from './assessments-api';

export interface AnswerConflict {
  readonly mine: AnswerContent;
  readonly theirs: Answer;
}

type Saver = DraftSaver<AnswerContent, Answer>;

/**
 * The unsent answers of the opened assessment as the scoring sheet shows them. Each opening has a saver of its own,
 * so that nothing typed in one assessment is ever sent to another. Provided by the scoring sheet's page.
 */
@Injectable()
export class AnswerQueue {
  private readonly api = inject(AssessmentsApi);
  private readonly local = inject(LocalDrafts);
  private saver: Saver | null = null;
  private readonly timer = new QuietTimer();

  private readonly shownDrafts = signal<ReadonlyMap<string, Draft<AnswerContent>>>(new Map());
  private readonly shownConflicts = signal<ReadonlyMap<string, AnswerConflict>>(new Map());
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
  async open(
    userId: string,
    assessmentId: string,
    onSaved: (answer: Answer) => void,
  ): Promise<void> {
    this.close();
    const prefix = `answers:${userId}:${assessmentId}:`;
    const record = this.api.recorderOf(assessmentId);
    const saver: Saver = new DraftSaver<AnswerContent, Answer>({
      send: (itemId, { content, version, idempotencyKey }) =>
        record(itemId, content, version, idempotencyKey),
      problemOf,
      readAll: async () =>
        (await this.local.readAll<Draft<AnswerContent>>(prefix)).map(({ value }) => value),
      write: (draft) => this.local.write(prefix + draft.itemId, draft),
      remove: (itemId) => this.local.remove(prefix + itemId),
      newKey: () => crypto.randomUUID(),
      isComplete,
      onSaved,
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

  /** @param version of the stored answer that the content was made on; an unsent draft keeps its own */
  put(itemId: string, content: AnswerContent, version: number): void {
    this.saver?.put(itemId, contentOf(content), version);
  }

  /** Settles a conflict: keep one's own newest content on top of theirs, or take theirs. */
  settle(itemId: string, keep: 'mine' | 'theirs'): void {
    this.saver?.settle(itemId, keep);
  }

  private readonly wake = (): void => void this.saver?.run();

  private wakeIn(milliseconds: number | null): void {
    this.timer.stop();
    if (milliseconds !== null) this.timer.start(milliseconds, this.wake);
  }

  private show(saver: Saver): void {
    this.shownDrafts.set(new Map(saver.drafts));
    this.shownConflicts.set(
      new Map(
        [...saver.conflicts].flatMap(([itemId, theirs]) => {
          const mine = saver.drafts.get(itemId)?.content;
          return mine ? [[itemId, { mine, theirs }] as const] : [];
        }),
      ),
    );
    this.shownRefused.set(
      new Map([...saver.refused].map(([itemId, error]) => [itemId, problemOf(error)])),
    );
    this.isOffline.set(saver.isOffline);
    this.isSending.set(saver.isSending);
  }
}
