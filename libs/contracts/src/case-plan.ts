import type { TeamRole } from './case-team';

/** A line of the agenda (日程): when which department is looked at, and by whom. */
export interface AgendaLine {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`. */
  readonly from: string;
  readonly to: string;
  /** Of the enterprise; may be empty: everybody, as at the meetings. */
  readonly department: string;
  readonly content: string;
  /** Names, as they stand in the team. */
  readonly assessors: readonly string[];
}

/** 评价计划 (GB/T 19273-2017, 6): what the enterprise is asked to confirm. Days are `YYYY-MM-DD`. */
export interface PlanContent {
  readonly purpose: string;
  readonly scope: string;
  /** Standards and documents by which it is evaluated. */
  readonly basis: string;
  readonly method: string;
  readonly sampling: string;
  readonly from: string;
  readonly to: string;
  readonly agenda: readonly AgendaLine[];
  readonly team: readonly { readonly name: string; readonly role: TeamRole }[];
}
