import type { TeamRole } from '@liangxing/contracts';

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
