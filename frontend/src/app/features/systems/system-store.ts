import { Injectable, computed, inject, signal } from '@angular/core';
import { type Places, type StructureTemplateId } from '@liangxing/system-structure';
import { Busy } from '../../core/once/busy';
import { Problem, problemOf } from '../../core/errors/problem';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SystemProgressService } from './system-progress.service';
import { type PlacedStandard, type SteppedSystem, type System, type SystemSummary } from './system';
import { SystemSender } from './system-sender';

/**
 * The system that is open. Changes show at once, by the same functions that the server uses, and
 * are sent one after another; what the server does not take is kept and said.
 */
@Injectable()
export class SystemStore extends SystemSender {
  private readonly organization = inject(CurrentOrganization);
  private readonly progress = inject(SystemProgressService);

  private readonly starting = new Busy();

  readonly summaries = signal<readonly SystemSummary[] | null>(null);
  readonly problem = signal<Problem | null>(null);
  /** The system just started, to say what found its place. */
  readonly started = signal<System | null>(null);
  /** A further system is being chosen. */
  readonly isChoosing = signal(false);

  readonly canWrite = computed(() => this.organization.can('systems:write'));

  /** Shows a system: the one asked for, else the one shown last, else the primary one. */
  async open(id?: string): Promise<void> {
    await this.queue;
    this.problem.set(null);
    this.unsent.set(null);
    try {
      const summaries = await this.api.get('/systems');
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
    const [system, { rows }] = await Promise.all([
      this.api.get('/systems/{id}', { id }),
      this.api.get('/systems/{id}/places', { id }),
    ]);
    if (id !== this.id()) this.coverage.set(null);
    sessionStorage.setItem(this.storageKey(), id);
    this.register.set(rows);
    this.adopt(system, placesOf(rows));
    this.refreshCoverage();
  }

  async start(templateId: StructureTemplateId, name?: string): Promise<void> {
    await this.starting.run(
      () =>
        this.working(async () => {
          const body = name === undefined ? { templateId } : { templateId, name };
          const system = await this.api.post('/systems', { body });
          await this.open(system.id);
          this.started.set(system);
          this.isChoosing.set(false);
        }),
      templateId,
    );
  }

  /** Takes back the last step, or does it again. */
  async step(way: 'undo' | 'redo'): Promise<void> {
    await this.queue;
    const system = this.stored();
    if (system === null || !(way === 'undo' ? system.canUndo : system.canRedo)) return;
    if (this.unsent() !== null || this.isBusy()) return;
    await this.working(async () => {
      try {
        const seen = { id: system.id, ifMatch: system.version };
        const answer = await this.api.post(`/systems/{id}/${way}`, seen);
        await this.takeStep(answer);
        this.notices.done(this.transloco.translate(`systems.${way}Done`));
      } catch (error) {
        if (problemOf(error).isConflict) await this.load(system.id);
        throw error;
      }
    });
  }

  async rename(name: string): Promise<void> {
    await this.withSystem(async ({ id, version }) => {
      const asked = { id, ifMatch: version, body: { name } };
      this.acceptMeta(await this.api.patch('/systems/{id}', asked));
      this.summaries.set(await this.api.get('/systems'));
    });
  }

  async makePrimary(): Promise<void> {
    await this.withSystem(async ({ id }) => {
      this.acceptMeta(await this.api.post('/systems/{id}/primary', { id }));
      this.summaries.set(await this.api.get('/systems'));
      this.refreshCoverage();
    });
  }

  async delete(): Promise<void> {
    await this.withSystem(async ({ id, version }) => {
      await this.api.delete('/systems/{id}', { id, ifMatch: version });
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
      .get('/systems/{id}/coverage', { id })
      .then((coverage) => {
        if (id === this.id()) this.coverage.set(coverage);
      })
      .catch(() => undefined);
    this.refreshProgress();
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

  private async takeStep(answer: SteppedSystem): Promise<void> {
    const { rows } = await this.api.get('/systems/{id}/places', { id: answer.id });
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
