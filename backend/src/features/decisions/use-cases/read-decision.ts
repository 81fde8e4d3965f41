import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProblemError, type RequestContext } from '../../../kernel';
import { MaterialsRepository, type Case } from '../../cases';
import { readMaterial } from '../../dossiers/pure';
import { TeamRepository } from '../../plans';
import { ResultsRepository, type KeptResult } from '../../sheets';
import type { DecisionStep } from '../decision';
import { DecisionsRepository } from '../decisions.repository';
import { gradesOfResult } from '../grades-of-result';
import { OTHERS_ONLY, partInCase, type PartInCase } from '../independence';
import { PublicitiesRepository } from '../publicities.repository';

/** What a case stands on when it is reviewed and decided, read in the transaction of who asks. */
@Injectable()
export class ReadDecision {
  constructor(
    private readonly results: ResultsRepository,
    private readonly team: TeamRepository,
    private readonly decisions: DecisionsRepository,
    private readonly publicities: PublicitiesRepository,
    private readonly materials: MaterialsRepository,
  ) {}

  /** @throws ProblemError result_missing */
  async result(manager: EntityManager, context: RequestContext, id: string): Promise<KeptResult> {
    const kept = await this.results.newest(manager, context, id);
    if (kept === null) throw new ProblemError('result_missing');
    return kept;
  }

  steps(manager: EntityManager, context: RequestContext, id: string): Promise<DecisionStep[]> {
    return this.decisions.list(manager, context, id);
  }

  /** What the person has done in the case before, and has to do with the enterprise. */
  async part(manager: EntityManager, context: RequestContext, id: string): Promise<PartInCase> {
    const team = await this.team.list(manager, context, id);
    const steps = await this.steps(manager, context, id);
    const objections = await this.publicities.objections(manager, context, id);
    const [conflict = null] = await this.team.relations(manager, id, context.userId);
    return partInCase(context.userId, team, steps, { objections, conflict });
  }

  /** @throws ProblemError person_…, conflict_… */
  async mustBeOther(
    what: keyof typeof OTHERS_ONLY,
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<void> {
    const hindrance = OTHERS_ONLY[what](await this.part(manager, context, id));
    if (hindrance !== null) throw new ProblemError(hindrance, { name: context.userName });
  }

  /** Lowest first; none where the result recommends none. */
  async grades(
    manager: EntityManager,
    context: RequestContext,
    { id, material }: Pick<Case, 'id' | 'material'>,
    { result }: KeptResult,
  ): Promise<readonly string[]> {
    const text = await this.materials.text(manager, context, id, material);
    return text === null ? [] : gradesOfResult(result, readMaterial(text));
  }
}
