import { computed, signal } from '@angular/core';
import type { Places, SystemState } from '@liangxing/system-structure';
import { NO_PLACES, type PlacedStandard, type System, type SystemCoverage } from './system';
import { branchTallies, standardsByNode, treeIndexOf } from './tree-model';

const EMPTY_SYSTEM = {
  templateId: 'gb-t-15496-2017',
  name: '',
  nodes: [],
  decisions: {},
} as const;

/** The system that is open as the screens look at it: indexed by key, computed once per change. */
export abstract class SystemView {
  protected readonly stored = signal<System | null>(null);
  protected readonly shown = signal<SystemState | null>(null);
  protected readonly register = signal<readonly PlacedStandard[]>([]);

  readonly coverage = signal<SystemCoverage | null>(null);

  /** As stored: id, version, name, what can be undone. */
  readonly system = this.stored.asReadonly();
  /** As shown, with what is still on its way. */
  readonly state = this.shown.asReadonly();
  readonly standards = this.register.asReadonly();
  readonly id = computed(() => this.stored()?.id ?? null);
  readonly places = computed((): Places => this.shown()?.places ?? NO_PLACES);
  readonly index = computed(() => {
    const state = this.shown();
    return treeIndexOf(state?.system ?? EMPTY_SYSTEM);
  });
  readonly standardById = computed(
    () => new Map(this.register().map((standard) => [standard.standardId, standard])),
  );
  readonly tallies = computed(() => {
    const standards = this.standardById();
    return branchTallies(
      this.index(),
      this.places(),
      (id) => standards.get(id)?.isPlanned ?? false,
      (id) => standards.get(id)?.isOutOfForce ?? false,
    );
  });
  readonly byNode = computed(() => standardsByNode(this.places()));
  readonly coverageByNode = computed(
    () => new Map((this.coverage()?.nodes ?? []).map((node) => [node.key, node])),
  );
  readonly unplaced = computed(() => {
    const places = this.places();
    return this.register().filter(({ standardId }) => !places.has(standardId));
  });

  protected adopt(system: System, places: Places): void {
    const { templateId, name, nodes, decisions } = system;
    this.stored.set(system);
    this.shown.set({ system: { templateId, name, nodes, decisions }, places });
  }
}
