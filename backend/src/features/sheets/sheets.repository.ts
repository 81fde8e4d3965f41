import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertNew, queryRows, writeVersion, type RequestContext } from '../../kernel';
import { CaseAnswerHistoryEntity } from './entities/case-answer-history.entity';
import { CaseAnswerEntity } from './entities/case-answer.entity';
import { CaseSettledEntity } from './entities/case-settled.entity';
import { CaseSheetEntity } from './entities/case-sheet.entity';
import type { ScoredAnswer, ScoredContent, SettledContent, SettledItem, Sheet } from './sheet';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

/** The request that made a change, so that its repetition is recognised. */
export interface Idempotency {
  readonly key: string;
  readonly requestSha256: string;
}

interface Place {
  readonly caseId: string;
  readonly userId: string;
}

const ORDER = { itemId: 'ASC' } as const;

/** Every question to the sheets of cases, what stands on them, and what the lead settled. SQL counts answers of all at once, and settles all items together. */
@Injectable()
export class SheetsRepository {
  /** Of everybody who began one. */
  list(manager: EntityManager, { organizationId }: Tenant, caseId: string): Promise<Sheet[]> {
    const order = { userId: 'ASC' } as const;
    return manager.find(CaseSheetEntity, { where: { organizationId, caseId }, order });
  }

  /** The own one, made where there is none; nobody else writes on it until the transaction ends. */
  async lockOwn(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    caseId: string,
  ): Promise<Sheet> {
    const where = { organizationId, caseId, userId };
    await insertNew(manager, CaseSheetEntity, { ...where, userName });
    return manager.findOneOrFail(CaseSheetEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  async handIn(
    manager: EntityManager,
    { organizationId, userId }: Author,
    caseId: string,
  ): Promise<void> {
    const handedIn = { state: 'handed_in', handedInAt: () => 'now()' } as const;
    await manager.update(CaseSheetEntity, { organizationId, caseId, userId }, handedIn);
  }

  answers(
    manager: EntityManager,
    { organizationId }: Tenant,
    { caseId, userId }: Place,
  ): Promise<ScoredAnswer[]> {
    const where = { organizationId, caseId, userId };
    return manager.find(CaseAnswerEntity, { where, order: ORDER });
  }

  /** Null: the item was never judged. */
  answer(
    manager: EntityManager,
    { organizationId }: Tenant,
    { caseId, userId }: Place,
    itemId: string,
  ): Promise<ScoredAnswer | null> {
    return manager.findOneBy(CaseAnswerEntity, { organizationId, caseId, userId, itemId });
  }

  /** Items that were judged, by account. */
  async counts(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await queryRows<{ userId: string; items: string[] }>(
      manager,
      `SELECT user_id AS "userId", array_agg(item_id) AS items FROM case_answers
       WHERE organization_id = $1 AND case_id = $2 AND state <> 'unanswered' GROUP BY user_id`,
      [organizationId, caseId],
    );
    return new Map(rows.map(({ userId, items }) => [userId, items]));
  }

  /** Behind the lock of the own sheet. @returns false where another version is stored */
  async record(
    manager: EntityManager,
    { organizationId, userId }: Author,
    caseId: string,
    { itemId, version }: Pick<ScoredAnswer, 'itemId' | 'version'>,
    content: ScoredContent,
    idempotency: Idempotency | null,
  ): Promise<boolean> {
    const place = { organizationId, caseId, userId, itemId };
    const values = { ...content, updatedAt: () => 'now()' };
    if (!(await writeVersion(manager, CaseAnswerEntity, { ...place, version }, values)))
      return false;
    await manager.insert(CaseAnswerHistoryEntity, {
      ...{ ...place, version: version + 1, answer: content },
      idempotencyKey: idempotency?.key ?? null,
      requestSha256: idempotency?.requestSha256 ?? null,
    });
    return true;
  }

  /** The change that a request of this key made, if it was made. */
  async changeOf(
    manager: EntityManager,
    { organizationId, userId }: Author,
    caseId: string,
    key: string,
  ): Promise<(ScoredAnswer & { readonly requestSha256: string | null }) | null> {
    const where = { organizationId, caseId, userId, idempotencyKey: key };
    const found = await manager.findOneBy(CaseAnswerHistoryEntity, where);
    if (found === null) return null;
    const { itemId, version, answer, changedAt: updatedAt, requestSha256 } = found;
    return { ...answer, itemId, version, updatedAt, requestSha256 };
  }

  settled(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<SettledItem[]> {
    return manager.find(CaseSettledEntity, { where: { organizationId, caseId }, order: ORDER });
  }

  /** @returns false where another version is stored */
  settle(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    caseId: string,
    { itemId, version }: Pick<SettledItem, 'itemId' | 'version'>,
    content: SettledContent,
  ): Promise<boolean> {
    const by = { settledBy: userId, settledByName: userName, settledAt: () => 'now()' };
    const place = { organizationId, caseId, itemId, version };
    return writeVersion(manager, CaseSettledEntity, place, { ...content, ...by });
  }

  /** At the closing meeting every item is settled: what the lead settled stays, of the others the sheets say the same. */
  async close(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    caseId: string,
    items: readonly (SettledContent & { readonly itemId: string; readonly differed: boolean })[],
  ): Promise<void> {
    if (items.length === 0) return;
    await queryRows(
      manager,
      `INSERT INTO case_settled AS kept (organization_id, case_id, item_id, version, state, rules, approval, note, reason,
         differed, settled_by, settled_by_name)
       SELECT $1, $2, i."itemId", 1, i.state, i.rules, i.approval, i.note, i.reason, i.differed, $3, $4
       FROM jsonb_to_recordset($5::jsonb) AS i("itemId" text, state text, rules jsonb, approval jsonb, note text,
         reason text, differed boolean)
       ON CONFLICT (organization_id, case_id, item_id) DO UPDATE SET differed = true
         WHERE EXCLUDED.differed AND NOT kept.differed`,
      [organizationId, caseId, userId, userName, JSON.stringify(items)],
    );
  }
}
