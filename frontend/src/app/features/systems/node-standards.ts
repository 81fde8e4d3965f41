import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SystemNode } from '@liangxing/system-structure';
import { FitViewport } from '../../core/print/fit-viewport';
import { ChosenStandards } from './chosen-standards';
import { NodeActions } from './node-actions';
import type { PlacedStandard } from './system';
import { SystemView } from './system-view';

interface StandardRow extends PlacedStandard {
  /** Its place in this branch. */
  readonly here: string;
  readonly isMain: boolean;
  /** Its places outside of this branch, and the others within it. */
  readonly others: readonly string[];
}

const MOST_HEIGHT = 420;

/** The standards of a branch: choose some, then move them, give them one more place, take them out. */
@Component({
  selector: 'lx-node-standards',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    FitViewport,
    TranslocoDirective,
  ],
  templateUrl: './node-standards.html',
  styleUrl: './standard-rows.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NodeStandards {
  protected readonly actions = inject(NodeActions);
  protected readonly opened = inject(SystemView);
  protected readonly rowHeight = 32;

  readonly node = input.required<SystemNode>();
  readonly branch = input.required<ReadonlySet<string>>();
  readonly show = output<string>();
  private readonly key = computed(() => this.node().key);

  protected readonly rows = computed((): readonly StandardRow[] => {
    const branch = this.branch();
    const places = this.opened.places();
    return this.opened.standards().flatMap((standard) => {
      const keys = places.get(standard.standardId) ?? [];
      const here = keys.find((key) => branch.has(key));
      if (here === undefined) return [];
      const others = keys.filter((key) => key !== here);
      return { ...standard, here, isMain: keys[0] === here, others };
    });
  });
  protected readonly height = computed(() =>
    Math.min(MOST_HEIGHT, this.rows().length * this.rowHeight + 2),
  );
  protected readonly chosen = new ChosenStandards(() =>
    this.rows().map(({ standardId }) => standardId),
  );
  protected readonly canBeMain = computed(() => {
    return this.rows().some(({ standardId, isMain }) => this.chosen.has(standardId) && !isMain);
  });

  constructor() {
    // Of another node nothing is chosen yet.
    effect(() => {
      this.key();
      untracked(() => this.chosen.clear());
    });
  }

  protected codeOf(key: string): string {
    return this.opened.index().byKey.get(key)?.code ?? key;
  }

  protected labelOf(key: string): string {
    const node = this.opened.index().byKey.get(key);
    return node === undefined ? key : this.actions.labelOf(node);
  }

  protected trackRow(_: number, { standardId }: StandardRow): string {
    return standardId;
  }
}
