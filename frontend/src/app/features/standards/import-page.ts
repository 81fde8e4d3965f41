import { CdkVirtualScrollViewport, ScrollingModule } from '@angular/cdk/scrolling';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mostPieces } from '../../core/assessment/typed-numbers';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { CurrentOrganization } from '../../core/session/current-organization';
import { readWholeWithin } from '../../core/typing/whole-within';
import { FileReading } from '../../core/work/file-reading';
import { ReadingStatus } from '../../core/work/reading-status';
import { OverviewService } from '../../core/overview/overview.service';
import { FitViewport } from '../../core/print/fit-viewport';
import { ImportStore } from './import-store';
import { PastImports } from './past-imports';
import { isUndoConflict, UndoConflict } from './undo-conflict';
import {
  resultFigures,
  type DuplicatePolicy,
  type ImportColumn,
  type ImportRow,
  type RowFilter,
  type StandardImport,
} from './standard-import';

/** Tracks of the preview's grid for the fields that need room. */
const widths: Readonly<Record<string, string>> = {
  number: 'minmax(150px, 1fr)',
  title: 'minmax(180px, 2fr)',
};

/** Texts of the notes that speak of the file as a whole. */
const FILE_NOTES: Readonly<Record<string, string>> = {
  read_as_text: 'tables.notes.read_as_text',
  strikes_unread: 'tables.notes.strikes_unread',
  columns_left_out: 'tables.notes.columns_left_out',
  merges_ignored: 'tables.notes.merges_ignored',
  formulas_without_result: 'tables.notes.formulas_without_result',
  rows_hidden: 'standards.imports.rowsHidden',
  rows_struck: 'standards.imports.rowsStruck',
  columns_to_choose: 'standards.imports.columnsToChoose',
  looks_like_laws: 'standards.imports.looksLikeLaws',
  looks_like_scoring: 'standards.imports.looksLikeScoring',
  looks_like_key_values: 'standards.imports.looksLikeKeyValues',
  claims_unchecked: 'standards.imports.claimsUnchecked',
  several_numbers: 'standards.imports.severalNumbers',
  numbers_proposed: 'standards.imports.numbersProposed',
  classified_by_catalogue: 'standards.imports.classifiedByCatalogue',
};

