import { Injectable } from '@nestjs/common';
import type { AssessmentState, Move } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { notFound, queryRows, Quotas, type RequestContext } from '../../kernel';
import {
  usualHorizon,
  type Assessment,
  type AssessmentFields,
  type AssessmentPlan,
  type Efforts,
} from './assessment';
import { refuseUnlessOpen } from './refuse-unless-open';

type Tenant = Pick<RequestContext, 'organizationId'>;

export type VersionedAssessment = Pick<Assessment, 'id' | 'version'>;

const columns = `id, version, title, scheme_id AS "schemeId", scheme_version AS "schemeVersion",
  target_grade AS "targetGrade", target_level AS "targetLevel", state,
  '{"declarations": []}'::jsonb || plan || jsonb_build_object('team', (
    SELECT coalesce(jsonb_agg(told.member || jsonb_build_object('userId', account.user_id)
      ORDER BY told.place), '[]')
    FROM jsonb_array_elements(plan->'team') WITH ORDINALITY AS told (member, place)
    LEFT JOIN assessment_team_accounts account ON account.place = told.place
      AND account.organization_id = assessments.organization_id
      AND account.assessment_id = assessments.id)) AS plan, conclusion,
  created_at AS "createdAt", updated_at AS "updatedAt"`;

const effortColumns = 'version, efforts, months, excluded, horizon';

/** Every query on assessments and their efforts. */
@Injectable()
export class AssessmentsRepository {
  constructor(private readonly quotas: Quotas) {}

  async list(manager: EntityManager, { organizationId }: Tenant): Promise<Assessment[]> {
    return queryRows(
      manager,
      `SELECT ${columns} FROM assessments WHERE organization_id = $1 ORDER BY created_at DESC, id`,
      [organizationId],
    );
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<Assessment | null> {
    const rows = await queryRows<Assessment>(
      manager,
      `SELECT ${columns} FROM assessments WHERE organization_id = $1 AND id = $2`,
      [organizationId, id],
    );
    return rows[0] ?? null;
  }

  /** For whoever writes what belongs to it: nobody closes, archives or deletes it until this transaction ends. */
  async findKept(manager: EntityManager, tenant: Tenant, id: string): Promise<Assessment | null> {
    await manager.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [
      turnOf(tenant, id),
    ]);
    return this.find(manager, tenant, id);
  }

