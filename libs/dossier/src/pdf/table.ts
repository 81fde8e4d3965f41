import { ink } from './page-canvas';
import { baselineIn, type PageFrame } from './page-frame';
import {
  layOutHeader,
  layOutRow,
  splitRow,
  type LaidCell,
  type LaidRow,
  type TableMeasures,
} from './table-layout';
import type { Table } from './table-model';
import type { TagNode } from './structure-tags';

export type * from './table-model';

/** A table with few rows is not parted where it takes less than this share of a page. */
const KEPT_ROWS = 16;
const KEPT_SHARE = 0.4;
/** Rows that the last page of a long table has at least. */
const LAST_TOGETHER = 4;
const CAPTION_HEIGHT = 24;

const outer = 0.9;
const inner = 0.4;

/** Draws one table; yields whenever a page is full. State of the table on its current page. */
class TableWriter {
  private readonly node: TagNode;
  private readonly measures: TableMeasures;
  private readonly header: LaidRow | null;
  private pageStart = 0;
  private previous: LaidRow | null = null;
  private isHeaderTagged = false;

  constructor(
    private readonly frame: PageFrame,
    private readonly table: Table,
  ) {
    this.node = frame.section.add('Table');
    const width = table.width ?? frame.width;
    this.measures = {
      frame,
      table,
      left: frame.left + (frame.width - width) / 2,
      width,
      size: table.size ?? 9,
      leading: table.leading ?? (table.size ?? 9) * 1.42,
      padding: table.padding ?? 3.2,
    };
    this.header = table.hasHeader === false ? null : layOutHeader(this.measures);
  }

  *draw(): Generator<void> {
    const { rows } = this.table;
    let next: LaidRow | null = null;
    for (let index = 0; index < rows.length; index += 1) {
      const source = rows[index];
      if (!source) continue;
      const row: LaidRow = next ?? layOutRow(this.measures, source);
      const following = rows[index + 1];
      next = following ? layOutRow(this.measures, following) : null;
      const needed = row.height + this.heightBehind(row, index, next);
      if (index === 0) this.openPage(needed);
      else if (needed > this.frame.room) yield* this.turnPage();
      yield* this.place(row);
    }
    this.closePage();
    this.node.close();
  }

  /**
   * What must stand on the page of a row: the first row of its section, the sums over it, and the last rows of the table,
   * for neither a sum nor a single row has a page of its own.
   */
  private heightBehind(row: LaidRow, index: number, next: LaidRow | null): number {
    if (!next) return 0;
    const { rows } = this.table;
    let height = 0;
    for (let at = index + 1; rows[at]?.kind === 'total'; at += 1) {
      const sum = rows[at];
      if (sum) height += at === index + 1 ? next.height : layOutRow(this.measures, sum).height;
    }
    if (row.kind === 'section') height = next.height;
    const first = rows.length - LAST_TOGETHER;
    if (index < first || first < LAST_TOGETHER) return height;
    return rows
      .slice(index + 1)
      .reduce((sum, later) => sum + layOutRow(this.measures, later).height, 0);
  }

  /** Height of the whole table where it is small enough to stay on one page, else of its beginning. */
  private heightKept(needed: number): number {
    const { header, table, frame } = this;
    const begin = (header?.height ?? 0) + Math.min(needed, 120);
    if (table.rows.length > KEPT_ROWS || frame.headingEnd === frame.y) return begin;
    const rows = table.rows.map((row) => layOutRow(this.measures, row).height);
    const whole = rows.reduce((sum, height) => sum + height, header?.height ?? 0);
    return whole < (frame.bottom - frame.top) * KEPT_SHARE ? whole : begin;
  }

  private openPage(needed: number): void {
    const { frame, table, node } = this;
    const caption = table.caption ? CAPTION_HEIGHT : 0;
    if (frame.room < this.heightKept(needed) + caption) frame.newPage();
    if (table.caption) {
      const name = table.caption;
      const tag = node.add('Caption');
      tag.draw(frame.canvas, frame.page, () => {
        const middle = frame.left + frame.width / 2;
        frame.label(name, middle, frame.y + 16, { size: 9.5, face: 'hei', align: 'center' });
      });
      tag.close();
      frame.y += CAPTION_HEIGHT;
    }
    this.startOnPage();
  }

  private startOnPage(): void {
    this.pageStart = this.frame.y;
    this.previous = null;
    if (this.header) this.drawHeader(this.header);
  }

  private *turnPage(): Generator<void> {
    this.closePage();
    this.frame.newPage();
    yield;
    this.startOnPage();
  }

  /** Draws a row where it fits; one that no page could hold is split by lines. */
  private *place(row: LaidRow): Generator<void> {
    let rest: LaidRow | null = row;
    while (rest && rest.height > this.frame.room + 0.01) {
      const [head, tail]: [LaidRow | null, LaidRow | null] = splitRow(
        this.measures,
        rest,
        this.frame.room,
        this.freshRoom,
      );
      if (head) this.drawRow(head);
      rest = tail;
      yield* this.turnPage();
    }
    if (rest) this.drawRow(rest);
  }

