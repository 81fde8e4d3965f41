import { Injectable } from '@nestjs/common';
import type { Score } from '@liangxing/scoring';
import { ProblemError, TenantDatabase, type RequestContext } from '../../../kernel';
import { scoreMaterial, type FrozenMaterial } from '../../dossiers/pure';
import { isScorer, scorersOf } from '../../plans';
import { CaseReader, handedInOf, scoredOf, type TeamCase, type TeamSheet } from '../case-reader';
import { agreements } from '../compare-sheets';
import { SettledDto, type ComparisonDto, type ResultFigureDto } from '../dto/comparison.dto';
import { SelfAnswerDto } from '../dto/sheet.dto';
import { reconcile, settledScore, type HandedIn, type ReconciledItem } from '../evaluation';
import { selfAnswers, type SelfAnswer } from '../self-answers';
import type { SettledItem } from '../sheet';
import { SheetsRepository } from '../sheets.repository';

/** States before the closing meeting: until then only who has handed in reads the sheets of others. */
const BEFORE_CLOSING = ['accepted', 'plan_sent', 'plan_objected', 'planned', 'evaluating'];

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
      const sheets = await this.reader.handedIn(manager, context, one);
      requireReadable(one, sheets, context.userId);
      const material = await this.reader.material(manager, context, one.found);
      const settled = await this.sheets.settled(manager, context, caseId);
      const waits = scorersOf(one.team).filter(
        ({ userId }) => !sheets.some((sheet) => sheet.userId === userId),
      );
      return { waitsFor: waits.map(({ name }) => name), ...comparison(material, sheets, settled) };
    });
  }
}

function comparison(
  material: FrozenMaterial,
  sheets: readonly TeamSheet[],
  settled: readonly SettledItem[],
): Omit<ComparisonDto, 'waitsFor'> {
  const scored = scoredOf(material);
  const hasPoints = scored.scheme.kind === 'scored';
  const rated = handedInOf(scored, sheets);
  const counts = new Set(sheets.filter(({ isCounted }) => isCounted).map(({ userId }) => userId));
  const counted = rated.filter(({ userId }) => counts.has(userId));
  const items = reconcile(scored, counted, new Map(settled.map((one) => [one.itemId, one])));
  const result = settledScore(scored, items);
  const self = scoreMaterial(material);
  const ofSelf = new Map(selfAnswers(material).map((answer) => [answer.itemId, answer]));
  return {
    sheets: [
      ...sheets.map(({ userId, userName: name, isCounted }, at) => ({
        ...{ userId, name, isCounted },
        ...figureOf(rated[at]?.score ?? result, hasPoints),
      })),
      { userId: 'self', name: '', isCounted: false, ...figureOf(self, hasPoints) },
    ],
    items: items.flatMap((item) => {
      const own = ofSelf.get(item.item.id);
      return own === undefined
        ? []
        : [comparedItem(item, own, { sheets, rated, result, hasPoints })];
    }),
    agreement: [
      ...agreements(
        scored.scheme,
        rated.map(({ userId: by, score }) => ({ by, score })),
        { by: 'self', score: self },
      ),
    ],
    settled: figureOf(result, hasPoints),
  };
}

interface Sheets {
  readonly sheets: readonly TeamSheet[];
  /** The same, scored. */
  readonly rated: readonly HandedIn[];
  readonly result: Score;
  readonly hasPoints: boolean;
}

function comparedItem(
  { item: { id }, differs, result: settled, settled: byLead }: ReconciledItem,
  self: SelfAnswer,
  { sheets, rated, result, hasPoints }: Sheets,
): ComparisonDto['items'][number] {
  const pointsIn = (score: Score) => (hasPoints ? (score.items[id]?.earned ?? 0) : null);
  return {
    ...{ itemId: id, differs, isOpen: settled === null },
    answers: sheets.flatMap(({ userId, answers }, at) => {
      const answer = answers.find(({ itemId }) => itemId === id);
      const score = rated[at]?.score;
      if (answer === undefined || score === undefined) return [];
      const { state, rules, finding, reason, approval } = answer;
      return [
        {
          ...{ userId, state, rules: { ...rules }, finding, reason, points: pointsIn(score) },
          approval: approval && { ...approval },
        },
      ];
    }),
    self: SelfAnswerDto.of(self),
    settled: byLead && SettledDto.of(byLead),
    settledPoints: settled === null ? null : pointsIn(result),
  };
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
