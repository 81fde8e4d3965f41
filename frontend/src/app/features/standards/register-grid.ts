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
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { printedNumber } from '@liangxing/standard-number';
import { FitViewport } from './fit-viewport';
import { type CellPlace, GRID_COLUMNS, type GridColumn, moveInGrid } from './grid-columns';
import { RegisterStore } from './register-store';
import {
  type ClaimedStatus,
  STANDARD_STATUSES,
  type Standard,
  type StandardChange,
} from './standard';

/** Height of a row in pixels; the virtual list counts on it. */
export const ROW_HEIGHT = 30;

/** The register as a grid: arrows move, Enter or typing edits, Delete removes the chosen rows. */
@Component({
  selector: 'lx-register-grid',
  imports: [ScrollingModule, FitViewport, TranslocoDirective],
  templateUrl: './register-grid.html',
  styleUrl: './register-grid.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterGrid {
  protected readonly store = inject(RegisterStore);
  private readonly injector = inject(Injector);
  private readonly changes = inject(ChangeDetectorRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);

  readonly readOnly = input(false);

  protected readonly columns = GRID_COLUMNS;
  protected readonly statuses = STANDARD_STATUSES.filter((status) => status !== 'unknown');
  protected readonly rowHeight = ROW_HEIGHT;
  protected readonly active = signal<CellPlace>({ row: 0, column: 2 });
  protected readonly editing = signal<CellPlace | null>(null);

  protected onScroll(): void {
    const range = this.viewport()?.getRenderedRange();
    if (range) void this.store.show(range.start, Math.max(range.start, range.end - 1));
  }

  protected valueOf(row: Standard, column: GridColumn): string {
    switch (column.key) {
      case 'position':
        return String(row.position);
      case 'problems':
        return row.problems.map(({ message }) => message).join('；');
      default:
        return row[column.key] ?? '';
    }
  }

  /** A number as it is printed; the editor shows it as it was typed. */
  protected shownOf(row: Standard, column: GridColumn): string | number {
    return column.key === 'number' ? printedNumber(row.number) : this.valueOf(row, column);
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
    if (this.readOnly() || !this.columns[column]?.edit || !this.store.row(row)) return;
    this.editing.set({ row, column });
    this.focus('.editor');
  }

  protected onKey(event: KeyboardEvent): void {
    if (this.editing() || event.target instanceof HTMLInputElement) return;
    const place = this.active();
    const row = this.store.row(place.row);
    if (event.key === 'Enter' || event.key === 'F2') this.edit(place.row, place.column);
    else if (isTyping(event)) {
      // The editor takes the focus before the character arrives, and its text is selected.
      this.edit(place.row, place.column);
      return;
    } else if (event.key === ' ' && row) this.store.toggle(row.id);
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
      this.commit(row, column, text);
      this.goTo({ ...place, row: Math.min(place.row + 1, (this.store.total() ?? 1) - 1) });
    } else if (event.key === 'Tab') {
      this.commit(row, column, text);
      const next = this.nextEditable(place.column, event.shiftKey ? -1 : 1);
      if (next === undefined) return;
      this.edit(place.row, next);
    } else return;
    event.preventDefault();
  }

  protected commit(row: Standard, column: GridColumn, text: string): void {
    if (!this.editing()) return;
    this.editing.set(null);
    const before = column.key === 'status' ? (row.statusClaimed ?? '') : this.valueOf(row, column);
    if (text.trim() === before) return;
    void this.store.change(row, changeOf(column, text.trim()));
  }

  private stop(): void {
    this.editing.set(null);
    this.focus('.cell[tabindex="0"]');
  }

  private removeChosen(row: Standard | undefined): void {
    const chosen = [...this.store.selected()];
    const ids = chosen.length > 0 ? chosen : row ? [row.id] : [];
    if (ids.length > 0) this.store.remove(ids);
  }

  private nextEditable(column: number, step: 1 | -1): number | undefined {
    for (let at = column + step; at >= 0 && at < this.columns.length; at += step) {
      if (this.columns[at]?.edit) return at;
    }
    return undefined;
  }

  private move(key: string, from: CellPlace): boolean {
    const screenful = Math.floor((this.viewport()?.getViewportSize() ?? 300) / ROW_HEIGHT) - 1;
    const rows = this.store.total() ?? 0;
    const to = moveInGrid(key, from, { rows, columns: this.columns.length, screenful });
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

/** A status is only believed with the day on which it was looked up. */
function changeOf(column: GridColumn, text: string): StandardChange {
  if (column.key === 'status') {
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
    const statusClaimed = text === '' ? null : (text as ClaimedStatus);
    return { statusClaimed, statusCheckedOn: statusClaimed ? today : null };
  }
  return { [column.key]: column.edit === 'date' && text === '' ? null : text };
}
