import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  layoutStructureDiagram,
  systemTree,
  type DiagramMode,
  type NodeCount,
  type Scene,
  type SceneBox,
  type SceneText,
} from '@liangxing/system-structure';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { Notices } from '../../../core/errors/notices';
import { LanguageService } from '../../../core/i18n/language.service';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SystemView } from '../system-view';
import { DocumentsStore } from './documents-store';
import { fitting, wasDragged, zoomed, type Point } from './diagram-view';
import { Downloads } from './downloads';

const MODES: readonly DiagramMode[] = ['function', 'integration', 'block'];
/** Points, as on paper: shown over the width of a page its text of 8 points is read without zoom. */
const DRAWING_WIDTH = 740;

/** 结构图: drawn in the browser from the system as it stands, to zoom, to walk and to take along. */
@Component({
  selector: 'lx-diagram-page',
  imports: [TranslocoDirective, ProblemNotice, Downloads],
  templateUrl: './diagram.page.html',
  styleUrl: './diagram.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DiagramPage {
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly language = inject(LanguageService);
  private readonly organization = inject(CurrentOrganization);
  private readonly sheet = viewChild<ElementRef<HTMLElement>>('sheet');
  protected readonly opened = inject(SystemView);
  protected readonly store = inject(DocumentsStore);
  protected readonly modes = MODES;
  protected readonly zoom = signal(0);
  private readonly sheetWidth = signal(0);
  private pressed: Point = { x: 0, y: 0 };

  /** Who may not write looks at any layout; the files keep the one chosen for all. */
  private readonly looked = signal<DiagramMode | null>(null);
  protected readonly mode = computed(
    (): DiagramMode => this.looked() ?? this.store.documents()?.diagramMode ?? 'function',
  );

  protected readonly scene = computed((): Scene | null => {
    const [state, documents] = [this.opened.state(), this.store.documents()];
    if (state === null || documents === null) return null;
    const { managementSystems } = documents;
    return layoutStructureDiagram(systemTree(state.system), this.counts(), {
      width: DRAWING_WIDTH,
      mode: this.mode(),
      managementSystems,
      language: this.language.current(),
    });
  });

  /** The factor shown; 0 stands for the width of the sheet. */
  protected readonly factor = computed(() => {
    const scene = this.scene();
    if (this.zoom() > 0 || scene === null) return this.zoom() || 1;
    return fitting(this.sheetWidth() || scene.width, scene.width);
  });

  protected readonly outlines = computed(() => this.scene()?.boxes.filter(isOutline) ?? []);
  protected readonly boxes = computed(
    () => this.scene()?.boxes.filter((box) => !isOutline(box)) ?? [],
  );

  private readonly counts = computed((): ReadonlyMap<string, NodeCount> => {
    const none = { existing: 0, expected: 0 };
    const tallies = this.opened.tallies();
    return new Map(
      (this.opened.state()?.system.nodes ?? []).map(({ key, code }) => {
        const tally = tallies.get(key) ?? none;
        return [code, { own: tally, branch: tally }];
      }),
    );
  });

  constructor() {
    effect((onCleanup) => {
      const sheet = this.sheet()?.nativeElement;
      if (sheet === undefined) return;
      const observer = new ResizeObserver(() => this.sheetWidth.set(sheet.clientWidth));
      observer.observe(sheet);
      onCleanup(() => observer.disconnect());
    });
  }

  protected points(points: readonly (readonly [number, number])[]): string {
    return points.map(([x, y]) => `${x},${y}`).join(' ');
  }

  protected turn({ rotation, x, y }: SceneText): string | null {
    return rotation === undefined ? null : `rotate(${rotation} ${x} ${y})`;
  }

  protected change(way: 'in' | 'out'): void {
    this.zoom.set(zoomed(this.factor(), way));
  }

  protected onWheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.change(event.deltaY < 0 ? 'in' : 'out');
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.key === '+' || event.key === '=') this.change('in');
    else if (event.key === '-') this.change('out');
    else if (event.key === '0') this.zoom.set(0);
    else return;
    event.preventDefault();
  }

  protected onPress({ clientX, clientY }: PointerEvent): void {
    this.pressed = { x: clientX, y: clientY };
  }

  /** Dragging the paper moves it, as one moves a drawing on a table. */
  protected onDrag(event: PointerEvent): void {
    const sheet = this.sheet()?.nativeElement;
    if (sheet === undefined || event.buttons !== 1) return;
    sheet.scrollLeft -= event.movementX;
    sheet.scrollTop -= event.movementY;
  }

  protected async choose(mode: DiagramMode): Promise<void> {
    if (!this.opened.canWrite()) {
      this.looked.set(mode);
      return;
    }
    const problem = await this.store.change({ diagramMode: mode });
    if (problem !== null) this.notices.failed(problem);
  }

  /** Leads to the node in the tree. */
  protected show({ node }: SceneBox, { clientX, clientY }: MouseEvent): void {
    if (wasDragged(this.pressed, { x: clientX, y: clientY })) return;
    const found = this.opened.state()?.system.nodes.find(({ code }) => code === node);
    if (found === undefined) return;
    void this.router.navigate(['/o', this.organization.id(), 'system'], {
      queryParams: { node: found.key },
    });
  }
}

const isOutline = ({ style }: SceneBox): boolean => style === 'frame' || style === 'block';
