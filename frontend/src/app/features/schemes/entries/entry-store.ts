import { Injectable, computed, inject, signal } from '@angular/core';
import type { SchemeEntryVerb } from '@liangxing/contracts';
import {
  type EntryContent,
  type SecondReading,
  emptyEntry,
  entryProblems,
} from '@liangxing/scheme';
import { Api } from '../../../core/api/api';
import { DraftQueue } from '../../../core/drafts/draft-queue';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { Busy } from '../../../core/once/busy';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';
import type { Entry } from './entry';

const seen = ({ id, version }: Entry) => ({ id, ifMatch: version });

/** What was typed of an entry and is not yet stored. */
@Injectable()
export class EntryQueue extends DraftQueue<EntryContent, Entry> {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);

  /** Sends to the enterprise that is open now, whichever is opened later. */
  async open(
    userId: string,
    id: string,
    stored: () => Entry | undefined,
    onSaved: (entry: Entry) => void,
  ): Promise<void> {
    const organizationId = this.organization.id();
    await this.openTarget({
      prefix: `scheme-entries:${userId}:${id}:`,
      send: (_, { content, version }) =>
        this.api.put('/scheme-entries/{id}/content', {
          ...{ organizationId, id, ifMatch: version },
          body: content,
        }),
      stored,
      contentOf: ({ content }) => content ?? emptyEntry(),
      onSaved,
    });
  }
}

/** One table on its way in: what is stored, overlaid with what is typed and not yet stored. */
@Injectable()
export class EntryStore {
  private readonly api = inject(Api);
  private readonly session = inject(SessionService);
  readonly queue = inject(EntryQueue);
  readonly working = new Busy();

  readonly entry = signal<Entry | null>(null);
  readonly problem = signal<Problem | null>(null);
  private asked = 0;

  readonly content = computed(() => {
    const entry = this.entry();
    if (entry === null) return null;
    const typed = entry.state === 'draft' ? this.queue.drafts().get(entry.id)?.content : undefined;
    return typed ?? entry.content;
  });
  /** What the browser sees by itself; the server looks at the whole table when it is submitted. */
  readonly problems = computed(() => {
    const content = this.content();
    return content === null ? [] : entryProblems(content);
  });
  readonly isTyped = computed(() => {
    const entry = this.entry();
    return entry !== null && entry.isEditor && entry.state === 'draft';
  });

  async load(id: string): Promise<void> {
    const asked = ++this.asked;
    this.close();
    this.entry.set(null);
    this.problem.set(null);
    try {
      const entry = await this.api.get('/scheme-entries/{id}', { id });
      if (asked === this.asked) this.accept(entry);
    } catch (error) {
      if (asked === this.asked) this.problem.set(problemOf(error));
    }
  }

  change(change: Partial<EntryContent>): void {
    const [entry, content] = [this.entry(), this.content()];
    if (entry === null || content === null || !this.isTyped()) return;
    this.queue.put(entry.id, { ...content, ...change });
  }

  move(move: SchemeEntryVerb): Promise<boolean> {
    return this.work(move, (entry) =>
      this.api.post('/scheme-entries/{id}/moves', { ...seen(entry), body: { move } }),
    );
  }

  join(): Promise<boolean> {
    return this.work('join', ({ id }) => this.api.post('/scheme-entries/{id}/editors', { id }));
  }

  check(reading: SecondReading): Promise<boolean> {
    // What was corrected and sent again at once is another reading, no second click.
    return this.work(JSON.stringify(reading), (entry) =>
      this.api.post('/scheme-entries/{id}/checks', { ...seen(entry), body: reading }),
    );
  }

  close(): void {
    this.queue.close();
    this.opened = '';
  }

  private opened = '';

  /** @returns whether it was done */
  private async work(what: string, ask: (entry: Entry) => Promise<Entry>): Promise<boolean> {
    const entry = this.entry();
    if (entry === null) return false;
    const isDone = await this.working.run(async () => {
      this.problem.set(null);
      try {
        this.accept(await ask(entry));
        return true;
      } catch (error) {
        const problem = problemOf(error);
        if (problem.isConflict && problem.current) this.accept(problem.current as unknown as Entry);
        this.problem.set(problem);
        return false;
      }
    }, what);
    return isDone === true;
  }

  private accept(entry: Entry): void {
    this.entry.set(entry);
    const isTyped = entry.isEditor && entry.state === 'draft';
    if (!isTyped) return;
    if (this.opened === entry.id) return;
    this.opened = entry.id;
    const userId = this.session.user()?.id ?? '';
    void this.queue.open(
      userId,
      entry.id,
      () => this.entry() ?? undefined,
      (saved) => this.accept(saved),
    );
  }
}
