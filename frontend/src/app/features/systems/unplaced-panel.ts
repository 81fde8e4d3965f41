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
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { FitViewport } from '../../core/print/fit-viewport';
import { ChosenStandards } from './chosen-standards';
import { NodeActions } from './node-actions';
import { acceptedPlaces, sureRows, unplacedRows, type UnplacedRow } from './suggestions';
import type { SuggestedPlaces } from './system';
import { SystemSender } from './system-sender';
import { SystemView } from './system-view';

const NOWHERE: ReadonlySet<string> = new Set();
const THRESHOLDS = [50, 60, 70, 80, 90];
const PERCENT = 100;

/** 待归位: entries without a place, where they may belong and why. */
@Component({
  selector: 'lx-unplaced-panel',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    FitViewport,
    ProblemNotice,
    TranslocoDirective,
  ],
  templateUrl: './unplaced-panel.html',
  styleUrl: './standard-rows.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnplacedPanel {
  private readonly api = inject(Api);
  protected readonly actions = inject(NodeActions);
  protected readonly opened = inject(SystemView);
  protected readonly sender = inject(SystemSender);
  protected readonly rowHeight = 48;
  protected readonly thresholds = THRESHOLDS;

  readonly show = output<string>();
  /** Nothing is left to place. */
  readonly next = output();

  protected readonly suggested = signal<SuggestedPlaces | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly asked = signal<number | null>(null);
  /** In per cent; the server's own line until a person draws another. */
  protected readonly threshold = computed(
    () => this.asked() ?? Math.round((this.suggested()?.acceptAllConfidence ?? 0.7) * PERCENT),
  );
  protected readonly rows = computed(() => unplacedRows(this.opened.unplaced(), this.suggested()));
  protected readonly sure = computed(() => sureRows(this.rows(), this.threshold() / PERCENT));
  protected readonly chosen = new ChosenStandards(() =>
    this.rows().map(({ standard }) => standard.standardId),
  );
  protected readonly acceptable = computed(() =>
    this.rows().filter(
      ({ standard, best }) => best !== undefined && this.chosen.has(standard.standardId),
    ),
  );

  constructor() {
    effect(() => {
      const system = this.opened.system();
      // Read again when stored places change: they are precedents for the others.
      if (system !== null) untracked(() => void this.read(system.id));
    });
  }

  protected accept(rows: readonly UnplacedRow[]): void {
    const places = acceptedPlaces(rows);
    if (Object.keys(places).length === 0) return;
    if (this.sender.try([{ op: 'place', places, basis: 'suggested' }])) this.chosen.clear();
  }

  protected choose(ids: readonly string[]): void {
    this.actions.moveStandards(ids, NOWHERE);
  }

  protected ask(percent: string): void {
    this.asked.set(Number(percent));
  }

  protected percentOf(confidence: number): string {
    return `${Math.round(confidence * PERCENT)}%`;
  }

  protected nodeLabel(key: string): string {
    const node = this.opened.index().byKey.get(key);
    return node === undefined ? key : this.actions.labelOf(node);
  }

  protected reasonOf(row: UnplacedRow): string {
    return [...new Set((row.best?.reasons ?? []).map(({ text }) => text))].join(' · ');
  }

  protected trackRow(_: number, { standard }: UnplacedRow): string {
    return standard.standardId;
  }

  private async read(id: string): Promise<void> {
    try {
      const suggested = await this.api.get('/systems/{id}/suggestions', { id });
      if (id === this.opened.id()) this.suggested.set(suggested);
      this.problem.set(null);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
