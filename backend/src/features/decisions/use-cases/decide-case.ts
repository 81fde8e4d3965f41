import {
  plusDays,
  type AppealVerdict,
  type Decision,
  type ReviewVerdict,
} from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  organizationDay,
  ProblemError,
  validationFailed,
  type RequestContext,
} from '../../../kernel';
import { MakeMove, type Case, type SeenCase } from '../../cases';
import { DecisionsRepository } from '../decisions.repository';
import { PublicitiesRepository } from '../publicities.repository';
import { ReadDecision } from './read-decision';

/** What is decided: of a grant its grade, its scope and for how many days it is made public. */
export interface AskedDecision {
  readonly decision: Decision;
  readonly text: string;
  readonly grade?: string;
  readonly scope?: string;
  readonly days?: number;
}

/** Somebody outside the team reviews, somebody else decides, and a third one answers the appeal. */
@Injectable()
export class DecideCase {
  constructor(
    private readonly moves: MakeMove,
    private readonly reading: ReadDecision,
    private readonly decisions: DecisionsRepository,
    private readonly publicities: PublicitiesRepository,
  ) {}

  /** @throws ProblemError of MakeMove; validation_failed without a reason; person_was_in_team, conflict_…, result_missing */
  review(
    context: RequestContext,
    seen: SeenCase,
    verdict: ReviewVerdict,
    text: string,
  ): Promise<Case> {
    if (verdict === 'return_to_team') needsText(text);
    return this.moves.execute(context, seen, verdict, text, async (manager, { id }) => {
      await this.reading.mustBeOther('review', manager, context, id);
      const { number: resultNumber } = await this.reading.result(manager, context, id);
      await this.decisions.add(manager, context, id, { move: verdict, text, resultNumber });
      return {};
    });
  }

  /**
   * @param today `YYYY-MM-DD` on which it is decided; the days of the publicity are counted from it
   * @throws ProblemError of MakeMove; validation_failed; person_…, conflict_…, objections_unanswered, result_missing,
   *   grade_not_recommended
   */
  decide(
    context: RequestContext,
    seen: SeenCase,
    asked: AskedDecision,
    today = organizationDay(new Date()),
  ): Promise<Case> {
    const { decision, text } = asked;
    if (decision === 'refuse') needsText(text);
    return this.moves.execute(context, seen, decision, text, async (manager, found) => {
      await this.reading.mustBeOther('decide', manager, context, found.id);
      // Whoever objected to the decision before has an answer first: after a refusal nobody could give it any more.
      await this.publicities.requireNoneWaiting(manager, context, found.id);
      if (decision === 'grant') return this.grant(manager, context, found, asked, today);
      const { number: resultNumber } = await this.reading.result(manager, context, found.id);
      await this.decisions.add(manager, context, found.id, { move: decision, text, resultNumber });
      return {};
    });
  }

  /** @throws ProblemError of MakeMove; validation_failed without a reason; person_was_in_team, person_decided, conflict_… */
  answerAppeal(
    context: RequestContext,
    seen: SeenCase,
    verdict: AppealVerdict,
    text: string,
  ): Promise<Case> {
    needsText(text);
    return this.moves.execute(context, seen, verdict, text, async (manager, { id }) => {
      await this.reading.mustBeOther('answer_appeal', manager, context, id);
      const { number: resultNumber } = await this.reading.result(manager, context, id);
      await this.decisions.add(manager, context, id, { move: verdict, text, resultNumber });
      return {};
    });
  }

  private async grant(
    manager: EntityManager,
    context: RequestContext,
    found: Case,
    { text, grade = '', scope: asked = '', days }: AskedDecision,
    fromOn: string,
  ) {
    const scope = asked.trim();
    const missing = [
      ...(grade === '' ? ['grade'] : []),
      ...(scope === '' ? ['scope'] : []),
      ...(days === undefined ? ['days'] : []),
    ];
    if (missing.length > 0 || days === undefined)
      throw validationFailed(...missing.map((path) => ({ path, code: 'required' })));
    const kept = await this.reading.result(manager, context, found.id);
    const grades = await this.reading.grades(manager, context, found, kept);
    if (!grades.includes(grade)) throw new ProblemError('grade_not_recommended', { grade });
    const step = { move: 'grant', text, resultNumber: kept.number, grade, scope } as const;
    const decision = await this.decisions.add(manager, context, found.id, step);
    // The day on which it is decided does not count: the first whole day is the next one.
    const untilOn = plusDays(fromOn, days);
    const { bodyName, enterprise, scheme } = kept.result;
    await this.publicities.insert(manager, context, {
      ...{ id: randomUUID(), caseId: found.id, decision, grade, scope, fromOn, untilOn },
      ...{ enterpriseName: enterprise.name, bodyName, standard: scheme.title['zh-CN'] },
    });
    const isStatement = scheme.kind === 'readiness';
    return { decision: { grade, isStatement, scope, fromOn, untilOn } };
  }
}

function needsText(text: string): void {
  if (text.trim() === '') throw validationFailed({ path: 'text', code: 'required' });
}