/** Where a table that is no register is taken, below the enterprise's own address. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  looks_like_laws: ['records', 'laws'],
  looks_like_scoring: ['schemes'],
};

/** Import of a spreadsheet: file → columns and preview → result. Nothing is written before 确认导入. */
@Component({
  selector: 'lx-import-page',
  imports: [
    ScrollingModule,
    FitViewport,
    RouterLink,
    TranslocoDirective,
    ProblemNotice,
    ReadingStatus,
    PastImports,
    UndoConflict,
  ],
  providers: [ImportStore, FileReading],
  templateUrl: './import-page.html',
  styleUrl: './import-page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportPage {
  protected readonly figures = resultFigures;
  protected readonly store = inject(ImportStore);
  protected readonly organization = inject(CurrentOrganization);
  private readonly router = inject(Router);
  private readonly language = inject(LanguageService);
  private readonly overview = inject(OverviewService);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);

  readonly importId = input<string>();

  protected readonly isOver = signal(false);
  protected readonly filters: readonly Exclude<RowFilter, 'left_out'>[] = [
    'all',
    'problems',
    'duplicates',
  ];
  protected readonly policies: readonly DuplicatePolicy[] = ['skip', 'update', 'insert'];
  protected readonly registerLink = computed(() => ['/o', this.organization.id(), 'standards']);
  protected readonly canWrite = computed(() => this.organization.can('standards:write'));
  protected readonly willWrite = computed(() => {
    const summary = this.store.current()?.summary;
    return summary ? summary.toInsert + summary.toUpdate : 0;
  });
  /** Rows that neither change the register nor are wrong: repeated within the file, or there already. */
  protected readonly skipped = computed(() => {
    const summary = this.store.current()?.summary;
    if (!summary) return 0;
    return summary.rows - summary.toInsert - summary.toUpdate - summary.unchanged - summary.errors;
  });
  /** Where the imported standards go next: the overview knows whether a system waits for them. */
  protected readonly next = computed(() => {
    const overview = this.overview.current();
    if (overview === null || this.store.current()?.state !== 'committed') return null;
    if (overview.system === null) return { code: 'create_system', panel: null, count: 0 };
    const count = overview.system.unplaced;
    return count > 0 ? { code: 'place_standards', panel: { panel: 'unplaced' }, count } : null;
  });
  /** What was not read as it stands: a text under the name of a workbook, far columns, overlapping merged ranges. */
  protected readonly fileNotes = computed(() =>
    (this.store.current()?.notes ?? []).filter(({ kind }) => kind in FILE_NOTES),
  );
  protected readonly noteTexts = FILE_NOTES;
  /** Other sheets with the same columns, as long as they are not read too. */
  protected readonly offered = computed(() => {
    const current = this.store.current();
    return current && current.sheets.length < current.alike.length ? current.alike : [];
  });
  protected readonly conflict = computed(() => {
    const problem = this.store.problem();
    return isUndoConflict(problem) ? problem : null;
  });
  /** Fields that the preview shows: those that some column carries, in the order of the file. */
  protected readonly shownFields = computed(
    () =>
      this.store
        .current()
        ?.columns.map(({ field }) => field)
        .filter((field) => field !== null) ?? [],
  );
  protected readonly grid = computed(() => {
    const tracks = this.shownFields().map((field) => widths[field] ?? 'minmax(84px, 1fr)');
    return `44px 44px minmax(240px, 2.4fr) ${tracks.join(' ')}`;
  });

  constructor() {
    effect(() => {
      const id = this.importId();
      if (id && id !== this.store.current()?.id) void this.store.open(id);
    });
  }

  /** The door for a table of this kind; null where there is none. */
  protected door(kind: string): readonly string[] | null {
    const path = DOORS[kind];
    return path ? ['/o', this.organization.id(), ...path] : null;
  }

  protected saidOf({ problems }: ImportRow): readonly string[] {
    return problems.map(({ message }) => message);
  }

  protected hasNote(kind: string): boolean {
    return this.fileNotes().some((note) => note.kind === kind);
  }

  protected choose(files: FileList | null): void {
    const file = files?.item(0);
    if (file) void this.upload(file);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.choose(event.dataTransfer?.files ?? null);
  }

  protected over(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.isOver.set(isOver);
  }

  /** What is no row leaves the field as it was. */
  protected setHeaderRow(field: HTMLInputElement, before: number): void {
    const headerRow = readWholeWithin(field.value, { least: 0, most: mostPieces });
    if (headerRow === null) field.value = String(before);
    else void this.store.map({ headerRow });
  }

  protected remap(current: StandardImport, index: number, name: string): void {
    // The choices of the select are the server's own field names.
    const field = (name || null) as ImportColumn['field'];
    const columns = current.columns.map((column) => ({
      index: column.index,
      // A field stands in one column only: the older place gives way.
      field: column.index === index ? field : column.field === field ? null : column.field,
    }));
    void this.store.map({ columns });
  }

  protected fieldName(current: StandardImport, name: string): string {
    const field = current.fields.find((candidate) => candidate.field === name);
    return (this.language.current() === 'en' ? field?.en : field?.zh) ?? name;
  }

  protected missingFields(current: StandardImport): string[] {
    return current.fields
      .filter(
        ({ field, required }) => required && !this.shownFields().some((shown) => shown === field),
      )
      .map(({ field }) => this.fieldName(current, field));
  }

  protected onScroll(): void {
    const range = this.viewport()?.getRenderedRange();
    if (range) void this.store.show(range.start, Math.max(range.start, range.end - 1));
  }

  private async upload(file: File): Promise<void> {
    if (!(await this.store.upload(file))) return;
    const id = this.store.current()?.id ?? '';
    await this.router.navigate([...this.registerLink(), 'import', id], { replaceUrl: true });
  }
}
