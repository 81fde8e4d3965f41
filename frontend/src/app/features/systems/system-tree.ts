import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { LanguageService } from '../../core/i18n/language.service';
import { FitViewport } from '../../core/print/fit-viewport';
import { dropMove, stepMove, zoneAt, type DropZone, type Step } from './node-moves';
import { nameOf } from './node-name';
import { NODE_DRAG, STANDARDS_DRAG, draggedKind } from './drag';
import { SystemSender } from './system-sender';
import { SystemView } from './system-view';
import { treeRows, type TreeRow } from './tree-model';

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** The tree of the system: a virtual list with the keys and the roles of a tree. */
@Component({
  selector: 'lx-system-tree',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    FitViewport,
    TranslocoDirective,
  ],
  templateUrl: './system-tree.html',
  styleUrl: './system-tree.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SystemTree {
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);
  protected readonly opened = inject(SystemView);
  protected readonly sender = inject(SystemSender);
  protected readonly language = inject(LanguageService);
  protected readonly rowHeight = 30;

  readonly selected = input<string | null>(null);
  readonly picked = output<string>();
  /** F2 or Enter on a node. */
  readonly renamed = output<string>();
  /** Standards let go on a node. */
  readonly dropped = output<{ readonly key: string; readonly standards: readonly string[] }>();

  protected readonly filter = signal('');
  protected readonly expanded = signal<ReadonlySet<string>>(new Set());
  protected readonly target = signal<{ readonly key: string; readonly zone: DropZone } | null>(
    null,
  );
  protected readonly rows = computed(() => {
    const state = this.opened.state();
    if (state === null) return [];
    return treeRows(state.system, this.opened.index(), this.expanded(), this.filter());
  });
  protected readonly at = computed(() => {
    const at = this.rows().findIndex(({ node }) => node.key === this.selected());
    return Math.max(0, at);
  });
  private lastId: string | null = null;

  constructor() {
    // The bodies of a system that is opened are open.
    afterNextRender(() => this.openBodies());
  }

  openBodies(): void {
    const state = this.opened.state();
    if (state === null || this.lastId === this.opened.id()) return;
    this.lastId = this.opened.id();
    const bodies = state.system.nodes.filter(({ parent }) => parent === null);
    this.expanded.set(new Set(bodies.map(({ key }) => key)));
  }

  /** Opens what is above a node and shows it. */
  reveal(key: string): void {
    const { byKey } = this.opened.index();
    const above: string[] = [];
    for (let at = byKey.get(key)?.parent ?? null; at !== null;) {
      above.push(at);
      at = byKey.get(at)?.parent ?? null;
    }
    this.filter.set('');
    this.expanded.update((keys) => new Set([...keys, ...above]));
    this.showRow(key);
  }

  focus(): void {
    const row = this.rows()[this.at()];
    if (row) this.showRow(row.node.key, true);
  }

  protected isCurrent(at: number): boolean {
    return at === this.at();
  }

  protected trackRow(_: number, row: TreeRow): string {
    return row.node.key;
  }

  protected label(row: TreeRow): string {
    return nameOf(row.node.name, this.language.current());
  }

  protected expandAll(isExpanded: boolean): void {
    const { children } = this.opened.index();
    const keys = isExpanded ? [...children.keys()].flatMap((key) => key ?? []) : [];
    this.expanded.set(new Set(keys));
  }

  protected toggle(row: TreeRow): void {
    this.expanded.update((keys) => {
      const next = new Set(keys);
      if (!next.delete(row.node.key)) next.add(row.node.key);
      return next;
    });
  }

  protected onKey(event: KeyboardEvent): void {
    const row = this.rows()[this.at()];
    if (row === undefined) return;
    if (event.altKey) {
      const step = STEPS[event.key];
      if (step !== undefined) this.take(event, () => this.move(row, step));
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const action = this.actionOf(event.key, row);
    if (action !== undefined) this.take(event, action);
  }

  private actionOf(key: string, row: TreeRow): (() => void) | undefined {
    const go = (at: number) => () => this.goTo(at);
    switch (key) {
      case 'ArrowDown':
        return go(this.at() + 1);
      case 'ArrowUp':
        return go(this.at() - 1);
      case 'Home':
        return go(0);
      case 'End':
        return go(this.rows().length - 1);
      case 'ArrowRight':
        return row.isExpanded || !row.hasChildren ? go(this.at() + 1) : () => this.toggle(row);
      case 'ArrowLeft':
        return row.isExpanded ? () => this.toggle(row) : () => this.goToParent(row);
      case 'Enter':
      case 'F2':
        return () => this.renamed.emit(row.node.key);
      case ' ':
        return () => this.picked.emit(row.node.key);
      default:
        return undefined;
    }
  }

  protected onDragStart(event: DragEvent, row: TreeRow): void {
    event.dataTransfer?.setData(NODE_DRAG, row.node.key);
  }

  protected onDragOver(event: DragEvent, row: TreeRow): void {
    const kind = draggedKind(event);
    if (kind === null || !this.opened.canWrite()) return;
    if (kind === 'standards' && row.isOut) return;
    event.preventDefault();
    const zone = kind === 'standards' ? 'inside' : zoneAt(offsetIn(event), this.rowHeight);
    const now = this.target();
    if (now?.key !== row.node.key || now.zone !== zone) {
      this.target.set({ key: row.node.key, zone });
    }
  }

  protected onDrop(event: DragEvent, row: TreeRow): void {
    const zone = this.target()?.zone ?? 'inside';
    this.target.set(null);
    event.preventDefault();
    const standards = event.dataTransfer?.getData(STANDARDS_DRAG) ?? '';
    if (standards !== '') {
      this.dropped.emit({ key: row.node.key, standards: standards.split(' ') });
      return;
    }
    const key = event.dataTransfer?.getData(NODE_DRAG) ?? '';
    const move = dropMove(this.opened.index(), key, row.node.key, zone);
    if (move !== undefined && this.sender.try([move])) this.picked.emit(key);
  }

  private move(row: TreeRow, step: Step): void {
    if (!this.opened.canWrite()) return;
    const move = stepMove(this.opened.index(), row.node.key, step);
    if (move === undefined || !this.sender.try([move])) return;
    if (move.parent !== null) this.reveal(row.node.key);
    this.showRow(row.node.key, true);
  }

  private take(event: KeyboardEvent, action: () => void): void {
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  private goToParent(row: TreeRow): void {
    const at = this.rows().findIndex(({ node }) => node.key === row.node.parent);
    if (at >= 0) this.goTo(at);
  }

  private goTo(at: number): void {
    const row = this.rows()[Math.min(Math.max(at, 0), this.rows().length - 1)];
    if (row === undefined) return;
    this.picked.emit(row.node.key);
    this.showRow(row.node.key, true);
  }

  private showRow(key: string, isFocused = false): void {
    afterNextRender(
      () => {
        const viewport = this.viewport();
        const at = this.rows().findIndex(({ node }) => node.key === key);
        if (viewport === undefined || at < 0) return;
        const top = viewport.measureScrollOffset('top');
        const [from, to] = [at * this.rowHeight, (at + 1) * this.rowHeight];
        if (from < top) viewport.scrollToOffset(from);
        else if (to > top + viewport.getViewportSize()) {
          viewport.scrollToOffset(to - viewport.getViewportSize());
        }
        if (isFocused) this.focusRow(key);
      },
      { injector: this.injector },
    );
  }

  /** A row that has just been scrolled into view is there one frame later. */
  private focusRow(key: string, tries = 3): void {
    const row = this.element.nativeElement.querySelector<HTMLElement>(
      `[data-key="${CSS.escape(key)}"]`,
    );
    if (row !== null) row.focus({ preventScroll: true });
    else if (tries > 0) requestAnimationFrame(() => this.focusRow(key, tries - 1));
  }
}

/** The pointer's distance from the row's upper edge, whatever part of the row it is on. */
function offsetIn(event: DragEvent): number {
  const row = event.currentTarget;
  return row instanceof HTMLElement ? event.clientY - row.getBoundingClientRect().top : 0;
}
