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
import { partInCase, type PartInCase } from '../independence';

/** What a case stands on when it is reviewed and decided, read in the transaction of who asks. */
@Injectable()
export class ReadDecision {
  constructor(
    private readonly results: ResultsRepository,
    private readonly team: TeamRepository,
    private readonly decisions: DecisionsRepository,
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

  /** What the person has done in the case before. */
  async part(manager: EntityManager, context: RequestContext, id: string): Promise<PartInCase> {
    const team = await this.team.list(manager, context, id);
    return partInCase(context.userId, team, await this.steps(manager, context, id));
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
