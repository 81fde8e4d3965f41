import { Injectable } from '@nestjs/common';
import type { DraftState, Move } from '@liangxing/contracts';
import { In, type EntityManager } from 'typeorm';
import {
  queryRows,
  Quotas,
  removeVersion,
  takeTurn,
  updateVersion,
  writeVersion,
  type RequestContext,
} from '../../kernel';
import { accountsInList, accountsOf, keepAccounts } from '../organizations';
import { BringsLinksBack, type HoldsLinks } from '../standards';
import type {
  Draft,
  DraftClassification,
  DraftContent,
  DraftStep,
  NumberingSetting,
} from './draft';
import { NumberingRuleEntity } from './entities/numbering-rule.entity';
import { StandardDraftAccountEntity } from './entities/standard-draft-account.entity';
import { StandardDraftStepEntity } from './entities/standard-draft-step.entity';
import { StandardDraftEntity } from './entities/standard-draft.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** What is told of a draft. */
const TOLD = {
  ...{ id: true, version: true, standardId: true, outlineId: true, kind: true, title: true },
  ...{ englishTitle: true, number: true, replacesNumber: true, replacesDraft: true },
  ...{ department: true, drafters: true, state: true, issuedOn: true, inForceOn: true },
  ...{ withdrawnOn: true, updatedAt: true },
} as const;

/** Nothing but the content, whatever stands beside it; accounts of drafters stand in a table of their own. */
const storedContent = (content: DraftContent) => ({
  kind: content.kind,
  outlineId: content.outlineId,
  title: content.title,
  englishTitle: content.englishTitle,
  number: content.number,
  replacesNumber: content.replacesNumber,
  department: content.department,
  drafters: content.drafters.map(({ name }) => name),
});

/** Dates that a step sets; what is left out stays. */
export interface StepDates {
  readonly issuedOn?: string;
  readonly inForceOn?: string;
  readonly withdrawnOn?: string;
}

/** Every question to the drafts of an organization. SQL where the register of another room is asked too. */
@Injectable()
@BringsLinksBack()
export class DraftsRepository implements HoldsLinks {
  constructor(private readonly quotas: Quotas) {}

  /** A draft may have got another entry of the register meanwhile. */
  async bringLinks(
    manager: EntityManager,
    { organizationId }: Tenant,
    standardIds: readonly string[],
  ): Promise<void> {
    await manager.query(
      `UPDATE standard_drafts d SET standard_id = r.standard_id
       FROM register_act_rows r
       WHERE r.organization_id = $1 AND r.kept IS NOT NULL AND r.standard_id = ANY ($2::uuid[])
         AND d.organization_id = $1 AND d.standard_id IS NULL
         AND r.kept -> 'drafts' ? d.id::text`,
      [organizationId, standardIds],
    );
  }

  async list(manager: EntityManager, { organizationId }: Tenant): Promise<Draft[]> {
    return this.found(manager, { organizationId });
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<Draft | null> {
    return (await this.found(manager, { organizationId, id }))[0] ?? null;
  }

  private async found(
    manager: EntityManager,
    where: { readonly organizationId: string; readonly id?: string },
  ): Promise<Draft[]> {
    const rows = await manager.find(StandardDraftEntity, {
      ...{ select: TOLD, where },
      order: { updatedAt: 'DESC', number: 'ASC', title: 'ASC', id: 'ASC' },
    });
    const { organizationId, id: draftId } = where;
    const ofDrafts = { organizationId, ...(draftId === undefined ? {} : { draftId }) };
    const idOf = (row: StandardDraftAccountEntity): string => row.draftId;
    const accounts = await accountsOf(manager, StandardDraftAccountEntity, ofDrafts, idOf);
    return rows.map((row) => {
      const members = accounts(row.id);
      const drafters = row.drafters.map((name, index) => ({
        name,
        userId: members[index + 1] ?? null,
      }));
      return { ...row, drafters };
    });
  }

  private async nameDrafters(
    manager: EntityManager,
    { organizationId }: Tenant,
    draftId: string,
    { drafters }: DraftContent,
  ): Promise<void> {
    const draft = { organizationId, draftId };
    await keepAccounts(manager, StandardDraftAccountEntity, draft, accountsInList(drafters));
  }

  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    draft: DraftContent & Pick<Draft, 'id' | 'standardId' | 'replacesDraft'>,
  ): Promise<void> {
    await this.quotas.require(manager, organizationId, 'drafts');
    const { id, standardId, replacesDraft } = draft;
    await manager.insert(StandardDraftEntity, {
      ...{ organizationId, id, standardId, replacesDraft },
      ...storedContent(draft),
    });
    await this.nameDrafters(manager, { organizationId }, id, draft);
  }

  /** Writes only over the expected version; false where another one is stored. */
  async update(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    version: number,
    content: DraftContent,
  ): Promise<boolean> {
    const place = { organizationId, id, version };
    const values = { ...storedContent(content), updatedAt: () => 'now()' };
    const isWritten = await updateVersion(manager, StandardDraftEntity, place, values);
    if (isWritten) await this.nameDrafters(manager, { organizationId }, id, content);
    return isWritten;
  }

  /** Another version of it from now on; false where another one is stored already. */
  touch(
    manager: EntityManager,
    { organizationId }: Tenant,
    { id, version }: Pick<Draft, 'id' | 'version'>,
  ): Promise<boolean> {
    const place = { organizationId, id, version };
    return updateVersion(manager, StandardDraftEntity, place, { updatedAt: () => 'now()' });
  }

