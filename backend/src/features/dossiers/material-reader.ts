import { Injectable } from '@nestjs/common';
import type { ServedPlaces } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { ConditionsReader } from '../conditions';
import { EvidenceRepository, EvidenceUsesRepository, type Evidence } from '../evidence';
import { CorrectiveActionsRepository } from '../improvements';
import { isSampleOrganization } from '../organizations';
import { ScoredAssessments, type MeasuredSystem, type ScoredAssessment } from '../readiness';
import { RecordsReader } from '../records';
import { PrimarySystemReader, registerEntries } from '../systems';
import type { AnswerMaterial, DossierSource, EvidenceMaterial } from './dossier-material';
import { AttachmentsRepository } from './attachments/attachments.repository';
import { correctedCells } from './duty-allocation/duty-corrections.repository';
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
   * @param today day on which the standards' status is judged
   * @param measured by `ScoredAssessments.measure`, before the transaction
   * @returns null: there is no such assessment
   */
  async read(
    manager: EntityManager,
    tenant: Tenant,
    assessmentId: string,
    today: string,
    measured: MeasuredSystem | null,
  ): Promise<DossierSource | null> {
    const scored = await this.scores.find(manager, tenant, assessmentId, measured);
    if (scored === null) return null;
    const { assessment, scheme, facts, score } = scored;
    const evidence = await this.evidence.list(manager, tenant);
    const served = await this.uses.served(manager, tenant, assessmentId, scheme);
    const actions = await this.actions.list(manager, tenant);
    const { targetGrade, targetLevel, ...rest } = assessment;
    const { attachments } = await this.attachments.find(manager, tenant, assessmentId);
    return {
      isSample: await isSampleOrganization(manager, tenant),
      profile: await profileMaterial(manager, tenant),
      facts,
      assessment: { ...rest, targetGrade, targetLevel },
      scheme,
      conditions: await this.conditions.answers(manager, tenant, assessmentId, scheme),
      answers: answerMaterial(scored),
      score,
      system: await this.systems.read(manager, tenant),
      heldNodes: (measured?.holdings ?? [])
        .filter(({ inForce }) => inForce > 0)
        .map(({ code }) => code),
      entries: await registerEntries(manager, tenant, today),
      evidence: evidence.flatMap((proof) => evidenceMaterial(proof, served.get(proof.id))),
      actions: actions.filter(
        (action) => action.assessmentId === null || action.assessmentId === assessmentId,
      ),
      laws: await this.records.laws(manager, tenant),
      selfDeclarations: await this.records.selfDeclarations(manager, tenant),
      attachments: attachments.map(({ size: _size, storageKey: _key, ...attached }) => attached),
      correctedDuties: await correctedCells(manager, tenant),
    };
  }
}

/** What counts for each item, with what people wrote of it; a readiness item may have nothing written. */
function answerMaterial({ answers, effective }: ScoredAssessment): AnswerMaterial[] {
  const written = new Map(answers.map((answer) => [answer.itemId, answer]));
  return Object.entries(effective).map(([itemId, answer]) => {
    const { finding = '', responsible = '', reason = '' } = written.get(itemId) ?? {};
    return { itemId, answer, finding, responsible, reason };
  });
}

function evidenceMaterial(
  evidence: Evidence,
  places: ServedPlaces | undefined,
): EvidenceMaterial[] {
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
      size: current.size,
      sha256: current.sha256,
      revision: current.revision,
      createdAt: evidence.createdAt.toISOString(),
      ...places,
    },
  ];
}
