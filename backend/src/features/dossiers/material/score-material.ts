import { judgeReadiness, score, withDerived, type Answers, type Score } from '@liangxing/scoring';
import type { MaterialContent } from './frozen-material';

type Scored = Pick<MaterialContent, 'scheme' | 'answers' | 'facts' | 'readiness'>;

/** What counts for each item: what people judged, and what follows of readiness items. */
export function countedAnswers({ scheme, answers, readiness }: Scored): Answers {
  const given = Object.fromEntries(
    answers.flatMap(({ itemId, answer }) => (answer === null ? [] : [[itemId, answer] as const])),
  );
  if (readiness === null) return given;
  const entered = Object.fromEntries(
    answers.map(({ itemId, answer, measured }) => [
      itemId,
      { state: answer?.state ?? ('unanswered' as const), measured },
    ]),
  );
  return withDerived(given, judgeReadiness(scheme.document, readiness, entered));
}

/** The score of a material, today as on the day on which it was frozen. */
export function scoreMaterial(material: Scored): Score {
  return score(material.scheme.document, countedAnswers(material), material.facts);
}
