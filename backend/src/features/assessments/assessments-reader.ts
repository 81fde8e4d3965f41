import { Injectable } from '@nestjs/common';
import type { Scheme } from '@liangxing/scheme';
import type { Answers, EnterpriseFacts, ItemAnswer, Scorer } from '@liangxing/scoring';
import type { EntityManager } from 'typeorm';
import { RequestContext } from '../../kernel';
import { SchemeCatalogue } from '../schemes';
import { AnswersRepository } from './answers.repository';
import type { Answer, Assessment } from './assessment';
import { AssessmentsRepository } from './assessments.repository';
import { enterpriseFacts } from './enterprise-facts';

/** An assessment with what people answered; its score rests on more where it is a readiness scheme. */
export interface AnsweredAssessment {
  readonly assessment: Assessment;
  readonly scheme: Scheme;
  readonly answers: readonly Answer[];
  readonly facts: EnterpriseFacts;
  readonly score: Scorer;
}

type Tenant = Pick<RequestContext, 'organizationId'>;

/** What other features may read of assessments. */
@Injectable()
export class AssessmentsReader {
  constructor(
    private readonly assessments: AssessmentsRepository,
    private readonly answers: AnswersRepository,
    private readonly schemes: SchemeCatalogue,
  ) {}

  find(manager: EntityManager, tenant: Tenant, id: string): Promise<Assessment | null> {
    return this.assessments.find(manager, tenant, id);
  }

  /** For whoever writes what belongs to it: nobody closes, archives or deletes it until this transaction ends. */
  findKept(manager: EntityManager, tenant: Tenant, id: string): Promise<Assessment | null> {
    return this.assessments.findKept(manager, tenant, id);
  }

  /** `findKept` of one that is open. @throws ProblemError not_found, assessment_closed, assessment_archived */
  requireOpen(manager: EntityManager, tenant: Tenant, id: string): Promise<Assessment> {
    return this.assessments.requireOpen(manager, tenant, id);
  }

  /** Newest first. */
  list(manager: EntityManager, tenant: Tenant): Promise<Assessment[]> {
    return this.assessments.list(manager, tenant);
  }

  /** The scheme that the assessment is pinned to, or null where there is no such assessment. */
  async schemeOf(manager: EntityManager, tenant: Tenant, id: string): Promise<Scheme | null> {
    const assessment = await this.assessments.find(manager, tenant, id);
    if (assessment === null) return null;
    const { schemeId, schemeVersion } = assessment;
    return (await this.schemes.pinned(tenant, schemeId, schemeVersion, manager)).scheme;
  }

  /** Of an assessment that was read already. */
  async answered(
    manager: EntityManager,
    tenant: Tenant,
    assessment: Assessment,
  ): Promise<AnsweredAssessment> {
    const { id, schemeId, schemeVersion } = assessment;
    const facts = await enterpriseFacts(manager, tenant);
    const answers = await this.answers.list(manager, tenant, id);
    const { scheme, score } = await this.schemes.pinned(tenant, schemeId, schemeVersion, manager);
    return { assessment, scheme, answers, facts, score };
  }
}

/** Answers as the scoring library takes them; those taken back are left out. */
export function scorableAnswers(answers: readonly Answer[]): Answers {
  return Object.fromEntries(
    answers.flatMap((answer) => {
      const scorable = scorableAnswer(answer);
      return scorable === null ? [] : [[answer.itemId, scorable]];
    }),
  );
}

/** One answer as the scoring library takes it, or null where it was taken back. */
function scorableAnswer({ state, rules, approval }: Answer): ItemAnswer | null {
  if (state === 'unanswered') return null;
  return approval === null ? { state, rules } : { state, rules, approval };
}
