import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, writeVersion, type RequestContext } from '../../kernel';
import type { ConditionFields, StoredCondition } from './condition';
import { ConditionAnswerEntity } from './entities/condition-answer.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

function conditionOf(row: ConditionAnswerEntity): StoredCondition {
  const { conditionId, version, answer, proof, checkedOn, updatedAt } = row;
  const updatedBy = { id: row.updatedBy, name: row.updatedByName };
  return { conditionId, version, answer, proof, checkedOn, updatedAt, updatedBy };
}

/** Every query on what was said of conditions; files are counted by SQL, in the table of their own room. */
@Injectable()
export class ConditionsRepository {
  async list(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
  ): Promise<StoredCondition[]> {
    const found = await manager.findBy(ConditionAnswerEntity, { organizationId, assessmentId });
    return found.map(conditionOf);
  }

  /** Files by condition: evidence stands on assessments as this does, and cannot be asked. */
  async evidenceCounts(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await queryRows<{ id: string; count: number }>(
      manager,
      `SELECT condition_id AS id, count(*)::int AS count FROM evidence_condition_links
       WHERE organization_id = $1 AND assessment_id = $2 GROUP BY condition_id`,
      [organizationId, assessmentId],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Writes over the expected version (0: none yet); null where another one is stored. */
  async write(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    place: { readonly assessmentId: string; readonly conditionId: string },
    expectedVersion: number,
    { answer, proof, checkedOn }: ConditionFields,
  ): Promise<StoredCondition | null> {
    const key = { organizationId, ...place };
    const isWritten = await writeVersion(
      manager,
      ConditionAnswerEntity,
      { ...key, version: expectedVersion },
      {
        ...{ answer, proof, checkedOn },
        updatedAt: () => 'now()',
        updatedBy: userId,
        updatedByName: userName,
      },
    );
    if (!isWritten) return null;
    return conditionOf(await manager.findOneByOrFail(ConditionAnswerEntity, key));
  }
}
