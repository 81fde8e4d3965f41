import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Quotas, removeVersion, takeTurn, updateVersion, type RequestContext } from '../../kernel';
import type { ActionFields, CorrectiveAction } from './corrective-action';
import { CorrectiveActionEntity } from './entities/corrective-action.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Without what the database keeps for itself. */
function actionOf({
  organizationId: _organizationId,
  updatedAt: _updatedAt,
  ...action
}: CorrectiveActionEntity): CorrectiveAction {
  return action;
}

/** Nothing but what a person writes, whatever stands beside it. */
const fieldsOf = (fields: ActionFields): ActionFields => ({
  assessmentId: fields.assessmentId,
  itemId: fields.itemId,
  ruleId: fields.ruleId,
  finding: fields.finding,
  cause: fields.cause,
  measure: fields.measure,
  owner: fields.owner,
  ownerUserId: fields.ownerUserId,
  dueOn: fields.dueOn,
  state: fields.state,
  result: fields.result,
  verifiedBy: fields.verifiedBy,
  verifiedByUserId: fields.verifiedByUserId,
  verifiedOn: fields.verifiedOn,
  effort: fields.effort,
});

@Injectable()
export class CorrectiveActionsRepository {
  constructor(private readonly quotas: Quotas) {}

  async list(manager: EntityManager, { organizationId }: Tenant): Promise<CorrectiveAction[]> {
    const order = { number: 'ASC' } as const;
    const found = await manager.find(CorrectiveActionEntity, { where: { organizationId }, order });
    return found.map(actionOf);
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<CorrectiveAction | null> {
    const found = await manager.findOneBy(CorrectiveActionEntity, { organizationId, id });
    return found && actionOf(found);
  }

  /** Until this transaction ends nobody adds an action: who looks for one first does not miss another's. */
  async lock(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await takeTurn(manager, `corrective_actions ${organizationId}`);
  }

  /** Numbers go on from the largest; writers of one organization take turns. */
  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    fields: ActionFields,
  ): Promise<CorrectiveAction> {
    await this.lock(manager, { organizationId });
    await this.quotas.require(manager, organizationId, 'corrective_actions');
    const last = await manager.maximum(CorrectiveActionEntity, 'number', { organizationId });
    const number = (last ?? 0) + 1;
    const row = { organizationId, id, number, ...fieldsOf(fields) };
    await manager.insert(CorrectiveActionEntity, row);
    return actionOf(await manager.findOneByOrFail(CorrectiveActionEntity, { organizationId, id }));
  }

  /** Writes only over the expected version; null where another one is stored. */
  async update(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    expectedVersion: number,
    fields: ActionFields,
  ): Promise<CorrectiveAction | null> {
    const place = { organizationId, id, version: expectedVersion };
    const values = { ...fieldsOf(fields), updatedAt: () => 'now()' };
    const isWritten = await updateVersion(manager, CorrectiveActionEntity, place, values);
    return isWritten ? this.find(manager, { organizationId }, id) : null;
  }

  /** Removes only the expected version; false where another one is stored. */
  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    version: number,
  ): Promise<boolean> {
    return removeVersion(manager, CorrectiveActionEntity, { organizationId, id, version });
  }
}
