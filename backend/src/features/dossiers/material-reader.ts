import { Injectable } from '@nestjs/common';
import type { ServedPlaces } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { AssessmentsReader, scorableAnswer } from '../assessments';
import { ConditionsReader } from '../conditions';
import { EvidenceRepository, EvidenceUsesRepository, type Evidence } from '../evidence';
import { CorrectiveActionsRepository } from '../improvements';
import { isSampleOrganization } from '../organizations';
import { RecordsReader } from '../records';
import { PrimarySystemReader, registerEntries } from '../systems';
import type { AnswerMaterial, DossierSource, EvidenceMaterial } from './dossier-material';
import { profileMaterial } from './profile-material';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Reads everything that a dossier is made of, inside the caller's transaction. */
@Injectable()
export class MaterialReader {
  constructor(
    private readonly assessments: AssessmentsReader,
    private readonly conditions: ConditionsReader,
    private readonly evidence: EvidenceRepository,
    private readonly uses: EvidenceUsesRepository,
    private readonly actions: CorrectiveActionsRepository,
    private readonly systems: PrimarySystemReader,
    private readonly records: RecordsReader,
  ) {}

  /** @param today day on which the standards' status is judged; null: there is no such assessment */
  async read(
    manager: EntityManager,
    tenant: Tenant,
    assessmentId: string,
    today: string,
  ): Promise<DossierSource | null> {
    const scored = await this.assessments.scored(manager, tenant, assessmentId);
    if (scored === null) return null;
    const { assessment, scheme, answers, facts, score } = scored;
    const evidence = await this.evidence.list(manager, tenant);
    const served = await this.uses.served(manager, tenant, assessmentId, scheme);
    const actions = await this.actions.list(manager, tenant);
    const { targetGrade, targetLevel, ...rest } = assessment;
    return {
      isSample: await isSampleOrganization(manager, tenant),
      profile: await profileMaterial(manager, tenant),
      facts,
      assessment: { ...rest, targetGrade, targetLevel },
      scheme,
      conditions: await this.conditions.answers(manager, tenant, assessmentId, scheme),
      answers: answers.flatMap((answer): AnswerMaterial[] => {
        const scorable = scorableAnswer(answer);
        const { itemId, finding, responsible, reason } = answer;
        return scorable === null
          ? []
          : [{ itemId, answer: scorable, finding, responsible, reason }];
      }),
      score,
      system: await this.systems.read(manager, tenant),
      entries: await registerEntries(manager, tenant, today),
      evidence: evidence.flatMap((proof) => evidenceMaterial(proof, served.get(proof.id))),
      actions: actions.filter(
        (action) => action.assessmentId === null || action.assessmentId === assessmentId,
      ),
      laws: await this.records.laws(manager, tenant),
      selfDeclarations: await this.records.selfDeclarations(manager, tenant),
    };
  }
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
