import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { applyOperations, mayTrimNode, StructureProblem } from '@liangxing/system-structure';
import { Api } from '../../core/api/api';
import { isPassing, waitAfter } from '../../core/drafts/draft-saver';
import { Notices } from '../../core/errors/notices';
import { Problem, problemOf } from '../../core/errors/problem';
import { LanguageService } from '../../core/i18n/language.service';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { KeptSteps } from './kept-steps';
import type { ChangeOperation } from './system';
import { SystemView } from './system-view';

/** Changes that the server has not taken: shown until they are sent again or given up. */
interface Unsent {
  readonly problem: Problem;
  readonly steps: readonly (readonly ChangeOperation[])[];
}

/**
 * Changes of the system that is open: they show at once, by the same functions that the server uses,
 * and are sent one after another; what the server does not take is kept on this machine and said.
 */
@Injectable()
export class SystemSender {
  private readonly api = inject(Api);
  private readonly view = inject(SystemView);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageService);
  private readonly kept = inject(KeptSteps);
  private queue: Promise<void> = Promise.resolve();
  private readonly timer = new QuietTimer();
  private failures = 0;
  private isGone = false;
  /** Steps on their way, in their order. */
  private sending: (readonly ChangeOperation[])[] = [];
  private readonly waiting = signal(0);

  readonly unsent = signal<Unsent | null>(null);
  readonly isBusy = signal(false);
  readonly isSaving = computed(() => this.waiting() > 0);
  readonly saveState = computed(() => {
    const unsent = this.unsent();
    if (unsent !== null) {
      if (isPassing(unsent.problem.status)) return 'offline';
      return unsent.problem.isConflict ? 'conflict' : 'refused';
    }
    return this.isSaving() ? 'saving' : 'saved';
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
      this.timer.stop();
    });
  }

  /** What is on its way has arrived or has to wait. */
  settled(): Promise<void> {
    return this.queue;
  }

  /**
   * Changes the system: one step of undo.
   * @returns nothing where it was done, else what is wrong, in the reader's language
   */
  change(operations: readonly ChangeOperation[]): string | null {
    const state = this.view.state();
    if (state === null || operations.length === 0) return null;
    try {
      const applied = applyOperations(state, operations, { mayTrim: mayTrimNode });
      this.view.show(applied.state);
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

  /** Sends again what the server did not take. */
  retry(): void {
    const unsent = this.unsent();
    if (unsent === null) return;
    this.unsent.set(null);
    this.keep();
    for (const [at, operations] of unsent.steps.entries()) {
      // Without a connection the changes are still on the screen; else they are made anew.
      if (isPassing(unsent.problem.status)) this.send(operations);
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

  /** Whoever is not reached now may be so later, however that is noticed. */
  private retryLater(): void {
    if (!this.isGone) this.timer.start(waitAfter(this.failures++), () => this.retryOffline());
  }

  /** Back on the line: what waited for it is sent. */
  retryOffline(): void {
    if (isPassing(this.unsent()?.problem.status ?? 400)) this.retry();
  }

  /** Another system is opened: what was not taken waits on this machine. */
  forget(): void {
    this.timer.stop();
    this.unsent.set(null);
  }

  /** Gives up what the server did not take and shows what is stored. */
  async giveUp(): Promise<void> {
    this.unsent.set(null);
    this.keep();
    const id = this.view.id();
    if (id !== null) await this.working(() => this.view.load(id));
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

  /** What an earlier visit left unsent: sent where nobody changed the system since, else asked about. */
  async restore(): Promise<void> {
    const system = this.view.system();
    const { organizationId } = this.view;
    const kept = system === null ? undefined : await this.kept.read(organizationId, system.id);
    if (kept === undefined || system?.id !== this.view.id()) return;
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

  private send(operations: readonly ChangeOperation[]): void {
    this.waiting.update((count) => count + 1);
    this.sending.push(operations);
    this.keep();
    this.queue = this.queue.then(async () => {
      await this.sendNow(operations);
      this.sending.shift();
      this.keep();
      this.waiting.update((count) => count - 1);
      const state = this.view.system();
      if (this.waiting() > 0 || this.unsent() !== null || state === null) return;
      this.view.adopt(state, this.view.places());
      this.view.refreshCoverage();
    });
  }

  private async sendNow(operations: readonly ChangeOperation[]): Promise<void> {
    const [system, { organizationId }] = [this.view.system(), this.view];
    if (system === null) return;
    const unsent = this.unsent();
    if (unsent !== null) {
      this.unsent.set({ ...unsent, steps: [...unsent.steps, operations] });
      return;
    }
    try {
      const { id, version } = system;
      const asked = { organizationId, id, ifMatch: version, body: { operations } };
      this.view.accept(await this.api.post('/systems/{id}/changes', asked));
      this.failures = 0;
    } catch (error) {
      const problem = problemOf(error);
      this.unsent.set({ problem, steps: [operations] });
      if (isPassing(problem.status)) this.retryLater();
      else await this.view.load(system.id, organizationId).catch(() => undefined);
    }
  }

  /** Keeps on this machine what the server has not taken. */
  private keep(): void {
    const system = this.view.system();
    if (system === null) return;
    const steps = [...(this.unsent()?.steps ?? []), ...this.sending];
    // What a person has not decided about is never sent by itself, whatever the version then is.
    const version = this.unsent()?.problem.isConflict === true ? 0 : system.version;
    this.kept.keep(this.view.organizationId, system.id, { version, steps });
  }
}
