import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SystemStore } from '../system-store';
import type { DraftState } from '@liangxing/contracts';
import { Busy } from '../../../core/once/busy';
import type { AskedDraft, Draft, DraftContent, DraftOutline, Numbering, StepInput } from './draft';
import { DraftsApi } from './drafts-api';

/** The enterprise's own standards, from the first line to the withdrawal. */
@Injectable()
export class DraftsStore {
  private readonly api = inject(DraftsApi);
  private readonly systems = inject(SystemStore);

  readonly drafts = signal<readonly Draft[] | null>(null);
  readonly outlines = signal<readonly DraftOutline[]>([]);
  readonly numbering = signal<Numbering | null>(null);
  /** Names of the departments in the profile, to choose from. */
  readonly departments = signal<readonly string[]>([]);
  readonly open = signal<Draft | null>(null);
  readonly problem = signal<Problem | null>(null);
  private readonly creating = new Busy();
  readonly isBusy = signal(false);

  constructor() {
    const organization = inject(CurrentOrganization);
    effect(() => {
      if (organization.id()) untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    await this.run(async () => {
      const [drafts, outlines, numbering, departments] = await Promise.all([
        this.api.list(),
        this.api.outlines(),
        this.api.numbering(),
        this.api.departments(),
      ]);
      this.drafts.set(drafts);
      this.outlines.set(outlines);
      this.numbering.set(numbering);
      this.departments.set(departments);
    });
  }

  async show(id: string | null): Promise<void> {
    this.problem.set(null);
    if (id === null) this.open.set(null);
    else await this.run(async () => this.open.set(await this.api.get(id)));
  }

  /** Starts a draft and gives its entry in the register the place that was asked for. */
  async start(content: DraftContent, node: string | null): Promise<boolean> {
    return this.once(async () => {
      const draft = await this.api.start(content);
      this.take(draft);
      await this.systems.open(this.systems.id() ?? undefined);
      if (node !== null && draft.standardId !== null && this.systems.index().byKey.has(node)) {
        this.systems.change([
          { op: 'place', basis: 'hand', places: { [draft.standardId]: [node] } },
        ]);
      }
    });
  }

  /** Starts all that is asked for and gives each entry in the register its place: one step of undo. */
  startSeveral(
    asked: readonly (AskedDraft & { readonly key: string })[],
    isNumbered: boolean,
  ): Promise<boolean> {
    return this.once(async () => {
      const contents = asked.map(({ key: _, ...content }) => content);
      const started = await this.api.startSeveral(contents, isNumbered);
      this.drafts.set(await this.api.list());
      await this.systems.open(this.systems.id() ?? undefined);
      const places = started.flatMap(({ standardId }, index) => {
        const key = asked[index]?.key ?? '';
        return standardId === null ? [] : [[standardId, [key]] as const];
      });
      this.systems.change([{ op: 'place', basis: 'hand', places: Object.fromEntries(places) }]);
    });
  }

  moveSeveral(drafts: readonly Draft[], step: StepInput): Promise<boolean> {
    return this.once(
      async () => {
        await this.api.moveSeveral(drafts, step);
        this.open.set(null);
        this.drafts.set(await this.api.list());
        await this.systems.open(this.systems.id() ?? undefined);
      },
      `${drafts.map(({ id }) => id).join()} ${JSON.stringify(step)}`,
    );
  }

  change(draft: Draft, changes: Partial<DraftContent>): Promise<boolean> {
    return this.run(async () => this.take(await this.api.change(draft, changes)));
  }

  move(draft: Draft, step: StepInput): Promise<boolean> {
    return this.once(
      async () => {
        this.take(await this.api.move(draft, step));
        this.drafts.set(await this.api.list());
        await this.systems.open(this.systems.id() ?? undefined);
      },
      `${draft.id} ${JSON.stringify(step)}`,
    );
  }

  revise(draft: Draft): Promise<boolean> {
    return this.once(async () => this.take(await this.api.revise(draft)), `revise ${draft.id}`);
  }

  remove(draft: Draft): Promise<boolean> {
    return this.run(async () => {
      await this.api.remove(draft);
      this.open.set(null);
      this.drafts.set(await this.api.list());
    });
  }

  async nextNumber(draft: Draft): Promise<string | null> {
    let number: string | null = null;
    await this.run(async () => {
      number = await this.api.nextNumber(draft.kind, this.placeOf(draft));
    });
    return number;
  }

  saveNumbering(numbering: Numbering): Promise<boolean> {
    return this.run(async () => this.numbering.set(await this.api.saveNumbering(numbering)));
  }

  wordUrl(draft: Draft): string {
    return this.api.wordUrl(draft);
  }

  wordsUrl(state: DraftState): string {
    return this.api.wordsUrl(state);
  }

  /** Code of the node where its entry stands: rules may number by it. */
  private placeOf({ standardId }: Draft): string {
    const [key] = this.systems.places().get(standardId ?? '') ?? [];
    return key === undefined ? '' : (this.systems.index().byKey.get(key)?.code ?? '');
  }

  private take(draft: Draft): void {
    this.open.set(draft);
    this.drafts.update((list) => [draft, ...(list ?? []).filter(({ id }) => id !== draft.id)]);
  }

  /** What a double click must not do twice; typing saves as often as it likes. */
  private async once(work: () => Promise<void>, what?: string): Promise<boolean> {
    return (await this.creating.run(() => this.run(work), what)) ?? false;
  }

  /** A conflict shows what is stored now; what was typed stays in the form. */
  private async run(work: () => Promise<void>): Promise<boolean> {
    if (this.isBusy()) return false;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await work();
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.isConflict && isDraft(problem.current)) this.take(problem.current);
      this.problem.set(problem);
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'nextStates' in value;
}
