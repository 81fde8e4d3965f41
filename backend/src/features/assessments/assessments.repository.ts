import { Injectable } from '@nestjs/common';
import type { AssessmentState, Move } from '@liangxing/contracts';
import { In, type EntityManager } from 'typeorm';
import {
  notFound,
  queryRows,
  Quotas,
  removeVersion,
  shareTurn,
  takeTurn,
  updateVersion,
  writeVersion,
  type RequestContext,
} from '../../kernel';
import { accountsInList, keepAccounts } from '../organizations';
import {
  usualHorizon,
  type Assessment,
  type AssessmentFields,
  type AssessmentPlan,
  type Efforts,
} from './assessment';
import { AssessmentEffortEntity } from './entities/assessment-effort.entity';
import { AssessmentTeamAccountEntity } from './entities/assessment-team-account.entity';
import { AssessmentEntity } from './entities/assessment.entity';
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

/** Every query on assessments and their efforts. SQL tells the accounts of a team within its plan. */
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
    await shareTurn(manager, turnOf(tenant, id));
    return this.find(manager, tenant, id);
  }

  /**
   * For every write of what belongs to an evaluation: it is open, and kept so as by `findKept`.
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
    await manager.insert(AssessmentEntity, {
      ...{ organizationId, id, schemeId, schemeVersion, title, targetGrade, targetLevel, state },
      plan: storedPlan(assessment.plan),
      conclusion: assessment.conclusion,
    });
    await this.nameTeam(manager, organizationId, id, assessment.plan);
    return this.written(manager, { organizationId }, id);
  }

  /** Writes only over the expected version; null where another one is stored. */
  async update(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    version: number,
    { title, targetGrade, targetLevel, plan, conclusion }: AssessmentFields,
  ): Promise<Assessment | null> {
    const isWritten = await updateVersion(
      manager,
      AssessmentEntity,
      { organizationId, id, version },
      {
        ...{ title, targetGrade, targetLevel, conclusion },
        plan: storedPlan(plan),
        updatedAt: () => 'now()',
      },
    );
    if (!isWritten) return null;
    // Behind the row's lock, and only where this version counts.
    await this.nameTeam(manager, organizationId, id, plan);
    return this.written(manager, { organizationId }, id);
  }

  private async written(manager: EntityManager, tenant: Tenant, id: string): Promise<Assessment> {
    const row = await this.find(manager, tenant, id);
    if (row === null) throw new Error('the assessment was not written');
    return row;
  }

  /** Accounts of the team, by the places of their names. */
  private async nameTeam(
    manager: EntityManager,
    organizationId: string,
    assessmentId: string,
    { team }: AssessmentPlan,
  ): Promise<void> {
    const plan = { organizationId, assessmentId };
    await keepAccounts(manager, AssessmentTeamAccountEntity, plan, accountsInList(team));
  }

  /** Waits for everybody who called `findKept`. null where another version or state is stored. */
  async move(
    manager: EntityManager,
    tenant: Tenant,
    { id, version }: VersionedAssessment,
    { from, to }: Move<AssessmentState>,
  ): Promise<Assessment | null> {
    await takeTurn(manager, turnOf(tenant, id));
    const { organizationId } = tenant;
    const isMoved = await updateVersion(
      manager,
      AssessmentEntity,
      { organizationId, id, version, state: In([...from]) },
      { state: to, updatedAt: () => 'now()' },
    );
    return isMoved ? this.written(manager, tenant, id) : null;
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
    return removeVersion(manager, AssessmentEntity, { organizationId, id, version });
  }

  /** Keeps the assessment from new dossiers and answers until this transaction ends; SQL asks another room. */
  async hasIssuedDossier(manager: EntityManager, tenant: Tenant, id: string): Promise<boolean> {
    await takeTurn(manager, turnOf(tenant, id));
    const [row] = await queryRows<{ isIssued: boolean }>(
      manager,
      `SELECT EXISTS (SELECT FROM dossiers
         WHERE organization_id = $1 AND assessment_id = $2 AND state = 'ready') AS "isIssued"`,
      [tenant.organizationId, id],
    );
    return row?.isIssued === true;
  }

  async efforts(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<Efforts> {
    const place = { organizationId, assessmentId: id };
    const found = await manager.findOneBy(AssessmentEffortEntity, place);
    if (found === null)
      return { version: 0, efforts: {}, months: {}, excluded: [], horizon: usualHorizon };
    const { version, efforts, months, excluded, horizon } = found;
    return { version, efforts, months, excluded, horizon };
  }

  /** Version 0 stands for efforts never saved; null where another version is stored. */
  async saveEfforts(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    { version, efforts, months, excluded, horizon }: Efforts,
  ): Promise<Efforts | null> {
    const isWritten = await writeVersion(
      manager,
      AssessmentEffortEntity,
      { organizationId, assessmentId: id, version },
      { efforts, months, excluded, horizon, updatedAt: () => 'now()' },
    );
    return isWritten ? { version: version + 1, efforts, months, excluded, horizon } : null;
  }
}

/**
 * What those who write into an evaluation share, and who closes it has alone. No lock on its row: row-level security
 * takes that for a change of the row, which a grant for files, actions or dossiers does not open. Held by the
 * transaction, so that a pooler may stand between.
 */
function turnOf({ organizationId }: Tenant, id: string): string {
  return `assessment ${organizationId} ${id.toLowerCase()}`;
}

/** Accounts stand in a table of their own, which lets them go with the member. */
function storedPlan(plan: AssessmentPlan): AssessmentPlan {
  return { ...plan, team: plan.team.map(({ name, role }) => ({ name, role })) };
}
