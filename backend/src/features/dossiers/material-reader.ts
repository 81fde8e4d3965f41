import { Injectable } from '@nestjs/common';
import type { ServedPlaces } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { scorableAnswers } from '../assessments';
import { ConditionsReader } from '../conditions';
import { EvidenceRepository, EvidenceUsesRepository, type Evidence } from '../evidence';
import { CorrectiveActionsRepository, type CorrectiveAction } from '../improvements';
import { isSampleOrganization } from '../organizations';
import { ScoredAssessments, type MeasuredSystem, type ScoredAssessment } from '../readiness';
import { RecordsReader } from '../records';
import { PrimarySystemReader, registerEntries } from '../systems';
import type { ActionMaterial, AssessmentMaterial } from './dossier-material';
import { AttachmentsRepository } from './attachments/attachments.repository';
import { correctedCells } from './duty-allocation/duty-corrections.repository';
import type { FrozenAnswer, FrozenEvidence } from './material/frozen-material';
import type { MaterialSource } from './material/material-source';
import { profileMaterial } from './profile-material';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Reads everything that a dossier is made of, inside the caller's transaction. */
@Injectable()
export class MaterialReader {
  constructor(
    private readonly conditions: ConditionsReader,
    private readonly scores: ScoredAssessments,
    private readonly evidence: EvidenceRepository,
    private readonly uses: EvidenceUsesRepository,
    private readonly actions: CorrectiveActionsRepository,
    private readonly systems: PrimarySystemReader,
    private readonly records: RecordsReader,
    private readonly attachments: AttachmentsRepository,
  ) {}

  /**
   * @param day on which the standards' status is judged
   * @param measured by `ScoredAssessments.measure`, before the transaction
   * @returns null: there is no such assessment
   */
  async read(
    manager: EntityManager,
    tenant: Tenant,
    assessmentId: string,
    day: string,
    measured: MeasuredSystem | null,
  ): Promise<MaterialSource | null> {
    const scored = await this.scores.find(manager, tenant, assessmentId, measured);
    if (scored === null) return null;
    const { scheme } = scored;
    const evidence = await this.evidence.list(manager, tenant);
    const served = await this.uses.served(manager, tenant, assessmentId, scheme);
    const actions = (await this.actions.list(manager, tenant)).filter(
      (action) => action.assessmentId === null || action.assessmentId === assessmentId,
    );
    return {
      day,
      isSample: await isSampleOrganization(manager, tenant),
      profile: await profileMaterial(manager, tenant),
      facts: scored.facts,
      assessment: assessmentMaterial(scored),
      scheme,
      conditions: (await this.conditions.answers(manager, tenant, assessmentId, scheme)).map(
        ({ conditionId, answer, proof, checkedOn }) => ({ conditionId, answer, proof, checkedOn }),
      ),
      answers: frozenAnswers(scored),
      readiness: scored.readinessFacts,
      system: await this.systems.read(manager, tenant),
      heldNodes: (measured?.holdings ?? [])
        .filter(({ inForce }) => inForce > 0)
        .map(({ code }) => code),
      entries: await registerEntries(manager, tenant, day),
      evidence: evidence.flatMap((proof) => frozenEvidence(proof, served.get(proof.id))),
      actions: actions.map(actionMaterial),
      actionAccounts: Object.fromEntries(
        actions.map(({ id, ownerUserId, verifiedByUserId }) => [
          id,
          { ownerUserId, verifiedByUserId },
        ]),
      ),
      laws: await this.records.laws(manager, tenant),
      selfDeclarations: await this.records.selfDeclarations(manager, tenant),
      attachments: (await this.attachments.find(manager, tenant, assessmentId)).attachments,
      correctedDuties: await correctedCells(manager, tenant),
    };
  }
}

function assessmentMaterial({ assessment }: ScoredAssessment): AssessmentMaterial {
  const { state, id, title, targetGrade, targetLevel, conclusion } = assessment;
  // Names are printed and stay; accounts are of this organization, and people leave.
  const team = assessment.plan.team.map(({ name, role }) => ({ name, role }));
  const plan = { ...assessment.plan, team };
  return { state, id, title, targetGrade, targetLevel, plan, conclusion };
}

function frozenAnswers({ answers }: ScoredAssessment): FrozenAnswer[] {
  const given = scorableAnswers(answers);
  return answers.map(({ itemId, measured, finding, responsible, reason }) => {
    const answer = given[itemId] ?? null;
    return { itemId, answer, measured, finding, responsible, reason };
  });
}

function actionMaterial(action: CorrectiveAction): ActionMaterial {
  const { id, number, itemId, finding, cause, measure, owner, dueOn } = action;
  const { state, result, verifiedBy, verifiedOn } = action;
  return {
    ...{ id, number, itemId, finding, cause, measure, owner, dueOn },
    ...{ state, result, verifiedBy, verifiedOn },
  };
}

function frozenEvidence(evidence: Evidence, places: ServedPlaces | undefined): FrozenEvidence[] {
  const current = evidence.revisions.find(({ revision }) => revision === evidence.current);
  if (current === undefined || places === undefined) return [];
  const { id, title, periodFrom, periodTo, validUntil } = evidence;
  return [
    {
      id,
      title,
      periodFrom,
      periodTo,
      validUntil,
      fileName: current.fileName,
      mediaType: current.mediaType,
      storageKey: current.storageKey,
      size: current.size,
      sha256: current.sha256,
      revision: current.revision,
      createdAt: evidence.createdAt.toISOString(),
      ...places,
    },
  ];
}
