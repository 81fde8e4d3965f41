import type { IsoDate } from '@liangxing/scheme';
import type { DraftOutline } from './outlines/index';
import type { DraftStage, StandardDraft } from './standard-draft';

/** What is known of a standard to be written; unknown texts are empty. */
export interface DraftFacts {
  readonly enterpriseName: string;
  readonly number: string;
  readonly title: string;
  readonly englishTitle: string;
  readonly replaces: string;
  readonly replacesTitle: string;
  readonly department: string;
  readonly drafters: readonly string[];
  readonly ics: string;
  readonly ccs: string;
  readonly stage: DraftStage;
  readonly issuedOn: IsoDate | null;
  readonly inForceOn: IsoDate | null;
}

/** A draft that a person can go on writing: the outline with the enterprise's own facts. */
export function draftFromOutline(outline: DraftOutline, facts: DraftFacts): StandardDraft {
  const { kind, lays, applies, references, terms, chapters } = outline;
  const { enterpriseName, number, englishTitle, replaces, replacesTitle, stage } = facts;
  return {
    kind,
    stage,
    enterpriseName,
    number,
    replaces,
    replacesTitle,
    title: facts.title === '' ? outline.title : facts.title,
    englishTitle,
    ics: facts.ics,
    ccs: facts.ccs,
    issuedOn: facts.issuedOn,
    inForceOn: facts.inForceOn,
    foreword: { department: facts.department, drafters: facts.drafters, changes: [] },
    scope: [`本文件规定了${lays}。`, `本文件适用于${applies}。`],
    references,
    terms,
    chapters,
    annexes: [],
  };
}
