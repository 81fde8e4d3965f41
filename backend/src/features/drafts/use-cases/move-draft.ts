import { Injectable } from '@nestjs/common';
import { DRAFT_STEPS, type DraftState } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  organizationDay,
  ProblemError,
  RequestContext,
  TenantDatabase,
  validationFailed,
} from '../../../kernel';
import { recordOf, StandardsRepository, type StandardRecord } from '../../standards';
import type { Draft } from '../draft';
import { DraftsRepository, type StepDates } from '../drafts.repository';
import { WriteDrafts, type DraftView } from './write-drafts';

export interface Step {
  readonly state: DraftState;
  readonly on: string;
  readonly by: string;
  readonly note: string;
  readonly issuedOn: string | null;
  readonly inForceOn: string | null;
}

/** A draft as the person saw it who moves it. */
export type VersionedDraft = Pick<Draft, 'id' | 'version'>;

/** Takes a standard one step further; the register follows. */
@Injectable()
export class MoveDraft {
  constructor(
    private readonly database: TenantDatabase,
    private readonly drafts: DraftsRepository,
    private readonly writer: WriteDrafts,
    private readonly standards: StandardsRepository,
    private readonly audit: Audit,
  ) {}

  async execute(
    context: RequestContext,
    id: string,
    version: number,
    step: Step,
  ): Promise<DraftView> {
    return this.database.transaction(context, (manager) =>
      this.moveIn(manager, context, { id, version }, step),
    );
  }

  /** Several standards, as one meeting decides: all of them take the step, or none. */
  async several(
    context: RequestContext,
    drafts: readonly VersionedDraft[],
    step: Step,
  ): Promise<DraftView[]> {
    return this.database.transaction(context, async (manager) => {
      const moved: DraftView[] = [];
      for (const draft of drafts) moved.push(await this.moveIn(manager, context, draft, step));
      return moved;
    });
  }

  private async moveIn(
    manager: EntityManager,
    context: RequestContext,
    { id, version }: VersionedDraft,
    step: Step,
  ): Promise<DraftView> {
    const { draft, steps } = await this.writer.view(manager, context, id);
    if (draft.version !== version) throw await this.writer.conflict(manager, context, id);
    const last = steps.at(-1)?.on ?? '';
    const dates = checkedDates(draft, step, last);
    if (!(await this.drafts.move(manager, context, draft, step.state, dates))) {
      throw await this.writer.conflict(manager, context, id);
    }
    await this.drafts.addStep(manager, context, id, step);
    if (step.state === 'in_force') await this.comeIntoForce(manager, context, draft, dates);
    if (step.state === 'withdrawn') await this.end(manager, context, draft, step.on);
    const subject = { type: 'draft', id };
    await this.audit.record(manager, context, 'draft.moved', subject, { state: step.state });
    return this.writer.view(manager, context, id);
  }

  private async comeIntoForce(
    manager: EntityManager,
    context: RequestContext,
    draft: Draft,
    dates: StepDates,
  ): Promise<void> {
    const { number, title, englishTitle, department, replacesNumber } = draft;
    const [issuedOn, inForceOn] = [dates.issuedOn ?? null, dates.inForceOn ?? null];
    await this.changeEntry(manager, context, draft.standardId, {
      number,
      title,
      englishTitle,
      department,
      replacesNumber,
      issuedOn,
      inForceOn,
      isPlanned: false,
    });
    if (draft.replacesDraft === null || inForceOn === null) return;
    const old = await this.drafts.find(manager, context, draft.replacesDraft);
    if (old?.state !== 'in_force') return;
    await this.drafts.move(manager, context, old, 'revised', { withdrawnOn: inForceOn });
    const step = { state: 'revised' as const, on: inForceOn, by: context.userName, note: number };
    await this.drafts.addStep(manager, context, old.id, step);
    await this.changeEntry(manager, context, old.standardId, { withdrawnOn: inForceOn });
  }

  private async end(
    manager: EntityManager,
    context: RequestContext,
    { standardId, state }: Draft,
    on: string,
  ): Promise<void> {
    // A revised standard has gone out with the day on which its successor came.
    if (state !== 'revised')
      await this.changeEntry(manager, context, standardId, { withdrawnOn: on });
  }

  private async changeEntry(
    manager: EntityManager,
    context: RequestContext,
    standardId: string | null,
    change: Partial<StandardRecord>,
  ): Promise<void> {
    if (standardId === null) return;
    const day = organizationDay(new Date());
    const row = await this.standards.find(manager, context, day, standardId);
    if (row === null) throw notFound();
    const record = { ...recordOf(row), ...change };
    const written = await this.standards.update(manager, context, [
      { id: row.id, version: row.version, record },
    ]);
    // Somebody changed the entry at this very moment: the whole step is asked for again.
    if (written.size === 0) throw new ProblemError('conflict');
  }
}

/** The dates that the step sets. @throws ProblemError where the step is not allowed or lacks something */
function checkedDates(draft: Draft, step: Step, last: string): StepDates {
  const { state, on, by, note, issuedOn, inForceOn } = step;
  if (!DRAFT_STEPS[draft.state].includes(state)) {
    throw new ProblemError('draft_step_not_allowed', { from: draft.state, to: state });
  }
  if (on < last) throw validationFailed({ path: 'on', code: 'before_last_step' });
  if (state === 'approved' && by === '') throw validationFailed({ path: 'by', code: 'required' });
  if (state === 'withdrawn') {
    if (note === '') throw validationFailed({ path: 'note', code: 'required' });
    return draft.state === 'revised' ? {} : { withdrawnOn: on };
  }
  if (state !== 'in_force') return {};
  if (draft.number === '') throw new ProblemError('draft_number_missing', { title: draft.title });
  if (issuedOn === null) throw validationFailed({ path: 'issuedOn', code: 'required' });
  if (inForceOn === null) throw validationFailed({ path: 'inForceOn', code: 'required' });
  if (inForceOn < issuedOn) throw validationFailed({ path: 'inForceOn', code: 'before_issue' });
  return { issuedOn, inForceOn };
}
