import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DraftState, Move } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../kernel';
import { LinksOfStandards, type HoldsLinks } from '../standards';
import type {
  Draft,
  DraftClassification,
  DraftContent,
  DraftStep,
  NumberingSetting,
} from './draft';

type Tenant = Pick<RequestContext, 'organizationId'>;

const columns = `id, version, standard_id AS "standardId", outline_id AS "outlineId", kind, title,
  english_title AS "englishTitle", number, replaces_number AS "replacesNumber",
  replaces_draft AS "replacesDraft", department, drafters, state, issued_on::text AS "issuedOn",
  in_force_on::text AS "inForceOn", withdrawn_on::text AS "withdrawnOn", updated_at AS "updatedAt"`;

const contentOf = (content: DraftContent): unknown[] => [
  content.kind,
  content.outlineId,
  content.title,
  content.englishTitle,
  content.number,
  content.replacesNumber,
  content.department,
  JSON.stringify(content.drafters),
];

/** Dates that a step sets; what is left out stays. */
export interface StepDates {
  readonly issuedOn?: string;
  readonly inForceOn?: string;
  readonly withdrawnOn?: string;
}

/** Every question to the drafts of an organization. */
@Injectable()
export class DraftsRepository implements HoldsLinks, OnModuleInit {
  constructor(
    private readonly quotas: Quotas,
    private readonly links: LinksOfStandards,
  ) {}

  onModuleInit(): void {
    this.links.add(this);
  }

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
    return queryRows(
      manager,
      `SELECT ${columns} FROM standard_drafts WHERE organization_id = $1
       ORDER BY updated_at DESC, number, title, id`,
      [organizationId],
    );
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<Draft | null> {
    const [row] = await queryRows<Draft>(
      manager,
      `SELECT ${columns} FROM standard_drafts WHERE organization_id = $1 AND id = $2`,
      [organizationId, id],
    );
    return row ?? null;
  }

  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    draft: DraftContent & Pick<Draft, 'id' | 'standardId' | 'replacesDraft'>,
  ): Promise<void> {
    await this.quotas.require(manager, organizationId, 'drafts');
    await manager.query(
      `INSERT INTO standard_drafts (organization_id, id, standard_id, replaces_draft, kind,
         outline_id, title, english_title, number, replaces_number, department, drafters)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb)`,
      [organizationId, draft.id, draft.standardId, draft.replacesDraft, ...contentOf(draft)],
    );
  }

  /** Writes only over the expected version; false where another one is stored. */
  async update(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    version: number,
    content: DraftContent,
  ): Promise<boolean> {
    const rows = await queryRows(
      manager,
      `UPDATE standard_drafts SET kind = $4, outline_id = $5, title = $6, english_title = $7,
         number = $8, replaces_number = $9, department = $10, drafters = $11::jsonb,
         version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND id = $2 AND version = $3 RETURNING id`,
      [organizationId, id, version, ...contentOf(content)],
    );
    return rows.length > 0;
  }

  /** false where another version or state is stored. */
  async move(
    manager: EntityManager,
    { organizationId }: Tenant,
    { id, version }: Pick<Draft, 'id' | 'version'>,
    { from, to }: Move<DraftState>,
    dates: StepDates,
  ): Promise<boolean> {
    const rows = await queryRows(
      manager,
      `UPDATE standard_drafts SET state = $4, issued_on = coalesce($5::date, issued_on),
         in_force_on = coalesce($6::date, in_force_on),
         withdrawn_on = coalesce($7::date, withdrawn_on), version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND id = $2 AND version = $3 AND state = ANY ($8) RETURNING id`,
      [
        organizationId,
        id,
        version,
        to,
        dates.issuedOn ?? null,
        dates.inForceOn ?? null,
        dates.withdrawnOn ?? null,
        from,
      ],
    );
    return rows.length > 0;
  }

  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    version: number,
  ): Promise<boolean> {
    const rows = await queryRows(
      manager,
      `DELETE FROM standard_drafts WHERE organization_id = $1 AND id = $2 AND version = $3
       RETURNING id`,
      [organizationId, id, version],
    );
    return rows.length > 0;
  }

  async steps(
    manager: EntityManager,
    { organizationId }: Tenant,
    draftId: string,
  ): Promise<DraftStep[]> {
    return queryRows(
      manager,
      `SELECT number, state, on_day::text AS "on", by_name AS "by", by_user_id AS "byUserId", note,
         recorded_by_name AS "recordedByName", recorded_at AS "recordedAt"
       FROM standard_draft_steps WHERE organization_id = $1 AND draft_id = $2 ORDER BY number`,
      [organizationId, draftId],
    );
  }

  async addStep(
    manager: EntityManager,
    { organizationId, userId, userName }: RequestContext,
    draftId: string,
    step: Pick<DraftStep, 'state' | 'on' | 'by' | 'byUserId' | 'note'>,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO standard_draft_steps (organization_id, draft_id, number, state, on_day, by_name,
         by_user_id, note, recorded_by, recorded_by_name)
       SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4::date, $5, $6::uuid, $7, $8::uuid, $9
       FROM standard_draft_steps WHERE organization_id = $1 AND draft_id = $2`,
      [
        ...[organizationId, draftId, step.state, step.on, step.by, step.byUserId, step.note],
        ...[userId, userName],
      ],
    );
  }

  /** Until the end of the transaction nobody else gives a number: each is given once. */
  async lockNumbers(manager: EntityManager, { organizationId }: Tenant): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('own-numbers'), hashtext($1))`, [
      organizationId,
    ]);
  }

  /** Every number that the enterprise has given: in the register, in drafts, and those replaced. */
  async ownNumbers(manager: EntityManager, { organizationId }: Tenant): Promise<string[]> {
    const rows = await queryRows<{ number: string }>(
      manager,
      `SELECT number FROM standards WHERE organization_id = $1 AND level = 'enterprise' AND number <> ''
       UNION SELECT number FROM standard_drafts WHERE organization_id = $1 AND number <> ''`,
      [organizationId],
    );
    return rows.map(({ number }) => number);
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
    const rows = await queryRows<DraftClassification & { id: string }>(
      manager,
      'SELECT id, ccs, ics FROM standards WHERE organization_id = $1 AND id = ANY($2)',
      [organizationId, ids],
    );
    return Object.fromEntries(rows.map(({ id, ...codes }) => [id, codes]));
  }

  async numbering(
    manager: EntityManager,
    { organizationId }: Tenant,
  ): Promise<NumberingSetting | null> {
    const [row] = await queryRows<NumberingSetting>(
      manager,
      `SELECT version, pattern, classes FROM numbering_rules WHERE organization_id = $1`,
      [organizationId],
    );
    return row ?? null;
  }

  /** Version 0 writes the first one; false where another version is stored. */
  async saveNumbering(
    manager: EntityManager,
    { organizationId }: Tenant,
    { version, pattern, classes }: NumberingSetting,
  ): Promise<boolean> {
    const rows = await queryRows(
      manager,
      version === 0
        ? `INSERT INTO numbering_rules (organization_id, pattern, classes) VALUES ($1, $2, $3::jsonb)
           ON CONFLICT (organization_id) DO NOTHING RETURNING version`
        : `UPDATE numbering_rules SET pattern = $2, classes = $3::jsonb, version = version + 1
           WHERE organization_id = $1 AND version = $4 RETURNING version`,
      [organizationId, pattern, JSON.stringify(classes), ...(version === 0 ? [] : [version])],
    );
    return rows.length > 0;
  }
}
