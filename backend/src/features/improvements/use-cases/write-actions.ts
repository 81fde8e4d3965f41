import { Injectable } from '@nestjs/common';
import {
  ACTION_MOVES,
  isSamePerson,
  isWritten,
  moveBetween,
  movesFrom,
  personAfter,
  type ActionMove,
  type AuditAction,
  type NamedPerson,
} from '@liangxing/contracts';
import { findItem } from '@liangxing/scheme';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  changedFields,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  validationFailed,
  versionConflict,
} from '../../../kernel';
import { AssessmentsReader, refuseArchived } from '../../assessments';
import { requireMembers } from '../../organizations';
import { emptyAction, type ActionFields, type CorrectiveAction } from '../corrective-action';
import { CorrectiveActionsRepository } from '../corrective-actions.repository';
import { CorrectiveActionDto } from '../dto/corrective-action.dto';

/** An action as the person saw it who writes. */
type SeenAction = Pick<CorrectiveAction, 'id' | 'version'>;

type Changes = { readonly [Field in keyof ActionFields]?: ActionFields[Field] | undefined };

export interface RouteCorrection {
  readonly itemId: string;
  readonly ruleId: string;
  readonly text: string;
  readonly effort: number;
}

/** Adds, changes and removes corrective actions; somebody else than the owner verifies them. */
@Injectable()
export class WriteActions {
  constructor(
    private readonly database: TenantDatabase,
    private readonly actions: CorrectiveActionsRepository,
    private readonly assessments: AssessmentsReader,
    private readonly audit: Audit,
  ) {}

  async add(context: RequestContext, fields: Changes): Promise<CorrectiveAction> {
    return this.database.transaction(context, (manager) => this.addIn(manager, context, fields));
  }

  /** Inside the caller's transaction. */
  addIn(
    manager: EntityManager,
    context: RequestContext,
    fields: Changes,
  ): Promise<CorrectiveAction> {
    return this.insert(manager, context, merged(emptyAction, fields));
  }

  /** One action per correction of the cheapest route that has none yet; asking again adds nothing. */
  async addFromRoute(
    context: RequestContext,
    assessmentId: string,
    corrections: readonly RouteCorrection[],
  ): Promise<CorrectiveAction[]> {
    return this.database.transaction(context, async (manager) => {
      // Before the turn of the numbers, as every other writer of actions.
      await this.assessments.findKept(manager, context, assessmentId);
      await this.actions.lock(manager, context);
      const known = await this.actions.list(manager, context);
      const isKnown = ({ itemId, ruleId }: RouteCorrection): boolean =>
        known.some(
          (action) =>
            action.assessmentId === assessmentId &&
            action.itemId === itemId &&
            action.ruleId === ruleId,
        );
      const added: CorrectiveAction[] = [];
      for (const correction of corrections.filter((wanted) => !isKnown(wanted))) {
        const { itemId, ruleId, text, effort } = correction;
        const fields = { ...emptyAction, assessmentId, itemId, ruleId, finding: text, effort };
        added.push(await this.insert(manager, context, fields));
      }
      return added;
    });
  }

  /** Another state among the changes is a move like any other. @throws ProblemError action_move_not_allowed */
  async change(
    context: RequestContext,
    seen: SeenAction,
    changes: Changes,
  ): Promise<CorrectiveAction> {
    return this.rewrite(context, seen, (current) => {
      const { state = current.state } = changes;
      if (state !== current.state && moveBetween(ACTION_MOVES, current.state, state) === undefined)
        throw moveRefused(current);
      return merged(current, changes);
    });
  }

  /** One move of the table in `contracts`. @throws ProblemError action_move_not_allowed */
  async move(
    context: RequestContext,
    seen: SeenAction,
    move: ActionMove,
    told: Pick<Changes, 'verifiedBy' | 'verifiedByUserId' | 'verifiedOn'>,
  ): Promise<CorrectiveAction> {
    return this.rewrite(context, seen, (current) => {
      if (!movesFrom(ACTION_MOVES, current.state).includes(move)) throw moveRefused(current);
      return merged(current, { ...told, state: ACTION_MOVES[move].to });
    });
  }

