import type { CaseState, ObjectionVerdict } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  takeTurn,
  TenantDatabase,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import {
  caseDto,
  CasesRepository,
  MakeMove,
  turnOfCase,
  type Case,
  type SeenCase,
} from '../../cases';
import { DecisionsRepository } from '../decisions.repository';
import { PublicitiesRepository } from '../publicities.repository';
import { ReadDecision } from './read-decision';

interface AskedAnswer {
  /** Different ones, all answered with the same words. */
  readonly objectionIds: readonly string[];
  readonly verdict: ObjectionVerdict;
  /** Why. */
  readonly text: string;
}

/** The body answers an objection, or several of the same kind together: one that is upheld stops the publicity, and the case is decided again. */
@Injectable()
export class AnswerObjection {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly moves: MakeMove,
    private readonly reading: ReadDecision,
    private readonly decisions: DecisionsRepository,
    private readonly publicities: PublicitiesRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found, version_conflict, case_moved, person_…, conflict_…, objection_answered */
  async execute(context: RequestContext, seen: SeenCase, asked: AskedAnswer): Promise<Case> {
    const stops = asked.verdict === 'upheld' && (await this.isPublic(context, seen.id));
    if (!stops) return this.note(context, seen, asked);
    // Who objected, and what was said, is none of the enterprise's business: it reads the body's reason.
    return this.moves.execute(
      context,
      seen,
      'stop_publicity',
      asked.text,
      async (manager, found) => {
        await this.answer(manager, context, found, asked);
        const publicity = await this.publicities.newest(manager, context, found.id);
        if (publicity?.state !== 'open') throw new ProblemError('case_moved');
        await this.publicities.end(manager, context, publicity.id, 'stopped');
        const { number: resultNumber } = await this.reading.result(manager, context, found.id);
        const step = { move: 'stop_publicity', text: asked.text, resultNumber } as const;
        await this.decisions.add(manager, context, found.id, step);
        return {};
      },
    );
  }

  private isPublic(context: RequestContext, id: string): Promise<boolean> {
    return this.database.read(context, async (manager) => {
      const found = await this.cases.find(manager, context, id);
      return found?.state === 'publicity';
    });
  }

  /** The case stays as it is: the objection is dismissed, or the publicity was stopped already. */
  private note(context: RequestContext, seen: SeenCase, asked: AskedAnswer): Promise<Case> {
    return this.database.transaction(context, async (manager) => {
      await takeTurn(manager, turnOfCase(seen.id));
      const found = await this.cases.find(manager, context, seen.id);
      if (found === null) throw notFound();
      if (found.version !== seen.version) throw versionConflict(caseDto(found));
      const states: readonly CaseState[] =
        asked.verdict === 'upheld' ? ['deciding'] : ['publicity', 'deciding'];
      if (!states.includes(found.state)) throw new ProblemError('case_moved');
      await this.answer(manager, context, found, asked);
      return found;
    });
  }

  private async answer(
    manager: EntityManager,
    context: RequestContext,
    { id, number }: Case,
    { objectionIds, verdict, text }: AskedAnswer,
  ): Promise<void> {
    await this.reading.mustBeOther('answer_objection', manager, context, id);
    const all = await this.publicities.objections(manager, context, id);
    const known = new Set(all.map((objection) => objection.id));
    if (!objectionIds.every((one) => known.has(one))) throw notFound();
    if (!(await this.publicities.answer(manager, context, objectionIds, { verdict, text })))
      throw new ProblemError('objection_answered');
    const subject = { type: 'case', id };
    const details = { number, verdict, count: objectionIds.length };
    await this.audit.record(manager, context, 'objection.answered', subject, details);
  }
}
