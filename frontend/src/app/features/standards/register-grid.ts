import { CdkVirtualScrollViewport, ScrollingModule } from '@angular/cdk/scrolling';
import {
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DateField } from '../../core/date-field/date-field';
import { dayFromText } from '../../core/date-field/days';
import { Notices } from '../../core/errors/notices';
import { FitViewport } from '../../core/print/fit-viewport';
import { CellText } from './cell-text';
import { type CellPlace, type GridColumn, moveInGrid } from './grid-columns';
import { tooLong } from './limits';
import { RegisterActs } from './register-acts';
import { RegisterColumns } from './register-columns';
import { RegisterStore } from './register-store';
import type { Standard } from './standard';

/** Height of a row in pixels; the virtual list counts on it. */
export const ROW_HEIGHT = 30;

/** The register as a grid: arrows move, Enter or typing edits or opens the row, Delete removes the chosen rows. */
@Component({
  selector: 'lx-register-grid',
  imports: [DateField, ScrollingModule, FitViewport, TranslocoDirective],
  templateUrl: './register-grid.html',
  styleUrl: './register-grid.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterGrid {
  protected readonly store = inject(RegisterStore);
  protected readonly acts = inject(RegisterActs);
  protected readonly columns = inject(RegisterColumns);
  protected readonly text = inject(CellText);
  private readonly notices = inject(Notices);
  private readonly injector = inject(Injector);
  private readonly changes = inject(ChangeDetectorRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);

  readonly readOnly = input(false);

  /** Id of a row that is to be shown whole. */
  readonly opened = output<string>();

  protected readonly rowHeight = ROW_HEIGHT;
  protected readonly active = signal<CellPlace>({ row: 0, column: 2 });
  protected readonly editing = signal<CellPlace | null>(null);
  /** What is wrong with the text in the editor. */
  protected readonly wrong = signal('');

  protected readonly fetchRows = (first: number, last: number): Promise<void> =>
    this.store.show(first, last);

  protected onScroll(): void {
    const range = this.viewport()?.getRenderedRange();
    if (range) void this.store.show(range.start, Math.max(range.start, range.end - 1));
  }

  protected isEditing(row: number, column: number): boolean {
    const place = this.editing();
    return place?.row === row && place.column === column;
  }

  protected isActive(row: number, column: number): boolean {
    const place = this.active();
    return place.row === row && place.column === column;
  }

  protected edit(row: number, column: number): void {
    this.active.set({ row, column });
    const asked = this.store.row(row);
    if (!asked) return;
    // What is not written in its cell is written where the row is shown whole.
    if (this.readOnly() || !this.columns.shown()[column]?.edit) return this.opened.emit(asked.id);
    this.wrong.set('');
    this.editing.set({ row, column });
    this.focus('.editor');
  }

  protected onKey(event: KeyboardEvent): void {
    if (this.editing() || isControl(event.target)) return;
    const place = this.active();
    const row = this.store.row(place.row);
    if (event.key === 'Enter' || event.key === 'F2') this.edit(place.row, place.column);
    else if (isTyping(event)) {
      // The editor takes the focus before the character arrives, and its text is selected.
      if (!this.columns.shown()[place.column]?.edit) return;
      this.edit(place.row, place.column);
      return;
    } else if (event.key === ' ' && row && !this.readOnly()) this.acts.toggle(row.id);
    else if (event.key === 'Delete' && !this.readOnly()) this.removeChosen(row);
    else if (!this.move(event.key, place)) return;
    event.preventDefault();
  }

  protected onEditorKey(
    event: KeyboardEvent,
    row: Standard,
    column: GridColumn,
    text: string,
  ): void {
    event.stopPropagation();
    const place = this.active();
    if (event.key === 'Escape') this.stop();
    else if (event.key === 'Enter') {
      if (!this.commit(row, column, text)) return event.preventDefault();
      this.goTo({ ...place, row: Math.min(place.row + 1, (this.store.total() ?? 1) - 1) });
    } else if (event.key === 'Tab') {
      if (!this.commit(row, column, text)) return event.preventDefault();
      const next = this.nextEditable(place.column, event.shiftKey ? -1 : 1);
      if (next === undefined) return;
      this.edit(place.row, next);
    } else return;
    event.preventDefault();
  }

  /** @returns false where the text is not taken and stays in the editor */
  protected commit(row: Standard, column: GridColumn, text: string): boolean {
    if (!this.editing()) return true;
    const taken = column.edit === 'date' && text.trim() ? dayFromText(text) : text.trim();
    if (taken === null) {
      this.wrong.set(this.text.translate('date.unreadable'));
      return false;
    }
    const problem = tooLong(column.key, text);
    if (problem !== null) {
      const said = this.text.tooLong(column.key, problem);
      if (this.wrong() !== said) {
        const label = this.text.translate('standards.openDetail');
        this.notices.told(said, { label, run: () => this.opened.emit(row.id) });
      }
      this.wrong.set(said);
      return false;
    }
    this.editing.set(null);
    if (taken !== this.text.editedOf(row, column))
      this.store.change(row, this.text.changeOf(column, taken));
    return true;
  }

  /** After the calendar: a day was chosen, and the focus is back in the editor, or the person went elsewhere. */
  protected takeDay(row: Standard, column: GridColumn, editor: HTMLInputElement): void {
    const isHere = document.activeElement === editor;
    if (this.commit(row, column, editor.value) && isHere) this.focus('.cell[tabindex="0"]');
  }

  private stop(): void {
    this.editing.set(null);
    this.focus('.cell[tabindex="0"]');
  }

  private removeChosen(row: Standard | undefined): void {
    if (this.acts.count() > 0) void this.acts.remove();
    else if (row) void this.acts.remove([row.id]);
  }

  private nextEditable(column: number, step: 1 | -1): number | undefined {
    const columns = this.columns.shown();
    for (let at = column + step; at >= 0 && at < columns.length; at += step) {
      if (columns[at]?.edit) return at;
    }
    return undefined;
  }

  private move(key: string, from: CellPlace): boolean {
    const screenful = Math.floor((this.viewport()?.getViewportSize() ?? 300) / ROW_HEIGHT) - 1;
    const rows = this.store.total() ?? 0;
    const to = moveInGrid(key, from, { rows, columns: this.columns.shown().length, screenful });
    if (to) this.goTo(to);
    return to !== undefined;
  }

  /** Scrolls only as far as the row needs to be seen. */
  private goTo(to: CellPlace): void {
    this.active.set(to);
    const viewport = this.viewport();
    if (viewport) {
      const top = viewport.measureScrollOffset();
      const height = viewport.getViewportSize();
      const at = to.row * ROW_HEIGHT;
      if (at < top) viewport.scrollToOffset(at);
      else if (at + ROW_HEIGHT > top + height) viewport.scrollToOffset(at + ROW_HEIGHT - height);
    }
    this.focus('.cell[tabindex="0"]');
  }

  /** At once, so that the next key already lands there; after the scroll where the row is not drawn yet. */
  private focus(selector: string): void {
    this.changes.detectChanges();
    if (this.focusNow(selector)) return;
    afterNextRender(() => this.focusNow(selector), { injector: this.injector });
  }

  private focusNow(selector: string): boolean {
    const target = this.host.nativeElement.querySelector<HTMLElement>(`.body ${selector}`);
    target?.focus({ preventScroll: true });
    // The list scrolls by rows, the frame around it by columns.
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (target instanceof HTMLInputElement && target.type === 'text') target.select();
    return target !== null;
  }
}

/** A character without a command key; space chooses the row. */
function isTyping(event: KeyboardEvent): boolean {
  return (
    event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
  );
}

/** A button or box in a row has keys of its own. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLButtonElement;
}
