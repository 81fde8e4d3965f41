import {
  asksForCorrection,
  roundsOf,
  stateOfSent,
  type FindingRound,
  type FindingState,
  type SentFinding,
} from '@liangxing/contracts';
import { findItem, textIn, type Scheme } from '@liangxing/scheme';
import type { Letter, LetterContent } from '../letters';
import type { Finding } from './sheet';

/** A letter with what it says, as far as it is about findings. */
export type FindingLetter = Letter &
  Pick<LetterContent, 'text' | 'findingAnswer' | 'findingJudgement'>;

/** A finding as it stands, with what both sides wrote of it. */
export interface StandingFinding extends Finding {
  readonly state: FindingState;
  readonly rounds: readonly FindingRound<FindingLetter>[];
}

/** How findings stand by the letters of their case. */
export function standing(
  findings: readonly Finding[],
  letters: readonly Letter[],
): readonly StandingFinding[] {
  const told = letters.map((letter): FindingLetter => ({ ...letter, ...letter.content }));
  return findings.map((finding) => {
    const rounds = roundsOf(told, finding.number);
    return { ...finding, rounds, state: finding.sentAt === null ? 'open' : stateOfSent(rounds) };
  });
}

/** Findings that wait for the enterprise or for the team. */
export const unverified = (findings: readonly StandingFinding[]): readonly StandingFinding[] =>
  findings.filter((finding) => asksForCorrection(finding) && finding.state !== 'verified');

/** As they stand in the letter of the closing meeting, in Chinese: it is a document. */
export const sentFindings = (scheme: Scheme, findings: readonly Finding[]): SentFinding[] =>
  findings.map(({ number, severity, itemId, text, requirement, department, foundByName }) => {
    const topic = findItem(scheme, itemId)?.topic;
    return {
      ...{ number, severity, itemId, topic: topic === undefined ? '' : textIn(topic, 'zh-CN') },
      ...{ text, requirement, department, foundBy: foundByName },
    };
  });
