import { Injectable, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { StructureTemplateId } from '@liangxing/system-structure';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { Busy } from '../../core/once/busy';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { System, SystemSummary } from './system';
import { SystemProgressService } from './system-progress.service';
import { SystemSender } from './system-sender';
import { SystemView } from './system-view';

/** The systems of the enterprise: which of them is open, and what is done with one as a whole. */
@Injectable()
export class SystemStore {
  private readonly api = inject(Api);
  private readonly view = inject(SystemView);
  private readonly sender = inject(SystemSender);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  private readonly progress = inject(SystemProgressService);
  private readonly starting = new Busy();

  readonly summaries = signal<readonly SystemSummary[] | null>(null);
  readonly problem = signal<Problem | null>(null);
  /** The system just started, to say what found its place. */
  readonly started = signal<System | null>(null);
  /** A further system is being chosen. */
  readonly isChoosing = signal(false);

  /** Shows a system: the one asked for, else the one shown last, else the primary one. */
  async open(id?: string): Promise<void> {
    await this.sender.settled();
    this.problem.set(null);
    this.sender.forget();
    try {
      const summaries = await this.api.get('/systems');
      const wanted = id ?? sessionStorage.getItem(this.storageKey());
      const chosen = summaries.find((summary) => summary.id === wanted) ?? summaries[0];
      if (chosen === undefined) this.view.close();
      else await this.show(chosen.id);
      this.summaries.set(summaries);
      await this.sender.restore();
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  async start(templateId: StructureTemplateId, name?: string): Promise<void> {
    await this.starting.run(
      () =>
        this.sender.working(async () => {
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
    await this.sender.settled();
    const system = this.view.system();
    if (system === null || !(way === 'undo' ? system.canUndo : system.canRedo)) return;
    if (this.sender.unsent() !== null || this.sender.isBusy()) return;
    await this.sender.working(async () => {
      try {
        const seen = { id: system.id, ifMatch: system.version };
        const answer = await this.api.post(`/systems/{id}/${way}`, seen);
        await this.view.takeStep(answer);
        const { length: count } = answer.skipped;
        if (count > 0) this.notices.done(this.transloco.translate('systems.skipped', { count }));
        this.notices.done(this.transloco.translate(`systems.${way}Done`));
      } catch (error) {
        if (problemOf(error).isConflict) await this.view.load(system.id);
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
      this.view.refreshCoverage();
    });
  }

  async delete(): Promise<void> {
    await this.withSystem(async ({ id, version }) => {
      await this.api.delete('/systems/{id}', { id, ifMatch: version });
      sessionStorage.removeItem(this.storageKey());
      this.started.set(null);
      await this.open();
      void this.progress.refresh().catch(() => undefined);
    });
  }

  private async show(id: string): Promise<void> {
    await this.view.load(id);
    sessionStorage.setItem(this.storageKey(), id);
  }

  private acceptMeta(system: System): void {
    this.view.adopt(system, this.view.places());
  }

  private async withSystem(work: (system: System) => Promise<void>): Promise<void> {
    await this.sender.settled();
    const system = this.view.system();
    if (system === null) return;
    await this.sender.working(async () => {
      try {
        await work(system);
      } catch (error) {
        if (problemOf(error).isConflict) await this.view.load(system.id);
        throw error;
      }
    });
  }

  private storageKey(): string {
    return `lx.system.${this.organization.id()}`;
  }
}
