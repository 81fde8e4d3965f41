import { Injectable } from '@nestjs/common';
import type { Score } from '@liangxing/scoring';
import { ProblemError, TenantDatabase, type RequestContext } from '../../../kernel';
import { scoreMaterial } from '../../dossiers/pure';
import { CaseReader, handedInOf, scoredOf, type TeamCase, type TeamSheet } from '../case-reader';
import { agreements } from '../compare-sheets';
import {
  SelfAnswerDto,
  SettledDto,
  type ComparisonDto,
  type ResultFigureDto,
} from '../dto/sheet.dto';
import { reconcile, settledScore, type ReconciledItem } from '../evaluation';
import { selfAnswers } from '../self-answers';
import { SheetsRepository } from '../sheets.repository';
import { isScorer, scorersOf } from '../team-members';

/** States before the closing meeting: until then only who has handed in reads the sheets of others. */
const BEFORE_CLOSING = ['planned', 'evaluating'];

/** Lays the sheets that were handed in side by side with what the enterprise found itself. */
@Injectable()
export class CompareSheets {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: CaseReader,
    private readonly sheets: SheetsRepository,
  ) {}

  /** @throws ProblemError not_found, sheet_not_readable */
  execute(context: RequestContext, caseId: string): Promise<ComparisonDto> {
    return this.database.read(context, async (manager) => {
      const one = await this.reader.find(manager, context, caseId);
      const handedIn = await this.reader.handedIn(manager, context, one);
      requireReadable(one, handedIn, context.userId);
      const material = await this.reader.material(manager, context, one.found);
      const scored = scoredOf(material);
      const settled = await this.sheets.settled(manager, context, caseId);
      const rated = handedInOf(scored, handedIn);
      const counted = rated.filter(({ userId }) =>
        handedIn.some((sheet) => sheet.userId === userId && sheet.isCounted),
      );
      const byItem = new Map(settled.map((item) => [item.itemId, item]));
      const items = reconcile(scored, counted, byItem);
      const result = settledScore(scored, items);
      const self = scoreMaterial(material);
      const hasPoints = scored.scheme.kind === 'scored';
      const selfs = new Map(selfAnswers(material).map((answer) => [answer.itemId, answer]));
      const pointsOf = (score: Score, id: string) =>
        hasPoints ? (score.items[id]?.earned ?? 0) : null;
      const compared = (item: ReconciledItem): ComparisonDto['items'] => {
        const { id } = item.item;
        const own = selfs.get(id);
        if (own === undefined) return [];
        return [
          {
            ...{ itemId: id, differs: item.differs, isOpen: item.result === null },
            answers: handedIn.flatMap(({ userId, answers }) => {
              const answer = answers.find(({ itemId }) => itemId === id);
              const score = rated.find((sheet) => sheet.userId === userId)?.score;
              if (answer === undefined || score === undefined) return [];
              const { state, rules, finding, reason, approval } = answer;
              return [
                {
                  ...{ userId, state, rules: { ...rules }, finding, reason },
                  approval: approval && { ...approval },
                  points: pointsOf(score, id),
                },
              ];
            }),
            self: SelfAnswerDto.of(own),
            settled: item.settled && SettledDto.of(item.settled),
            settledPoints: item.result === null ? null : pointsOf(result, id),
          },
        ];
      };
      const names = new Map(handedIn.map(({ userId, userName }) => [userId, userName]));
      return {
        waitsFor: scorersOf(one.team)
          .filter(({ userId }) => !names.has(userId))
          .map(({ name }) => name),
        sheets: [
          ...handedIn.map(({ userId, userName: name, isCounted }, at) => ({
            ...{ userId, name, isCounted },
            ...figureOf(rated[at]?.score ?? result, hasPoints),
          })),
          { userId: 'self', name: '', isCounted: false, ...figureOf(self, hasPoints) },
        ],
        items: items.flatMap(compared),
        agreement: [
          ...agreements(
            scored.scheme,
            rated.map(({ userId: by, score }) => ({ by, score })),
            { by: 'self', score: self },
          ),
        ],
        settled: figureOf(result, hasPoints),
      };
    });
  }
}

const figureOf = ({ grade, total, readiness }: Score, hasPoints: boolean): ResultFigureDto => ({
  ...{ grade, readiness },
  total: hasPoints ? total : null,
});

/** @throws ProblemError sheet_not_readable */
function requireReadable(
  { found, team }: TeamCase,
  handedIn: readonly TeamSheet[],
  userId: string,
): void {
  const isOpen = BEFORE_CLOSING.includes(found.state);
  const isDone = isScorer(team, userId) && handedIn.some((sheet) => sheet.userId === userId);
  if (isOpen && !isDone) throw new ProblemError('sheet_not_readable');
}