  private get freshRoom(): number {
    return this.frame.bottom - this.frame.top - (this.header?.height ?? 0);
  }

  private drawHeader(header: LaidRow): void {
    const { frame } = this;
    const draw = (node: TagNode | null): void => {
      for (const cell of header.cells) this.drawCell(cell, header, node);
    };
    frame.canvas.artifact(() => {
      frame.canvas.fill(this.measures.left, frame.y, this.measures.width, header.height, ink.tint);
    });
    if (this.isHeaderTagged) {
      frame.canvas.artifact(() => draw(null), 'Pagination');
    } else {
      const node = this.node.add('TR');
      draw(node);
      node.close();
      this.isHeaderTagged = true;
    }
    this.ruleRow(header);
    frame.y += header.height;
    this.previous = header;
  }

  private drawRow(row: LaidRow): void {
    const { frame } = this;
    const node = this.node.add('TR');
    this.tint(row);
    for (const cell of row.cells) this.drawCell(cell, row, node);
    node.close();
    this.ruleRow(row);
    frame.y += row.height;
    this.previous = row;
  }

  private tint(row: LaidRow): void {
    const { canvas, y } = this.frame;
    const cells = row.kind === 'section' ? row.cells : row.cells.filter((cell) => cell.isLabel);
    if (cells.length === 0) return;
    canvas.artifact(() => {
      for (const cell of cells) canvas.fill(cell.x, y, cell.width, row.height, ink.tint);
    });
  }

  private isContinued(cell: LaidCell): boolean {
    if (!cell.mergeKey || !this.previous) return false;
    return this.previous.cells.some(
      (above) => above.x === cell.x && above.mergeKey === cell.mergeKey,
    );
  }

  private drawCell(cell: LaidCell, row: LaidRow, parent: TagNode | null): void {
    const draw = (): void => {
      if (!this.isContinued(cell)) this.drawCellLines(cell, row);
    };
    if (!parent) {
      draw();
      return;
    }
    const node = parent.add(cell.tag, {
      columnSpan: cell.columnSpan,
      ...(cell.tag === 'TH' ? { scope: cell.isLabel ? 'Row' : 'Column' } : {}),
    });
    if (cell.lines.length > 0 && !this.isContinued(cell)) {
      node.draw(this.frame.canvas, this.frame.page, draw);
    }
    node.close();
  }

  private drawCellLines(cell: LaidCell, row: LaidRow): void {
    const { frame, measures } = this;
    const height = cell.lines.length * measures.leading;
    const isMiddle = (this.table.vertical === 'middle' || cell.isLabel) && !cell.mergeKey;
    const shift = isMiddle || row.isHeader ? (row.height - height) / 2 : measures.padding;
    let y = frame.y + shift + baselineIn(measures.leading, measures.size);
    for (const { set, colour } of cell.lines) {
      const width = (set.line.width * set.style.size) / 1000;
      const inside = cell.width - 2 * measures.padding;
      const offset =
        cell.align === 'right'
          ? inside - width
          : cell.align === 'center'
            ? (inside - width) / 2
            : 0;
      frame.canvas.line(set, cell.x + measures.padding + offset, y, 0, colour);
      y += measures.leading;
    }
  }

  /** Top rule of the row (not through merged cells) and the uprights between its cells. */
  private ruleRow(row: LaidRow): void {
    const { frame } = this;
    const { canvas, y } = frame;
    const isFirst = y === this.pageStart;
    canvas.artifact(() => {
      row.cells.forEach((cell, index) => {
        if (isFirst || !this.isContinued(cell)) {
          canvas.rule(cell.x, y, cell.x + cell.width, y, isFirst ? outer : inner);
        }
        if (index > 0) canvas.rule(cell.x, y, cell.x, y + row.height, inner);
      });
    });
  }

  /** Closes the box around the rows of this page. */
  private closePage(): void {
    const { frame, measures } = this;
    const right = measures.left + measures.width;
    frame.canvas.artifact(() => {
      frame.canvas.rule(measures.left, frame.y, right, frame.y, outer);
      frame.canvas.rule(measures.left, this.pageStart, measures.left, frame.y, outer);
      frame.canvas.rule(right, this.pageStart, right, frame.y, outer);
    });
  }
}

/**
 * A ruled table over as many pages as it needs: headings repeated on each page, rows never torn
 * unless a single one is taller than a page. Yields at each page break.
 */
export function* drawTable(frame: PageFrame, table: Table): Generator<void> {
  if (table.rows.length === 0) return;
  yield* new TableWriter(frame, table).draw();
  frame.y += 6;
}
