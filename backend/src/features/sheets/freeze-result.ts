import { indexItems } from '@liangxing/scheme';
import type { Score } from '@liangxing/scoring';
import { organizationDay } from '../../kernel';
import { scoreMaterial, type FrozenMaterial } from '../dossiers/pure';
import type { TeamMember } from '../plans';
import { scoredOf } from './case-reader';
import type { EvaluationResult, ResultFinding, ResultItem } from './evaluation-result';
import { scoreOf } from './evaluation';
import { resultState, selfAnswers } from './self-answers';
import type { StandingFinding } from './sent-findings';
import type { ConclusionFields, SettledItem } from './sheet';

/** What a result is made of. */
interface ResultParts {
  readonly caseNumber: string;
  readonly bodyName: string;
  readonly material: FrozenMaterial;
  readonly team: readonly TeamMember[];
  readonly settled: readonly SettledItem[];
  readonly findings: readonly StandingFinding[];
  readonly conclusion: ConclusionFields & Pick<EvaluationResult['conclusion'], 'recommendation'>;
  readonly handedOver: EvaluationResult['handedOver'];
}

/** What the team settled, scored. */
export const scoreSettled = (material: FrozenMaterial, settled: readonly SettledItem[]): Score =>
  scoreOf(
    scoredOf(material),
    settled.map((item) => [item.itemId, item] as const),
  );

/** The result as it is frozen: everything of it follows from these parts. */
export function freezeResult(parts: ResultParts): EvaluationResult {
  const { caseNumber, bodyName, material, team, settled, conclusion, handedOver } = parts;
  const { profile, issue, assessment } = material;
  const { id, title, kind, sections } = material.scheme.document;
  const score = scoreSettled(material, settled);
  const { summary, strengths, improvements, recommendation, grade } = conclusion;
  return {
    ...{ format: 'liangxing-evaluation', version: 1, caseNumber, bodyName },
    enterprise: {
      ...{ name: profile.name, creditCode: profile.creditCode, address: profile.address },
      products: profile.products,
    },
    dossier: { number: issue.number, code: issue.code },
    scheme: {
      ...{ id, title, kind },
      sections: sections.map((section) => ({ id: section.id, title: section.title })),
    },
    targetGrade: assessment.targetGrade,
    team: team
      .filter(({ removedAt }) => removedAt === null)
      .map(({ name, role }) => ({ name, role })),
    plan: null,
    items: itemsOf(material, settled, score),
    score: figuresOf(score, kind === 'scored'),
    self: figuresOf(scoreMaterial(material), kind === 'scored'),
    findings: parts.findings.map(findingOf),
    conclusion: {
      ...{ summary, strengths, improvements, recommendation },
      grade: recommendation === 'grant' ? grade : '',
    },
    handedOver,
  };
}

const figuresOf = (
  { grade, total, readiness, isProvisional }: Score,
  hasPoints: boolean,
): EvaluationResult['score'] => ({
  ...{ grade, readiness, isProvisional },
  total: hasPoints ? total : null,
});

function itemsOf(
  material: FrozenMaterial,
  settled: readonly SettledItem[],
  score: Score,
): readonly ResultItem[] {
  const { document } = material.scheme;
  const hasPoints = document.kind === 'scored';
  const placed = indexItems(document);
  const byItem = new Map(settled.map((item) => [item.itemId, item]));
  return selfAnswers(material).flatMap((self): ResultItem[] => {
    const { itemId, state, points } = self;
    const [place, own] = [placed.get(itemId), byItem.get(itemId)];
    if (place === undefined) return [];
    const { item, section } = place;
    const unanswered = { state: 'unanswered', earned: 0 } as const;
    return [
      {
        ...{ itemId, clause: item.clause ?? '', topic: item.topic, sectionId: section.id },
        most: hasPoints ? item.points : null,
        self: { state, points },
        settled: resultState(score.items[itemId] ?? unanswered, hasPoints),
        note: own?.note ?? '',
        differed: own?.differed ?? false,
        reason: own?.reason ?? '',
      },
    ];
  });
}

function findingOf({ number, severity, itemId, text, rounds }: StandingFinding): ResultFinding {
  const last = rounds.at(-1);
  const { cause = '', correction = '' } = last?.answer.findingAnswer ?? {};
  const judgement = last?.judgement ?? null;
  const isVerified = judgement?.findingJudgement?.isAccepted === true;
  return {
    ...{ number, severity, itemId, text, cause, correction },
    verified:
      judgement === null || !isVerified
        ? null
        : {
            ...{ by: judgement.writerName, on: organizationDay(judgement.writtenAt) },
            note: judgement.text,
          },
  };
}