  /** false where another version or state is stored. */
  async move(
    manager: EntityManager,
    { organizationId }: Tenant,
    { id, version }: Pick<Draft, 'id' | 'version'>,
    { from, to }: Move<DraftState>,
    dates: StepDates,
  ): Promise<boolean> {
    const place = { organizationId, id, version, state: In([...from]) };
    const values = { ...dates, state: to, updatedAt: () => 'now()' };
    return updateVersion(manager, StandardDraftEntity, place, values);
  }

  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    version: number,
  ): Promise<boolean> {
    return removeVersion(manager, StandardDraftEntity, { organizationId, id, version });
  }

  async steps(
    manager: EntityManager,
    { organizationId }: Tenant,
    draftId: string,
  ): Promise<DraftStep[]> {
    const found = await manager.find(StandardDraftStepEntity, {
      where: { organizationId, draftId },
      order: { number: 'ASC' },
    });
    return found.map(({ number, state, onDay, byName, byUserId, note, ...recorded }) => ({
      ...{ number, state, on: onDay, by: byName, byUserId, note },
      recordedByName: recorded.recordedByName,
      recordedAt: recorded.recordedAt,
    }));
  }

  /** The draft is held: its steps are numbered one by one. */
  async addStep(
    manager: EntityManager,
    { organizationId, userId, userName }: RequestContext,
    draftId: string,
    step: Pick<DraftStep, 'state' | 'on' | 'by' | 'byUserId' | 'note'>,
  ): Promise<void> {
    const place = { organizationId, draftId };
    const last = await manager.maximum(StandardDraftStepEntity, 'number', place);
    await manager.insert(StandardDraftStepEntity, {
      ...place,
      number: (last ?? 0) + 1,
      ...{ state: step.state, onDay: step.on, byName: step.by },
      ...{ byUserId: step.byUserId, note: step.note },
      ...{ recordedBy: userId, recordedByName: userName },
    });
  }

  /** Until the end of the transaction nobody else gives a number: each is given once. */
  async lockNumbers(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await takeTurn(manager, `own-numbers ${organizationId}`);
  }

  /** Every number that one of the enterprise's own standards bears: in the register and in drafts. */
  async ownNumbers(manager: EntityManager, { organizationId }: Tenant): Promise<string[]> {
    const rows = await queryRows<{ number: string }>(
      manager,
      `SELECT number FROM standards WHERE organization_id = $1 AND level = 'enterprise' AND number <> ''
       UNION SELECT number FROM standard_drafts WHERE organization_id = $1 AND number <> ''`,
      [organizationId],
    );
    return rows.map(({ number }) => number);
  }

  /** Those and the ones in the recycle bin, whose standards may come back: none of them is suggested. */
  async givenNumbers(manager: EntityManager, tenant: Tenant): Promise<string[]> {
    const removed = await queryRows<{ number: string }>(
      manager,
      `SELECT DISTINCT r.before ->> 'number' AS number FROM register_act_rows r
       WHERE r.organization_id = $1 AND r.kept IS NOT NULL
         AND r.before ->> 'level' = 'enterprise' AND r.before ->> 'number' <> ''`,
      [tenant.organizationId],
    );
    const borne = await this.ownNumbers(manager, tenant);
    return [...borne, ...removed.map(({ number }) => number)];
  }

  /** Names of the enterprise's own standards by number, of those among `numbers` that it holds. */
  async titlesOf(
    manager: EntityManager,
    { organizationId }: Tenant,
    numbers: readonly string[],
  ): Promise<Record<string, string>> {
    const rows = await queryRows<{ number: string; title: string }>(
      manager,
      `SELECT number, title FROM standards
       WHERE organization_id = $1 AND level = 'enterprise' AND number <> '' AND number = ANY($2)
       UNION ALL SELECT number, title FROM standard_drafts
       WHERE organization_id = $1 AND number <> '' AND number = ANY($2)`,
      [organizationId, numbers],
    );
    return Object.fromEntries(rows.map(({ number, title }) => [number, title]));
  }

  /** Codes of classification of entries in the register, by their id. */
  async classificationsOf(
    manager: EntityManager,
    { organizationId }: Tenant,
    drafts: readonly Pick<Draft, 'standardId'>[],
  ): Promise<Record<string, DraftClassification>> {
    const ids = drafts.flatMap(({ standardId }) => (standardId === null ? [] : [standardId]));
    const found = await manager.find<DraftClassification & { id: string; organizationId: string }>(
      'standards',
      { select: { id: true, ccs: true, ics: true }, where: { organizationId, id: In(ids) } },
    );
    return Object.fromEntries(found.map(({ id, ccs, ics }) => [id, { ccs, ics }]));
  }

  async numbering(
    manager: EntityManager,
    { organizationId }: Tenant,
  ): Promise<NumberingSetting | null> {
    return manager.findOne(NumberingRuleEntity, {
      select: { version: true, pattern: true, classes: true },
      where: { organizationId },
    });
  }

  /** Version 0 writes the first one; false where another version is stored. */
  async saveNumbering(
    manager: EntityManager,
    { organizationId }: Tenant,
    { version, pattern, classes }: NumberingSetting,
  ): Promise<boolean> {
    const place = { organizationId, version };
    return writeVersion(manager, NumberingRuleEntity, place, { pattern, classes });
  }
}
