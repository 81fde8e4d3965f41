import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { Api } from '../../../core/api/api';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SystemStore } from '../system-store';
import { SystemSender } from '../system-sender';
import { SystemView } from '../system-view';
import type { DraftState } from '@liangxing/contracts';
import { Busy } from '../../../core/once/busy';
import type {
  AskedDraft,
  Draft,
  DraftHead,
  DraftContent,
  DraftOutline,
  Numbering,
  StepInput,
} from './draft';

/** The enterprise's own standards, from the first line to the withdrawal. */
@Injectable()
export class DraftsStore {
  private readonly api = inject(Api);
  private readonly systems = inject(SystemStore);
  private readonly opened = inject(SystemView);
  private readonly sender = inject(SystemSender);

  readonly drafts = signal<readonly DraftHead[] | null>(null);
  readonly outlines = signal<readonly DraftOutline[]>([]);
  readonly numbering = signal<Numbering | null>(null);
  /** Names of the departments in the profile, to choose from. */
  readonly departments = signal<readonly string[]>([]);
  readonly open = signal<Draft | null>(null);
  readonly problem = signal<Problem | null>(null);
  private readonly creating = new Busy();
  readonly isBusy = signal(false);
  /** Counts what was asked to be opened: only the last is. */
  private asked = 0;

