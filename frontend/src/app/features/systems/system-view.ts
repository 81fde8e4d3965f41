import { Injectable, computed, inject, signal } from '@angular/core';
import type { Places, SystemState } from '@liangxing/system-structure';
import { Api } from '../../core/api/api';
import { CurrentOrganization } from '../../core/session/current-organization';
import { coverageAfter, progressAfter } from './step-measure';
import {
  NO_PLACES,
  type ChangedSystem,
  type PlacedStandard,
  type StepMeasure,
  type System,
  type SystemCoverage,
} from './system';
import { SystemProgressService } from './system-progress.service';
import { branchTallies, standardsByNode, treeIndexOf } from './tree-model';

const EMPTY_SYSTEM = {
  templateId: 'gb-t-15496-2017',
  name: '',
  nodes: [],
  decisions: {},
} as const;

/** The system that is open as the screens look at it: indexed by key, computed once per change. */
@Injectable()
export class SystemView {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly progress = inject(SystemProgressService);
  private readonly stored = signal<System | null>(null);
  private readonly shown = signal<SystemState | null>(null);
  private readonly register = signal<readonly PlacedStandard[]>([]);
  private readonly covered = signal<SystemCoverage | null>(null);
  /** Whoever asked last for the coverage is heard. */
  private turn = 0;
  /** Coverage or progress are older than the last step. */
  private isBehind = false;

  readonly canWrite = computed(() => this.organization.can('systems:write'));
  readonly coverage = this.covered.asReadonly();
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

  /** Whose it is: what is on its way goes there, whichever enterprise is chosen meanwhile. */
  organizationId = '';

  /** Reads the system and its places as they are stored now. */
  async load(id: string, organizationId = this.organization.id()): Promise<void> {
    const [system, { rows }] = await Promise.all([
      this.api.get('/systems/{id}', { organizationId, id }),
      this.api.get('/systems/{id}/places', { organizationId, id }),
    ]);
    this.organizationId = organizationId;
    this.take(system, rows);
    this.refreshCoverage();
  }

  /** A step was taken back or done again: places may be others. */
  async takeStep({ measure, ...system }: ChangedSystem): Promise<void> {
    const { organizationId } = this;
    const { rows } = await this.api.get('/systems/{id}/places', { organizationId, id: system.id });
    this.take(system, rows);
    this.follow(measure);
    this.catchUp();
  }

  private take(system: System, rows: readonly PlacedStandard[]): void {
    if (system.id !== this.id()) this.covered.set(null);
    this.register.set(rows);
    this.adopt(system, placesOf(rows));
  }

  /** Shows what is stored with these places. */
  adopt(system: System, places: Places): void {
    const { templateId, name, nodes, decisions } = system;
    this.stored.set(system);
    this.shown.set({ system: { templateId, name, nodes, decisions }, places });
  }

  /** A change was stored; what is shown goes ahead of it. */
  accept({ measure, ...system }: ChangedSystem): void {
    this.stored.set(system);
    this.follow(measure);
  }

  /** Takes up what a step tells; what cannot be followed is asked for when the steps are through. */
  private follow(measure: StepMeasure | null): void {
    const coverage = measure && coverageAfter(this.covered(), measure);
    const progress = measure && progressAfter(this.progress.current(), measure);
    if (coverage === null || progress === null) {
      this.isBehind = true;
      return;
    }
    this.turn += 1;
    this.covered.set(coverage);
    if (progress !== undefined) this.progress.show(progress, this.organizationId);
  }

  /** Nothing is on its way any more: asks for what the steps did not tell. */
  catchUp(): void {
    if (this.isBehind) this.refreshCoverage();
  }

  /** A change that is still on its way. */
  show(state: SystemState): void {
    this.shown.set(state);
  }

  /** There is no system. */
  close(): void {
    this.stored.set(null);
  }

  refreshCoverage(): void {
    const id = this.id();
    if (id === null) return;
    this.isBehind = false;
    const turn = (this.turn += 1);
    void this.api
      .get('/systems/{id}/coverage', { organizationId: this.organizationId, id })
      .then((coverage) => {
        if (turn === this.turn && id === this.id()) this.covered.set(coverage);
      })
      .catch(() => undefined);
    void this.progress.refresh().catch(() => undefined);
  }
}

function placesOf(rows: readonly PlacedStandard[]): Places {
  return new Map(
    rows
      .filter(({ nodes }) => nodes.length > 0)
      .map(({ standardId, nodes }) => [standardId, nodes]),
  );
}