  /** Writes over the version that was seen, and nothing where nothing differs. @throws ProblemError version_conflict */
  private rewrite(
    context: RequestContext,
    { id, version }: SeenAction,
    fieldsOf: (current: CorrectiveAction) => ActionFields,
  ): Promise<CorrectiveAction> {
    return this.database.transaction(context, async (manager) => {
      const current = await this.actions.find(manager, context, id);
      if (current === null) throw notFound();
      if (current.version !== version) throw versionConflict(CorrectiveActionDto.of(current));
      const fields = fieldsOf(current);
      await this.check(manager, context, fields, current);
      if (changedFields(current, fields).length === 0) return current;
      const changed = await this.actions.update(manager, context, id, version, fields);
      if (changed === null)
        throw versionConflict(
          CorrectiveActionDto.of((await this.actions.find(manager, context, id)) ?? current),
        );
      await this.record(manager, context, 'corrective_action.changed', changed);
      return changed;
    });
  }

  async remove(context: RequestContext, id: string, expectedVersion: number): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const current = await this.actions.find(manager, context, id);
      if (current === null) throw notFound();
      if (!(await this.actions.remove(manager, context, id, expectedVersion)))
        throw versionConflict(
          CorrectiveActionDto.of((await this.actions.find(manager, context, id)) ?? current),
        );
      await this.record(manager, context, 'corrective_action.removed', current);
    });
  }

  /** What was put away gets no new actions; those that it has go on. @throws ProblemError assessment_archived */
  private async insert(
    manager: EntityManager,
    context: RequestContext,
    fields: ActionFields,
  ): Promise<CorrectiveAction> {
    await this.check(manager, context, fields, emptyAction);
    if (fields.assessmentId !== null) {
      const kept = await this.assessments.findKept(manager, context, fields.assessmentId);
      if (kept !== null) refuseArchived(kept);
    }
    const added = await this.actions.insert(manager, context, randomUUID(), fields);
    await this.record(manager, context, 'corrective_action.added', added);
    return added;
  }

  private async check(
    manager: EntityManager,
    context: RequestContext,
    fields: ActionFields,
    before: ActionFields,
  ): Promise<void> {
    const { assessmentId, itemId, state } = fields;
    const told = (path: 'owner' | 'verifiedBy') => ({
      paths: { name: path, userId: `${path}UserId` },
      ...personOf(fields, path),
      before: before[`${path}UserId`],
    });
    await requireMembers(manager, context, [told('owner'), told('verifiedBy')]);
    if (assessmentId !== null) {
      const scheme = await this.assessments.schemeOf(manager, context, assessmentId);
      if (scheme === null) throw notFound();
      if (itemId !== null && findItem(scheme, itemId) === undefined)
        throw new ProblemError('item_outside_scheme', { item: itemId });
    } else if (itemId !== null) {
      throw validationFailed({ path: 'assessmentId', code: 'required' });
    }
    if (state !== 'verified') return;
    // Nothing can be verified of which nobody said what it was.
    const missing = (['cause', 'measure', 'result'] as const).filter(
      (field) => !isWritten(fields[field]),
    );
    if (missing.length > 0)
      throw validationFailed(...missing.map((path) => ({ path, code: 'required' as const })));
    const [owner, verifier] = [personOf(fields, 'owner'), personOf(fields, 'verifiedBy')];
    if (verifier.name === '') throw validationFailed({ path: 'verifiedBy', code: 'required' });
    if (isSamePerson(owner, verifier)) throw new ProblemError('verifier_is_owner');
  }

  private record(
    manager: EntityManager,
    context: RequestContext,
    action: AuditAction,
    { id, number, state }: CorrectiveAction,
  ): Promise<void> {
    const subject = { type: 'corrective_action', id };
    return this.audit.record(manager, context, action, subject, { number, state });
  }
}

const moveRefused = (current: CorrectiveAction): ProblemError =>
  new ProblemError('action_move_not_allowed', {}, { current: CorrectiveActionDto.of(current) });

const personOf = (fields: ActionFields, name: 'owner' | 'verifiedBy'): NamedPerson => ({
  name: fields[name],
  userId: fields[`${name}UserId`],
});

/** Fields with the named changes; another name lets its account go. */
function merged(fields: ActionFields, changes: Changes): ActionFields {
  const named = Object.entries(changes).filter(([, value]) => value !== undefined);
  const owner = personAfter(personOf(fields, 'owner'), {
    name: changes.owner,
    userId: changes.ownerUserId,
  });
  const verifier = personAfter(personOf(fields, 'verifiedBy'), {
    name: changes.verifiedBy,
    userId: changes.verifiedByUserId,
  });
  return {
    ...fields,
    ...(Object.fromEntries(named) as Partial<ActionFields>),
    owner: owner.name,
    ownerUserId: owner.userId,
    verifiedBy: verifier.name,
    verifiedByUserId: verifier.userId,
  };
}