  /**
   * For every write of what belongs to an evaluation: it is open, and `findKept`.
   * @throws ProblemError not_found, assessment_closed, assessment_archived
   */
  async requireOpen(manager: EntityManager, tenant: Tenant, id: string): Promise<Assessment> {
    const assessment = await this.findKept(manager, tenant, id);
    if (assessment === null) throw notFound();
    refuseUnlessOpen(assessment);
    return assessment;
  }

  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessment: Omit<Assessment, 'createdAt' | 'updatedAt' | 'version'>,
  ): Promise<Assessment> {
    const { id, schemeId, schemeVersion, title, targetGrade, targetLevel, state } = assessment;
    await this.quotas.require(manager, organizationId, 'assessments');
    const rows = await queryRows<Assessment>(
      manager,
      `INSERT INTO assessments (organization_id, id, scheme_id, scheme_version, title, target_grade,
         target_level, state, plan, conclusion)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${columns}`,
      [
        organizationId,
        id,
        schemeId,
        schemeVersion,
        title,
        targetGrade,
        targetLevel,
        state,
        storedPlan(assessment.plan),
        assessment.conclusion,
      ],
    );
    await this.nameTeam(manager, organizationId, id, assessment.plan);
    return { ...one(rows), plan: assessment.plan };
  }

  /** Writes only over the expected version; null where another one is stored. */
  async update(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    expectedVersion: number,
    fields: AssessmentFields,
  ): Promise<Assessment | null> {
    const rows = await queryRows<Assessment>(
      manager,
      `UPDATE assessments SET title = $4, target_grade = $5, target_level = $6, plan = $7,
         conclusion = $8, version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND id = $2 AND version = $3 RETURNING ${columns}`,
      [
        organizationId,
        id,
        expectedVersion,
        fields.title,
        fields.targetGrade,
        fields.targetLevel,
        storedPlan(fields.plan),
        fields.conclusion,
      ],
    );
    const [row] = rows;
    if (row === undefined) return null;
    // Behind the row's lock, and only where this version counts.
    await this.nameTeam(manager, organizationId, id, fields.plan);
    return { ...row, plan: fields.plan };
  }

  /** Accounts of the team, by the places of their names. */
  private async nameTeam(
    manager: EntityManager,
    organizationId: string,
    id: string,
    { team }: AssessmentPlan,
  ): Promise<void> {
    const userIds = team.map(({ userId }) => userId ?? null);
    await manager.query(
      `DELETE FROM assessment_team_accounts WHERE organization_id = $1 AND assessment_id = $2`,
      [organizationId, id],
    );
    if (userIds.every((userId) => userId === null)) return;
    await manager.query(
      `INSERT INTO assessment_team_accounts (organization_id, assessment_id, place, user_id)
       SELECT $1, $2, place, user_id
       FROM unnest($3::uuid[]) WITH ORDINALITY AS named (user_id, place) WHERE user_id IS NOT NULL`,
      [organizationId, id, userIds],
    );
  }

  /** Waits for who `findKept`. null where another version or state is stored. */
  async move(
    manager: EntityManager,
    tenant: Tenant,
    { id, version }: VersionedAssessment,
    { from, to }: Move<AssessmentState>,
  ): Promise<Assessment | null> {
    await this.keepOthersOut(manager, tenant, id);
    const rows = await queryRows<Assessment>(
      manager,
      `UPDATE assessments SET state = $5, version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND id = $2 AND version = $3 AND state = ANY ($4)
       RETURNING ${columns}`,
      [tenant.organizationId, id, version, from, to],
    );
    return rows[0] ?? null;
  }

  /**
   * With its answers, efforts, corrective actions, links to evidence, and dossiers that were not issued; the database
   * sees to it. An issued one holds it: ask `hasIssuedDossier` before.
   */
  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    { id, version }: VersionedAssessment,
  ): Promise<boolean> {
    const rows = await queryRows(
      manager,
      `DELETE FROM assessments WHERE organization_id = $1 AND id = $2 AND version = $3 RETURNING id`,
      [organizationId, id, version],
    );
    return rows.length > 0;
  }

  /** Keeps the assessment from new dossiers and answers until this transaction ends. */
  async hasIssuedDossier(manager: EntityManager, tenant: Tenant, id: string): Promise<boolean> {
    await this.keepOthersOut(manager, tenant, id);
    const [row] = await queryRows<{ isIssued: boolean }>(
      manager,
      `SELECT EXISTS (SELECT FROM dossiers
         WHERE organization_id = $1 AND assessment_id = $2 AND state = 'ready') AS "isIssued"`,
      [tenant.organizationId, id],
    );
    return row?.isIssued === true;
  }

  private async keepOthersOut(manager: EntityManager, tenant: Tenant, id: string): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      turnOf(tenant, id),
    ]);
  }

  async efforts(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<Efforts> {
    const rows = await queryRows<Efforts>(
      manager,
      `SELECT ${effortColumns} FROM assessment_efforts
       WHERE organization_id = $1 AND assessment_id = $2`,
      [organizationId, id],
    );
    return rows[0] ?? { version: 0, efforts: {}, months: {}, excluded: [], horizon: usualHorizon };
  }

  /** Version 0 stands for efforts never saved; null where another version is stored. */
  async saveEfforts(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    { version, efforts, months, excluded, horizon }: Efforts,
  ): Promise<Efforts | null> {
    const kept = [efforts, months, excluded].map((each) => JSON.stringify(each));
    const values = [organizationId, id, ...kept, horizon];
    const rows =
      version === 0
        ? await queryRows<Efforts>(
            manager,
            `INSERT INTO assessment_efforts
               (organization_id, assessment_id, efforts, months, excluded, horizon)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING ${effortColumns}`,
            values,
          )
        : await queryRows<Efforts>(
            manager,
            `UPDATE assessment_efforts
             SET efforts = $3, months = $4, excluded = $5, horizon = $6,
               version = version + 1, updated_at = now()
             WHERE organization_id = $1 AND assessment_id = $2 AND version = $7
             RETURNING ${effortColumns}`,
            [...values, version],
          );
    return rows[0] ?? null;
  }
}

/**
 * What those who write into an evaluation share, and who closes it has alone. No lock on its row: row-level security
 * takes that for a change of the row, which a grant for files, actions or dossiers does not open. Held by the
 * transaction, so that a pooler may stand between.
 */
function turnOf({ organizationId }: Tenant, id: string): string {
  return `assessment ${organizationId} ${id}`;
}

/** As JSON; accounts stand in a table of their own, which lets them go with the member. */
function storedPlan(plan: AssessmentPlan): string {
  return JSON.stringify({ ...plan, team: plan.team.map(({ name, role }) => ({ name, role })) });
}

function one<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('the statement returned no row');
  return row;
}
