import type { CaseState, IndependenceConflict, Relation, TeamRole } from '@liangxing/contracts';

/** A person of the team (评价组) of a case. */
export interface TeamMember {
  readonly userId: string;
  /** As it is printed. */
  readonly name: string;
  readonly role: TeamRole;
  readonly addedAt: Date;
  readonly addedByName: string;
  /** Null: belongs to it now. */
  readonly removedAt: Date | null;
}

/** A time that somebody was in the team, and is over. */
export interface FormerMember extends TeamMember {
  readonly removedAt: Date;
}

/** What somebody declared of the own relation to the enterprise of a case. */
export interface Declaration {
  readonly userId: string;
  readonly relation: Relation;
  /** May be empty where there is none. */
  readonly text: string;
  readonly declaredAt: Date;
}

/** Somebody of the team now, with what independence goes by. */
export interface CheckedMember extends TeamMember {
  /** The newest; null: not declared yet. */
  readonly declaration: Declaration | null;
  readonly conflicts: readonly IndependenceConflict[];
  /** Still belongs to the body. */
  readonly isMember: boolean;
}

/** What somebody has to do at one case. */
export interface Load {
  readonly userId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly enterpriseName: string;
  readonly state: CaseState;
  readonly role: TeamRole;
  /** `YYYY-MM-DD`, in order; empty: not planned yet. */
  readonly days: readonly string[];
}
