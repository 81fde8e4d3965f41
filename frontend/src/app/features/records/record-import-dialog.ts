import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type RecordKindId, recordKind, sideOf } from '@liangxing/contracts';
import { FileChoice } from '../../core/files/file-choice';
import { Api } from '../../core/api/api';
import { ModalTitle } from '../../core/dialog/modal-title';
import { Busy } from '../../core/once/busy';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { OtherDoor } from '../../core/tables/other-door';
import { TableNotes } from '../../core/tables/table-notes';
import { FileReading } from '../../core/work/file-reading';
import { ReadingStatus } from '../../core/work/reading-status';
import type { FileReadingChoices, RecordImport } from './record';

/** Rows that are marked in the table, and the choice to leave them out. */
const MARKS = [
  { note: 'rows_hidden', choice: 'leavesOutHidden', testId: 'record-rows-hidden' },
  { note: 'rows_struck', choice: 'leavesOutStruck', testId: 'record-rows-struck' },
] as const;

export interface AskedImport {
  readonly kind: RecordKindId;
  readonly changed: () => void;
}

/** A spreadsheet into a list: choose, see what each row does, take over, take back. */
@Component({
  selector: 'lx-record-import-dialog',
  imports: [
    FileChoice,
    ModalTitle,
    OtherDoor,
    ProblemNotice,
    ReadingStatus,
    TableNotes,
    TranslocoDirective,
  ],
  providers: [FileReading],
  templateUrl: './record-import-dialog.html',
  styleUrl: './record-import-dialog.less',
  host: { 'data-testid': 'record-import' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordImportDialog {
  private readonly api = inject(Api);
  private readonly reading = inject(FileReading);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageService);
  protected readonly dialog = inject(DialogRef);
  private readonly asked = inject<AskedImport>(DIALOG_DATA);
  private readonly kind = this.asked.kind;

  protected readonly preview = signal<RecordImport | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly committing = new Busy();
  protected readonly isBusy = signal(false);
  protected readonly choices = signal<FileReadingChoices>({});
  protected readonly marks = MARKS;
  private file: File | null = null;
  protected readonly onlyProblems = signal(false);
  protected readonly description = recordKind(this.kind);
  protected readonly side = computed(() => sideOf(this.language.current()));
  protected readonly shown = computed(() =>
    (this.preview()?.rows ?? []).filter(
      ({ problems }) => !this.onlyProblems() || problems.length > 0,
    ),
  );
  protected readonly ignored = computed(() =>
    (this.preview()?.columns ?? []).filter(({ field }) => field === null).map(({ head }) => head),
  );
  protected readonly writes = computed(() => {
    const summary = this.preview()?.summary;
    return summary ? summary.toInsert + summary.toUpdate : 0;
  });

  constructor() {
    this.dialog.closed.subscribe(() => this.reading.cancel());
  }

  protected async choose(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    field.value = '';
    if (!file) return;
    this.file = file;
    this.choices.set({});
    await this.read();
  }

  /** The same file once more, read in another way. */
  protected async readAs(change: FileReadingChoices): Promise<void> {
    this.choices.update((choices) => ({ ...choices, ...change }));
    await this.read();
  }

  /** All sheets with the same columns. */
  protected async readTogether(): Promise<void> {
    this.choices.update(({ sheet: _sheet, ...choices }) => choices);
    await this.read();
  }

  private async read(): Promise<void> {
    const { file } = this;
    if (file === null) return;
    await this.attempt(async () => {
      this.preview.set(
        await this.reading.run((headers) =>
          this.api.send('post', '/records/{kind}/imports', {
            ...{ kind: this.kind, form: { file }, headers },
            ...asQuery(this.choices()),
          }),
        ),
      );
    });
  }

  protected leaveOut(choice: (typeof MARKS)[number]['choice'], isLeftOut: boolean): Promise<void> {
    return this.readAs({ [choice]: isLeftOut });
  }

  protected hasNote(kind: string): boolean {
    return this.preview()?.notes.some((note) => note.kind === kind) ?? false;
  }

  protected async commit({ id }: RecordImport): Promise<void> {
    await this.committing.run(() => this.commitNow(id), id);
  }

  private async commitNow(id: string): Promise<void> {
    const { kind } = this;
    await this.attempt(async () => {
      const { written } = await this.api.post('/records/{kind}/imports/{id}/commit', { kind, id });
      this.dialog.close();
      this.asked.changed();
      this.notices.done(this.transloco.translate('records.imported', { count: written }), {
        label: this.transloco.translate('actions.undo'),
        run: () => void this.undo(kind, id),
      });
    });
  }

  private async undo(kind: RecordKindId, id: string, keepChanged = false): Promise<void> {
    try {
      const body = { keepChanged };
      await this.api.post('/records/{kind}/imports/{id}/undo', { kind, id, body });
      this.asked.changed();
      this.notices.done(this.transloco.translate('records.importUndone'));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code !== 'record_import_changed') return this.notices.failed(error);
      this.notices.done(problem.title, {
        label: this.transloco.translate('records.undoRest'),
        run: () => void this.undo(kind, id, true),
      });
    }
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}

function asQuery({ sheet, ...flags }: FileReadingChoices) {
  const chosen = Object.entries(flags).filter(([, isChosen]) => isChosen);
  return { sheet, ...Object.fromEntries(chosen.map(([name]) => [name, 'true' as const])) };
}
