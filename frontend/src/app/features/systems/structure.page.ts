import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentOrganization } from '../../core/session/current-organization';
import { isTyping } from '../../core/typing/is-typing';
import { HistoryPanel } from './history-panel';
import { NextSteps } from './next-steps';
import { NodeActions } from './node-actions';
import { NodePanel } from './node-panel';
import { groupSteps } from './step-groups';
import { SystemProgressService } from './system-progress.service';
import { SystemStore } from './system-store';
import { SystemSender } from './system-sender';
import { SystemView } from './system-view';
import { SystemTree } from './system-tree';
import { UnplacedPanel } from './unplaced-panel';

const PANELS = ['node', 'unplaced', 'steps', 'history'] as const;
type Panel = (typeof PANELS)[number];

/** 体系与标准: the tree on the left; on the right a node, what has no place, what to do next. */
@Component({
  selector: 'lx-structure-page',
  imports: [
    RouterLink,
    TranslocoDirective,
    SystemTree,
    NodePanel,
    UnplacedPanel,
    NextSteps,
    HistoryPanel,
  ],
  templateUrl: './structure.page.html',
  styleUrl: './structure.page.less',
  host: { '(document:keydown)': 'onKey($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StructurePage {
  private readonly actions = inject(NodeActions);
  protected readonly progress = inject(SystemProgressService);
  protected readonly store = inject(SystemStore);
  protected readonly opened = inject(SystemView);
  protected readonly sender = inject(SystemSender);
  protected readonly tree = viewChild(SystemTree);
  private readonly organization = inject(CurrentOrganization);
  protected readonly canImport = computed(() => this.organization.can('standards:write'));
  protected readonly panels = PANELS;
  private readonly asked = inject(ActivatedRoute).snapshot.queryParamMap;
  /** The address may name a panel, as the next steps of the dashboard do, … */
  protected readonly panel = signal<Panel>(
    PANELS.find((panel) => panel === this.asked.get('panel')) ?? 'node',
  );
  /** … or a node, as the diagram does. */
  protected readonly chosen = signal(this.asked.get('node'));
  /** A node that is gone is followed by the first one. */
  protected readonly selected = computed(() => {
    const { byKey } = this.opened.index();
    const key = this.chosen();
    if (key !== null && byKey.has(key)) return key;
    return byKey.keys().next().value ?? null;
  });

  constructor() {
    effect(() => {
      this.opened.id();
      untracked(() => {
        this.tree()?.openBodies();
        const key = this.chosen();
        if (key !== null) this.tree()?.reveal(key);
      });
    });
    // What has just been started and lacks places shows first what to place.
    effect(() => {
      const started = this.store.started();
      if (started !== null && started.placed < started.standards) this.panel.set('unplaced');
    });
  }

  protected choose(key: string): void {
    this.chosen.set(key);
    this.panel.set('node');
  }

  /** As a click in the tree, from elsewhere on the page. */
  protected show(key: string): void {
    this.choose(key);
    this.tree()?.reveal(key);
  }

  protected figure(panel: Panel): string {
    if (panel === 'unplaced') return String(this.opened.unplaced().length || '');
    if (panel === 'steps') {
      return String(groupSteps(this.progress.current()?.steps ?? []).length || '');
    }
    return '';
  }

  protected rename(key: string): void {
    this.actions.rename(key);
  }

  protected place(event: { readonly key: string; readonly standards: readonly string[] }): void {
    const selected = this.selected();
    const branch = selected === null ? [] : this.actions.branchKeys(selected);
    this.actions.moveTo(event.standards, new Set(branch), event.key);
  }

  protected addBody(): void {
    this.actions.add(null, null, (key) => this.show(key));
  }

  protected renumberAll(): void {
    this.actions.renumber(null);
  }

  protected onKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    const way = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : 'undo';
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (this.opened.canWrite()) void this.store.step(way);
  }
}
