import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { applyOperations, mayTrimNode, StructureProblem } from '@liangxing/system-structure';
import { Api } from '../../core/api/api';
import { isPassing, waitAfter } from '../../core/drafts/pauses';
import { Notices } from '../../core/errors/notices';
import { Problem, problemOf } from '../../core/errors/problem';
import { LanguageService } from '../../core/i18n/language.service';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { KeptSteps } from './kept-steps';
import type { ChangeOperation, System } from './system';
import { SystemView } from './system-view';

/** Operations that are one step of undo. */
type Step = readonly ChangeOperation[];

/** Changes that the server has not taken: shown until it takes them or they are given up. */
interface Unsent {
  readonly problem: Problem;
  readonly steps: readonly Step[];
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
  private running: Promise<void> = Promise.resolve();
  private readonly timer = new QuietTimer();
  private failures = 0;
  private isGone = false;
  /** On their way, in their order. */
  private readonly steps = signal<readonly Step[]>([]);
  /** Why they wait: the server is not reached. */
  private readonly trouble = signal<Problem | null>(null);
  /** What a person has to decide about. */
  private readonly held = signal<Unsent | null>(null);

  readonly unsent = computed<Unsent | null>(() => {
    const trouble = this.trouble();
    return this.held() ?? (trouble && { problem: trouble, steps: this.steps() });
  });
  readonly isBusy = signal(false);
  readonly isSaving = signal(false);
  readonly saveState = computed(() => {
    const unsent = this.unsent();
    if (unsent !== null) {
      if (isPassing(unsent.problem.status)) return 'offline';
      return unsent.problem.isConflict ? 'conflict' : 'refused';
    }
    return this.isSaving() || this.isBusy() ? 'saving' : 'saved';
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
      this.timer.stop();
    });
  }

  /** What is on its way has arrived or has to wait. */
  settled(): Promise<void> {
    return this.running;
  }

  /**
   * Changes the system: one step of undo.
   * @returns nothing where it was done, else what is wrong, in the reader's language
   */
  change(operations: Step): string | null {
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
  try(operations: Step): boolean {
    const wrong = this.change(operations);
    if (wrong !== null) this.notices.failed(new Problem('structure_refused', 422, '', wrong));
    return wrong === null;
  }

  /** Sends again what the server did not take. */
  retry(): void {
    const held = this.held();
    if (held !== null) this.makeAnew(held.steps);
    // Without a connection the changes are still on the screen, and what is said stands until there is news.
    else this.run();
  }

  /** Steps that were made on another state, up to the first that is no longer possible. */
  private makeAnew(steps: readonly Step[]): void {
    this.held.set(null);
    for (const [at, operations] of steps.entries()) {
      const wrong = this.change(operations);
      if (wrong === null) continue;
      this.hold(new Problem('structure_refused', 422, '', wrong), steps.slice(at));
      return;
    }
  }

  private hold(problem: Problem, steps: readonly Step[]): void {
    this.held.update((held) => ({ problem, steps: [...(held?.steps ?? []), ...steps] }));
    this.keep();
  }

  /** Back on the line: what waited for it is sent. */
  retryOffline(): void {
    if (this.trouble() !== null) this.run();
  }

  /** Another system is opened: what was not taken waits on this machine. */
  forget(): void {
    this.timer.stop();
    this.letGo();
  }

  /** Gives up what is said not to be taken and shows what is stored; what was changed since goes on its own. */
  async giveUp(): Promise<void> {
    const [id, givenUp] = [this.view.id(), new Set(this.unsent()?.steps)];
    // What is on its way may yet be taken: nobody knows before its answer.
    while (this.isSaving()) await this.settled();
    if (id === null || id !== this.view.id()) return;
    this.timer.stop();
    const isLeft = (step: Step): boolean => !givenUp.has(step);
    this.trouble.set(null);
    this.steps.update((steps) => steps.filter(isLeft));
    this.held.update((held) => {
      const steps = held?.steps.filter(isLeft) ?? [];
      return held && steps.length > 0 ? { ...held, steps } : null;
    });
    this.keep();
    await this.working(() => this.view.load(id));
    if (this.steps().length > 0) this.run();
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
      const elsewhere = this.transloco.translate('systems.unsent.elsewhere');
      this.hold(new Problem('version_conflict', 409, elsewhere, ''), kept.steps.slice(at));
      return;
    }
  }

  private send(operations: Step): void {
    this.steps.update((steps) => [...steps, operations]);
    this.keep();
    if (this.trouble() === null) this.run();
  }

  private run(): void {
    if (!this.isSaving()) this.running = this.sendAll();
  }

  private async sendAll(): Promise<void> {
    this.isSaving.set(true);
    try {
      for (let step = this.steps()[0]; step; step = this.steps()[0])
        if (!(await this.sendOne(step))) return;
    } finally {
      this.isSaving.set(false);
    }
    const state = this.view.system();
    if (state === null) return;
    this.view.adopt(state, this.view.places());
    this.view.catchUp();
  }

  /** @returns false where the rest has to wait */
  private async sendOne(operations: Step): Promise<boolean> {
    const [system, { organizationId }] = [this.view.system(), this.view];
    if (system === null) return false;
    const { id, version } = system;
    const asked = { organizationId, id, ifMatch: version, body: { operations } };
    try {
      this.view.accept(await this.api.post('/systems/{id}/changes', asked));
      this.failures = 0;
      this.trouble.set(null);
      this.steps.update((steps) => steps.filter((step) => step !== operations));
      this.keep();
      return true;
    } catch (error) {
      await this.failed(problemOf(error), system);
      return false;
    }
  }

  private async failed(problem: Problem, { id }: System): Promise<void> {
    if (isPassing(problem.status)) {
      this.trouble.set(problem);
      this.retryLater();
      return;
    }
    this.trouble.set(null);
    await this.view.load(id, this.view.organizationId).catch(() => undefined);
    // What was done meanwhile was done upon what was refused.
    const steps = this.steps();
    this.steps.set([]);
    this.hold(problem, steps);
  }

  /** Whoever is not reached now may be so later, however that is noticed. */
  private retryLater(): void {
    if (!this.isGone) this.timer.start(waitAfter(this.failures++), () => this.retryOffline());
  }

  private letGo(): void {
    this.trouble.set(null);
    this.held.set(null);
    this.steps.set([]);
  }

  /** Keeps on this machine what the server has not taken. */
  private keep(): void {
    const system = this.view.system();
    if (system === null) return;
    const held = this.held();
    // What a person has not decided about is never sent by itself, whatever the version then is.
    const version = held?.problem.isConflict === true ? 0 : system.version;
    const steps = [...(held?.steps ?? []), ...this.steps()];
    this.kept.keep(this.view.organizationId, system.id, { version, steps });
  }
}
