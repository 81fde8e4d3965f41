import { CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import {
  DOCUMENT,
  DestroyRef,
  Directive,
  ElementRef,
  ViewContainerRef,
  afterNextRender,
  contentChild,
  inject,
  input,
} from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

/** Rows that are drawn for paper at most: some 60 pages, in about a second. */
const MOST_PRINTED_ROWS = 2_000;

const rows = '.cdk-virtual-scroll-content-wrapper > [role]:not(:has(> [aria-busy=true]))';

/**
 * A virtual list that fits its box: it measures itself when the window changes, and when its own box does. For paper it
 * draws every row that is loaded, not only those in sight, and says beneath when there are more (`styles/print.less`).
 */
@Directive({
  selector: 'cdk-virtual-scroll-viewport[lxFitViewport]',
  host: {
    '(window:beforeprint)': 'unroll()',
    '(window:afterprint)': 'rollUp()',
    '(window:keydown)': 'onKey($event)',
  },
})
export class FitViewport {
  private readonly viewport = inject(CdkVirtualScrollViewport);
  private readonly list = contentChild(CdkVirtualForOf);
  private readonly drawn = contentChild(CdkVirtualForOf, { read: ViewContainerRef });
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Fetches the rows from the first to the last of these; left out where the list has them all. */
  readonly lxFitViewport = input<((first: number, last: number) => Promise<unknown>) | ''>('');

  private onScreen: { start: number; end: number; offset: number } | null = null;
  private note: HTMLElement | null = null;

  constructor() {
    const observer = new ResizeObserver(() => {
      if (this.onScreen === null) this.viewport.checkViewportSize();
    });
    afterNextRender(() => observer.observe(this.element));
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      this.note?.remove();
    });
  }

  /** Ctrl+P fetches what is not here yet before the browser prints; its menu cannot be made to wait. */
  protected async onKey(event: KeyboardEvent): Promise<void> {
    const isPrint = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const fetchRows = this.lxFitViewport();
    if (!isPrint || event.key.toLowerCase() !== 'p' || event.defaultPrevented || !fetchRows) return;
    event.preventDefault();
    const total = this.viewport.getDataLength();
    if (total > 0) await fetchRows(0, Math.min(total, MOST_PRINTED_ROWS) - 1);
    this.document.defaultView?.print();
  }

  /** At once: the browser takes the page as it is when this returns. */
  protected unroll(): void {
    if (this.onScreen !== null) return;
    const offset = this.viewport.getOffsetToRenderedContentStart() ?? 0;
    this.onScreen = { ...this.viewport.getRenderedRange(), offset };
    const total = this.viewport.getDataLength();
    this.viewport.setRenderedRange({ start: 0, end: Math.min(total, MOST_PRINTED_ROWS) });
    this.draw();
    const printed = this.element.querySelectorAll(rows).length;
    const most = MOST_PRINTED_ROWS;
    if (printed < total) this.say(this.transloco.translate('print.rows', { printed, total, most }));
  }

  protected rollUp(): void {
    if (this.onScreen === null) return;
    const { offset, ...range } = this.onScreen;
    this.onScreen = null;
    this.note?.remove();
    this.note = null;
    this.viewport.setRenderedRange(range);
    this.viewport.setRenderedContentOffset(offset);
    this.draw();
    this.viewport.checkViewportSize();
    this.narrow(range);
  }

  /** What was fetched for paper is not read again with every change: the rows in sight are what is looked at. */
  private narrow({ start, end }: { readonly start: number; readonly end: number }): void {
    const fetchRows = this.lxFitViewport();
    if (fetchRows && end > start) void fetchRows(start, end - 1);
  }

  /** The list's rows as of now; the next turn of change detection would come too late. */
  private draw(): void {
    this.list()?.ngDoCheck();
    const drawn = this.drawn();
    for (let at = 0; at < (drawn?.length ?? 0); at += 1) drawn?.get(at)?.detectChanges();
  }

  private say(text: string): void {
    this.note = this.document.createElement('p');
    this.note.className = 'print-note';
    this.note.textContent = text;
    (this.element.closest('[role=grid], [role=table]') ?? this.element).after(this.note);
  }
}
