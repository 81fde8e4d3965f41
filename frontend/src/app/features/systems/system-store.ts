import { Injectable, computed, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import {
  applyOperations,
  mayTrimNode,
  StructureProblem,
  type Places,
  type StructureTemplateId,
} from '@liangxing/system-structure';
import { Notices } from '../../core/errors/notices';
import { Problem, problemOf } from '../../core/errors/problem';
import { LanguageService } from '../../core/i18n/language.service';
import { CurrentOrganization } from '../../core/session/current-organization';
import { OverviewService } from '../overview/overview.service';
import { KeptSteps } from './kept-steps';
import { SystemProgressService } from './system-progress.service';
import { SystemsApi } from './systems-api';
import {
  type ChangeOperation,
  type PlacedStandard,
  type SteppedSystem,
  type System,
  type SystemSummary,
} from './system';
import { SystemView } from './system-view';

/** Changes that the server has not taken: shown until they are sent again or given up. */
export interface Unsent {
  readonly problem: Problem;
  readonly steps: readonly (readonly ChangeOperation[])[];
}

/**
 * The system that is open. Changes show at once, by the same functions that the server uses, and
 * are sent one after another; what the server does not take is kept and said.
 */
@Injectable()
export class SystemStore extends SystemView {
  private readonly api = inject(SystemsApi);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageService);
  private readonly organization = inject(CurrentOrganization);
  private readonly overview = inject(OverviewService);
  private readonly progress = inject(SystemProgressService);
  private readonly kept = inject(KeptSteps);
  private queue: Promise<void> = Promise.resolve();
  /** Steps on their way, in their order. */
  private sending: (readonly ChangeOperation[])[] = [];
  private readonly waiting = signal(0);

  readonly summaries = signal<readonly SystemSummary[] | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly unsent = signal<Unsent | null>(null);
  /** The system just started, to say what found its place. */
  readonly started = signal<System | null>(null);
  readonly isBusy = signal(false);
  /** A further system is being chosen. */
  readonly isChoosing = signal(false);

  readonly canWrite = computed(() => this.organization.can('systems:write'));
  readonly isSaving = computed(() => this.waiting() > 0);
  readonly saveState = computed(() => {
    const unsent = this.unsent();
    if (unsent !== null) {
      if (unsent.problem.isOffline) return 'offline';
      return unsent.problem.isConflict ? 'conflict' : 'refused';
    }
    return this.isSaving() ? 'saving' : 'saved';
  });

  /** Shows a system: the one asked for, else the one shown last, else the primary one. */
  async open(id?: string): Promise<void> {
    await this.queue;
    this.problem.set(null);
    this.unsent.set(null);
    try {
      const summaries = await this.api.list();
      const wanted = id ?? sessionStorage.getItem(this.storageKey());
      const chosen = summaries.find((summary) => summary.id === wanted) ?? summaries[0];
      if (chosen === undefined) this.stored.set(null);
      else await this.load(chosen.id);
      this.summaries.set(summaries);
      await this.restore();
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** Reads the system and its places as they are stored now. */
  async load(id: string): Promise<void> {
    const [system, rows] = await Promise.all([this.api.get(id), this.api.places(id)]);
    if (id !== this.id()) this.coverage.set(null);
    sessionStorage.setItem(this.storageKey(), id);
    this.register.set(rows);
    this.adopt(system, placesOf(rows));
    this.refreshCoverage();
  }

  /** What an earlier visit left unsent: sent where nobody changed the system since, else asked about. */
  private async restore(): Promise<void> {
    const system = this.stored();
    const kept = system === null ? undefined : await this.kept.read(system.id);
    if (kept === undefined || system?.id !== this.id()) return;
    const isUntouched = kept.version === system?.version;
    for (const [at, operations] of kept.steps.entries()) {
      if (isUntouched && this.change(operations) === null) continue;
      const problem = new Problem(
        'version_conflict',
        409,
        this.transloco.translate('systems.unsent.elsewhere'),
        '',
      );
      this.unsent.set({ problem, steps: kept.steps.slice(at) });
      return;
    }
  }

  async start(templateId: StructureTemplateId, name?: string): Promise<void> {
    await this.working(async () => {
      const system = await this.api.start(templateId, name);
      await this.open(system.id);
      this.started.set(system);
      this.isChoosing.set(false);
    });
  }

  /**
   * Changes the system: one step of undo.
   * @returns nothing where it was done, else what is wrong, in the reader's language
   */
  change(operations: readonly ChangeOperation[]): string | null {
    const state = this.shown();
    if (state === null || operations.length === 0) return null;
    try {
      const applied = applyOperations(state, operations, { mayTrim: mayTrimNode });
      this.shown.set(applied.state);
    } catch (problem) {
      if (problem instanceof StructureProblem) return problem.text[this.language.current()];
      throw problem;
    }
    this.send(operations);
    return null;
  }

  /** As `change`; what is wrong is said at the foot of the page. */
  try(operations: readonly ChangeOperation[]): boolean {
    const wrong = this.change(operations);
    if (wrong !== null) this.notices.failed(new Problem('structure_refused', 422, '', wrong));
    return wrong === null;
  }

  /** Takes back the last step, or does it again. */
  async step(way: 'undo' | 'redo'): Promise<void> {
    await this.queue;
    const system = this.stored();
    if (system === null || !(way === 'undo' ? system.canUndo : system.canRedo)) return;
    if (this.unsent() !== null || this.isBusy()) return;
    await this.working(async () => {
      try {
        const answer = await this.api.step(system.id, system.version, way);
        await this.takeStep(answer);
        this.notices.done(this.transloco.translate(`systems.${way}Done`));
      } catch (error) {
        if (problemOf(error).isConflict) await this.load(system.id);
        throw error;
      }
    });
  }

  /** Sends again what the server did not take. */
  retry(): void {
    const unsent = this.unsent();
    if (unsent === null) return;
    this.unsent.set(null);
    this.keep();
    for (const [at, operations] of unsent.steps.entries()) {
      // Without a connection the changes are still on the screen; else they are made anew.
      if (unsent.problem.isOffline) this.send(operations);
      else {
        const wrong = this.change(operations);
        if (wrong === null) continue;
        const problem = new Problem('structure_refused', 422, '', wrong);
        this.unsent.set({ problem, steps: unsent.steps.slice(at) });
        this.keep();
        return;
      }
    }
  }

  /** Back on the line: what waited for it is sent. */
  retryOffline(): void {
    if (this.unsent()?.problem.isOffline === true) this.retry();
  }

  /** Gives up what the server did not take and shows what is stored. */
  async giveUp(): Promise<void> {
    this.unsent.set(null);
    this.keep();
    const id = this.id();
    if (id !== null) await this.working(() => this.load(id));
  }

  async rename(name: string): Promise<void> {
    await this.withSystem(async ({ id, version }) => {
      this.acceptMeta(await this.api.rename(id, version, name));
      this.summaries.set(await this.api.list());
    });
  }

  async makePrimary(): Promise<void> {
    await this.withSystem(async ({ id }) => {
      this.acceptMeta(await this.api.makePrimary(id));
      this.summaries.set(await this.api.list());
      this.refreshCoverage();
    });
  }

  async delete(): Promise<void> {
    await this.withSystem(async ({ id, version }) => {
      await this.api.delete(id, version);
      sessionStorage.removeItem(this.storageKey());
      this.started.set(null);
      await this.open();
      this.refreshProgress();
    });
  }

  refreshCoverage(): void {
    const id = this.id();
    if (id === null) return;
    void this.api
      .coverage(id)
      .then((coverage) => {
        if (id === this.id()) this.coverage.set(coverage);
      })
      .catch(() => undefined);
    this.refreshProgress();
  }

  async working(work: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    try {
      await work();
    } catch (error) {
      this.notices.failed(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  private async withSystem(work: (system: System) => Promise<void>): Promise<void> {
    await this.queue;
    const system = this.stored();
    if (system === null) return;
    await this.working(async () => {
      try {
        await work(system);
      } catch (error) {
        if (problemOf(error).isConflict) await this.load(system.id);
        throw error;
      }
    });
  }

  private send(operations: readonly ChangeOperation[]): void {
    this.waiting.update((count) => count + 1);
    this.sending.push(operations);
    this.keep();
    this.queue = this.queue.then(async () => {
      await this.sendNow(operations);
      this.sending.shift();
      this.keep();
      this.waiting.update((count) => count - 1);
      const state = this.stored();
      if (this.waiting() > 0 || this.unsent() !== null || state === null) return;
      this.adopt(state, this.places());
      this.refreshCoverage();
    });
  }

  private async sendNow(operations: readonly ChangeOperation[]): Promise<void> {
    const system = this.stored();
    if (system === null) return;
    const unsent = this.unsent();
    if (unsent !== null) {
      this.unsent.set({ ...unsent, steps: [...unsent.steps, operations] });
      return;
    }
    try {
      this.stored.set(await this.api.change(system.id, system.version, operations));
    } catch (error) {
      const problem = problemOf(error);
      this.unsent.set({ problem, steps: [operations] });
      if (!problem.isOffline) await this.load(system.id).catch(() => undefined);
    }
  }

  /** Keeps on this machine what the server has not taken. */
  private keep(): void {
    const system = this.stored();
    if (system === null) return;
    const steps = [...(this.unsent()?.steps ?? []), ...this.sending];
    this.kept.keep(system.id, { version: system.version, steps });
  }

  private async takeStep(answer: SteppedSystem): Promise<void> {
    const rows = await this.api.places(answer.id);
    this.register.set(rows);
    this.adopt(answer, placesOf(rows));
    this.refreshCoverage();
    const { length: count } = answer.skipped;
    if (count > 0) this.notices.done(this.transloco.translate('systems.skipped', { count }));
  }

  private acceptMeta(system: System): void {
    this.adopt(system, this.places());
  }

  private refreshProgress(): void {
    void this.progress.refresh().catch(() => undefined);
    void this.overview.refresh().catch(() => undefined);
  }

  private storageKey(): string {
    return `lx.system.${this.organization.id()}`;
  }
}

function placesOf(rows: readonly PlacedStandard[]): Places {
  return new Map(
    rows
      .filter(({ nodes }) => nodes.length > 0)
      .map(({ standardId, nodes }) => [standardId, nodes]),
  );
}