  constructor() {
    const organization = inject(CurrentOrganization);
    effect(() => {
      if (organization.id()) untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    await this.run(async () => {
      const [drafts, outlines, numbering, { departments }] = await Promise.all([
        this.api.get('/drafts'),
        this.api.get('/draft-outlines'),
        this.api.get('/numbering-rule'),
        this.api.get('/profile'),
      ]);
      this.drafts.set(drafts);
      this.outlines.set(outlines);
      this.numbering.set(numbering);
      this.departments.set(departments.map(({ name }) => name).filter((name) => name !== ''));
    });
  }

  async show(id: string | null): Promise<void> {
    const asked = (this.asked += 1);
    this.problem.set(null);
    if (id === null) {
      this.open.set(null);
      return;
    }
    try {
      const draft = await this.api.get('/drafts/{id}', { id });
      if (asked === this.asked) this.open.set(draft);
    } catch (error) {
      if (asked === this.asked) this.problem.set(problemOf(error));
    }
  }

  /** What became of one that takes no more. */
  async lookAgain(id: string): Promise<void> {
    const draft = await this.api.get('/drafts/{id}', { id });
    if (draft.version >= (this.shown(id)?.version ?? 0)) this.take(draft);
  }

  /** Starts a draft and gives its entry in the register the place that was asked for. */
  async start(content: DraftContent, node: string | null): Promise<boolean> {
    return this.once(async () => {
      const draft = await this.opening(this.api.post('/drafts', { body: content }));
      await this.systems.open(this.opened.id() ?? undefined);
      if (node !== null && draft.standardId !== null && this.opened.index().byKey.has(node)) {
        this.sender.change([
          { op: 'place', basis: 'hand', places: { [draft.standardId]: [node] } },
        ]);
      }
    }, JSON.stringify(content));
  }

  /** Starts all that is asked for and gives each entry in the register its place: one step of undo. */
  startSeveral(
    asked: readonly (AskedDraft & { readonly key: string })[],
    isNumbered: boolean,
  ): Promise<boolean> {
    return this.once(async () => {
      const body = { drafts: asked.map(({ key: _, ...content }) => content), isNumbered };
      const started = await this.api.post('/draft-batches', { body });
      this.drafts.set(await this.api.get('/drafts'));
      await this.systems.open(this.opened.id() ?? undefined);
      const places = started.flatMap(({ standardId }, index) => {
        const key = asked[index]?.key ?? '';
        return standardId === null ? [] : [[standardId, [key]] as const];
      });
      this.sender.change([{ op: 'place', basis: 'hand', places: Object.fromEntries(places) }]);
    }, JSON.stringify(asked));
  }

  moveSeveral(drafts: readonly DraftHead[], step: StepInput): Promise<boolean> {
    return this.once(
      async () => {
        const versions = drafts.map(({ id, version }) => ({ id, version }));
        await this.api.post('/draft-batches/moves', { body: { ...step, drafts: versions } });
        this.open.set(null);
        this.drafts.set(await this.api.get('/drafts'));
        await this.systems.open(this.opened.id() ?? undefined);
      },
      `${drafts.map(({ id }) => id).join()} ${JSON.stringify(step)}`,
    );
  }

  /** The newest that is known of the open one. */
  shown(id: string): Draft | undefined {
    const draft = this.open();
    return draft?.id === id ? draft : undefined;
  }

  move(draft: Draft, step: StepInput): Promise<boolean> {
    return this.once(
      async () => {
        const asked = { ...seen(draft), body: step };
        this.take(await this.api.post('/drafts/{id}/moves', asked));
        this.drafts.set(await this.api.get('/drafts'));
        await this.systems.open(this.opened.id() ?? undefined);
      },
      `${draft.id} ${JSON.stringify(step)}`,
    );
  }

  revise({ id }: Draft): Promise<boolean> {
    return this.once(
      async () => void (await this.opening(this.api.post('/drafts/{id}/revision', { id }))),
      `revise ${id}`,
    );
  }

  remove(draft: Draft): Promise<boolean> {
    return this.run(async () => {
      await this.api.delete('/drafts/{id}', seen(draft));
      if (this.shown(draft.id)) this.open.set(null);
      this.drafts.set(await this.api.get('/drafts'));
    });
  }

  addFile(draft: Draft, file: File): Promise<boolean> {
    return this.once(
      async () => {
        const asked = { ...seen(draft), form: { file } };
        this.take(await this.api.post('/drafts/{id}/files', asked));
      },
      `${draft.id} ${String(draft.version)} ${file.name} ${String(file.lastModified)}`,
    );
  }

  removeFile(draft: Draft, number: number): Promise<boolean> {
    return this.run(async () => {
      const asked = { ...seen(draft), number };
      this.take(await this.api.delete('/drafts/{id}/files/{number}', asked));
    });
  }

  /** A version as it was uploaded. */
  fileUrl({ id }: Draft, number: number): string {
    return this.api.url('/drafts/{id}/files/{number}/content', { id, number });
  }

  async nextNumber(draft: Draft): Promise<string | null> {
    let number: string | null = null;
    await this.run(async () => {
      const asked = { kind: draft.kind, node: this.placeOf(draft) };
      ({ number } = await this.api.get('/numbering-rule/next', asked));
    });
    return number;
  }

  saveNumbering({ version, pattern, classes }: Numbering): Promise<boolean> {
    const asked = { ifMatch: version, body: { pattern, classes } };
    return this.run(async () => this.numbering.set(await this.api.put('/numbering-rule', asked)));
  }

  wordUrl({ id }: Draft): string {
    return this.api.url('/drafts/{id}/word', { id });
  }

  wordsUrl(state: DraftState): string {
    return this.api.url('/draft-batches/word', { state });
  }

  /** Code of the node where its entry stands: rules may number by it. */
  private placeOf({ standardId }: Draft): string {
    const [key] = this.opened.places().get(standardId ?? '') ?? [];
    return key === undefined ? '' : (this.opened.index().byKey.get(key)?.code ?? '');
  }

  /** It is stored so now. */
  take(draft: Draft): void {
    if (this.shown(draft.id)) this.open.set(draft);
    this.drafts.update((list) => [draft, ...(list ?? []).filter(({ id }) => id !== draft.id)]);
  }

  /** What is begun is opened, unless another was asked for meanwhile. */
  private async opening(begun: Promise<Draft>): Promise<Draft> {
    const asked = (this.asked += 1);
    const draft = await begun;
    if (asked === this.asked) this.open.set(draft);
    this.take(draft);
    return draft;
  }

  /** What a double click must not do twice; typing saves as often as it likes. */
  private async once(work: () => Promise<void>, what: string): Promise<boolean> {
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

const seen = ({ id, version }: Draft) => ({ id, ifMatch: version });

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'moves' in value;
}
