import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { isPassing } from '../../../core/drafts/draft-saver';
import { LocalDrafts } from '../../../core/drafts/local-drafts';
import { SaveState, type SaveStateName } from '../../../core/drafts/save-state';
import type { Problem } from '../../../core/errors/problem';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { LanguageService } from '../../../core/i18n/language.service';
import { SessionService } from '../../../core/session/session.service';
import { QuietTimer } from '../../../core/typing/quiet-timer';
import { SystemStore } from '../system-store';
import { DocumentsStore } from './documents-store';
import { Downloads } from './downloads';
import {
  type KeptNotes,
  type Typed,
  changedByOthers,
  confirmedCount,
  shownText,
  withoutSaved,
} from './note-edits';
import type { NotePoint } from './system-documents';

const retryMilliseconds = 3_000;

/** 编制说明: ten points, drafted by the program, written and confirmed by people. */
@Component({
  selector: 'lx-notes-page',
  imports: [TranslocoDirective, ProblemNotice, SaveState, Downloads],
  templateUrl: './notes.page.html',
  styleUrl: './notes.page.less',
  host: { '(window:online)': 'saveAll()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotesPage {
  private readonly drafts = inject(LocalDrafts);
  private readonly session = inject(SessionService);
  protected readonly language = inject(LanguageService);
  protected readonly systems = inject(SystemStore);
  protected readonly store = inject(DocumentsStore);
  /** What was typed and is not saved yet, by point. */
  private readonly typed = signal<Typed>({});
  protected readonly problem = signal<Problem | null>(null);
  /** Points that somebody else has changed meanwhile: their text as it is stored. */
  protected readonly others = signal<Typed>({});
  protected readonly confirmed = computed(() =>
    confirmedCount(this.store.documents()?.notes ?? []),
  );
  protected readonly state = computed((): SaveStateName => {
    if (Object.keys(this.others()).length > 0) return 'conflict';
    const problem = this.problem();
    if (problem !== null) return isPassing(problem.status) ? 'offline' : 'refused';
    if (this.store.isSaving()) return 'saving';
    return Object.keys(this.typed()).length > 0 ? 'unsaved' : 'saved';
  });
  private readonly timer = new QuietTimer();
  /** The stored text that each typed one was made upon. */
  private bases: Typed = {};
  /** The system whose kept texts wait to be brought together with what is stored. */
  private readonly restored = signal<string | null>(null);
  private isGone = false;

  constructor() {
    effect(() => {
      const id = this.systems.id();
      untracked(() => void this.restore(id));
    });
    // What an earlier visit left unsent goes as soon as there is something to put it on.
    effect(() => {
      const [documents, id] = [this.store.documents(), this.restored()];
      if (documents !== null && id !== null && id === this.systems.id())
        untracked(() => this.takeUp(documents.notes));
    });
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
      void this.saveAll();
    });
  }

  protected text(point: NotePoint): string {
    return shownText(point, this.typed());
  }

  protected type(point: NotePoint, text: string): void {
    if (this.typed()[point.id] === undefined)
      this.bases = { ...this.bases, [point.id]: point.text };
    this.typed.update((typed) => ({ ...typed, [point.id]: text }));
    void this.keep();
    this.timer.start(1200, () => void this.saveAll());
  }

  protected async saveAll(): Promise<void> {
    this.timer.stop();
    for (const [id, text] of Object.entries(this.typed())) {
      const point = this.store.documents()?.notes.find((one) => one.id === id);
      if (point === undefined || text === undefined || this.others()[id] !== undefined) continue;
      if (!(await this.save(point, text, false))) return;
    }
  }

  protected async confirm(point: NotePoint): Promise<void> {
    this.timer.stop();
    await this.save(point, this.text(point), true);
  }

  protected async takeDraft(point: NotePoint): Promise<void> {
    this.typed.update((typed) => withoutSaved(typed, point.id, this.text(point)));
    await this.keep();
    await this.save(point, null, false);
  }

  protected async settle(point: NotePoint, whose: 'mine' | 'theirs'): Promise<void> {
    const mine = this.text(point);
    this.others.update((others) => withoutSaved(others, point.id, others[point.id] ?? ''));
    if (whose === 'mine') {
      await this.save(point, mine, false);
      return;
    }
    this.typed.update((typed) => withoutSaved(typed, point.id, mine));
    await this.keep();
  }

  private async save(
    point: NotePoint,
    text: string | null,
    isConfirmed: boolean,
  ): Promise<boolean> {
    const problem = await this.store.change({ notes: [{ id: point.id, text, isConfirmed }] });
    if (problem?.isConflict) {
      const stored = this.store.documents()?.notes.find(({ id }) => id === point.id);
      // Somebody changed another point or a column: the same text goes over the newer version.
      if (stored?.text === point.text) return this.save(stored, text, isConfirmed);
      this.others.update((others) => ({ ...others, [point.id]: stored?.text ?? '' }));
      return false;
    }
    this.problem.set(problem);
    if (problem !== null) {
      if (isPassing(problem.status) && !this.isGone)
        this.timer.start(retryMilliseconds, () => void this.saveAll());
      return false;
    }
    if (text !== null) {
      this.bases = { ...this.bases, [point.id]: text };
      this.typed.update((typed) => withoutSaved(typed, point.id, text));
      await this.keep();
    }
    return true;
  }

  private async restore(id: string | null): Promise<void> {
    this.typed.set({});
    this.others.set({});
    this.bases = {};
    this.restored.set(null);
    if (id === null) return;
    const kept = await this.drafts.read<KeptNotes>(this.key(id)).catch(() => undefined);
    if (this.systems.id() !== id || kept?.typed === undefined) return;
    this.typed.update((typed) => ({ ...kept.typed, ...typed }));
    this.bases = { ...kept.bases, ...this.bases };
    this.restored.set(id);
  }

  private takeUp(notes: readonly NotePoint[]): void {
    this.restored.set(null);
    this.others.set(changedByOthers(notes, { typed: this.typed(), bases: this.bases }));
    void this.saveAll();
  }

  private async keep(): Promise<void> {
    const id = this.systems.id();
    if (id === null) return;
    const typed = this.typed();
    const isEmpty = Object.keys(typed).length === 0;
    // Without local storage the text is still on the page and on its way to the server.
    await (
      isEmpty
        ? this.drafts.remove(this.key(id))
        : this.drafts.write<KeptNotes>(this.key(id), { typed, bases: this.bases })
    ).catch(() => undefined);
  }

  private key(systemId: string): string {
    return `notes:${this.session.user()?.id ?? ''}:${systemId}`;
  }
}
