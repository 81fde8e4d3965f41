import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { SaveState } from '../../../core/drafts/save-state';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { LanguageService } from '../../../core/i18n/language.service';
import { SystemView } from '../system-view';
import { DocumentsStore } from './documents-store';
import { Downloads } from './downloads';
import { confirmedCount, noteOf } from './note-edits';
import { NotesQueue } from './notes-queue';
import type { NotePoint } from './system-documents';

/** 编制说明: ten points, drafted by the program, written and confirmed by people. */
@Component({
  selector: 'lx-notes-page',
  imports: [TranslocoDirective, ProblemNotice, SaveState, Downloads],
  templateUrl: './notes.page.html',
  styleUrl: './notes.page.less',
  providers: [NotesQueue],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotesPage {
  protected readonly language = inject(LanguageService);
  protected readonly opened = inject(SystemView);
  protected readonly store = inject(DocumentsStore);
  protected readonly queue = inject(NotesQueue);
  protected readonly problem = computed(() => this.queue.refused().values().next().value ?? null);
  protected readonly confirmed = computed(() =>
    confirmedCount(this.store.documents()?.notes ?? []),
  );

  /** What stands in the field of a point: what was typed and is not saved yet, else what is stored. */
  protected text(point: NotePoint): string {
    return this.queue.drafts().get(point.id)?.content.text ?? point.text;
  }

  protected type({ id }: NotePoint, text: string): void {
    this.queue.put(id, { text, isConfirmed: false });
  }

  protected confirm(point: NotePoint): void {
    this.queue.send(point.id, { text: this.text(point), isConfirmed: true });
  }

  protected takeDraft({ id }: NotePoint): void {
    this.queue.send(id, { text: null, isConfirmed: false });
  }

  /** What somebody else has stored meanwhile; null: nothing that would be in the way. */
  protected other({ id }: NotePoint): string | null {
    const conflict = this.queue.conflicts().get(id);
    return conflict ? noteOf(conflict.theirs, id).text : null;
  }
}
