import { Injectable } from '@nestjs/common';
import { DRAFT_MOVES, draftVerbsFrom, type DraftVerb } from '@liangxing/contracts';
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
import { requireMembers } from '../../organizations';
import { recordOf, StandardsRepository, type StandardRecord } from '../../standards';
import { ownName, type Draft, type DraftView } from '../draft';
import { DraftsRepository, type StepDates } from '../drafts.repository';
import { DraftDto } from '../dto/draft.dto';
import { WriteDrafts } from './write-drafts';

/** A move as a person tells of it. */
interface ToldMove {
  readonly move: DraftVerb;
  readonly on: string;
  readonly by: string;
  /** The member whom `by` means; null: a name alone. */
  readonly byUserId: string | null;
  readonly note: string;
  readonly issuedOn: string | null;
  readonly inForceOn: string | null;
}

/** A draft as the person saw it who moves it. */
type VersionedDraft = Pick<Draft, 'id' | 'version'>;

/** Takes a standard along one move of the table in `contracts`; the register follows. */
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
    told: ToldMove,
  ): Promise<DraftView> {
    return this.database.transaction(context, (manager) =>
      this.moveIn(manager, context, { id, version }, told),
    );
  }

  /** Several standards, as one meeting decides: all of them take the step, or none. */
  async several(
    context: RequestContext,
    drafts: readonly VersionedDraft[],
    told: ToldMove,
  ): Promise<DraftView[]> {
    return this.database.transaction(context, async (manager) => {
      const moved: DraftView[] = [];
      for (const draft of drafts) moved.push(await this.moveIn(manager, context, draft, told));
      return moved;
    });
  }

  private async moveIn(
    manager: EntityManager,
    context: RequestContext,
    { id, version }: VersionedDraft,
    told: ToldMove,
  ): Promise<DraftView> {
    const seen = await this.writer.view(manager, context, id);
    const { draft, steps } = seen;
    if (draft.version !== version) throw await this.writer.conflict(manager, context, id);
    if (!draftVerbsFrom(draft.state).includes(told.move))
      throw new ProblemError('draft_move_not_allowed', {}, { current: DraftDto.of(seen) });
    const paths = { name: 'by', userId: 'byUserId' };
    const decider = { paths, name: told.by, userId: told.byUserId, before: null };
    await requireMembers(manager, context, [decider]);
    const last = steps.at(-1)?.on ?? '';
    const dates = checkedDates(draft, told, last);
    const { move, on, by, byUserId, note } = told;
    const { to } = DRAFT_MOVES[move];
    if (!(await this.drafts.move(manager, context, draft, DRAFT_MOVES[move], dates))) {
      throw await this.writer.conflict(manager, context, id);
    }
    await this.drafts.addStep(manager, context, id, { state: to, on, by, byUserId, note });
    if (move === 'bring_into_force') await this.comeIntoForce(manager, context, draft, dates);
    if (move === 'withdraw') await this.end(manager, context, draft, on);
    const subject = { type: 'draft', id };
    await this.audit.record(manager, context, 'draft.moved', subject, { state: to });
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
    const { supersede } = DRAFT_MOVES;
    if (old === null) return;
    const dated = { withdrawnOn: inForceOn };
    if (!(await this.drafts.move(manager, context, old, supersede, dated))) return;
    const step = { state: supersede.to, on: inForceOn, ...ownName(context), note: number };
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

/** The dates that the move sets. @throws ProblemError where it lacks something */
function checkedDates(draft: Draft, told: ToldMove, last: string): StepDates {
  const { move, on, by, note, issuedOn, inForceOn } = told;
  if (on < last) throw validationFailed({ path: 'on', code: 'before_last_step' });
  if (move === 'approve' && by === '') throw validationFailed({ path: 'by', code: 'required' });
  if (move === 'withdraw') {
    if (note === '') throw validationFailed({ path: 'note', code: 'required' });
    return draft.state === 'revised' ? {} : { withdrawnOn: on };
  }
  if (move !== 'bring_into_force') return {};
  if (draft.number === '') throw new ProblemError('draft_number_missing', { title: draft.title });
  if (issuedOn === null) throw validationFailed({ path: 'issuedOn', code: 'required' });
  if (inForceOn === null) throw validationFailed({ path: 'inForceOn', code: 'required' });
  if (inForceOn < issuedOn) throw validationFailed({ path: 'inForceOn', code: 'before_issue' });
  return { issuedOn, inForceOn };
}
