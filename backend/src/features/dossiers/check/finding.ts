import type { ConsistencyCode } from './rules/index';
import type { FindingPlace } from './rules/rule';

/** One remark of the checker before submission; errors block the build, warnings do not. */
export interface DossierFinding {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  /** Figures and names of the message's sentence. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly itemId?: string;
  readonly standardId?: string;
  /** Field of the profile or of the assessment. */
  readonly field?: string;
}

/** Severity of each finding that is no contradiction: what is missing. The rules of consistency carry their own. */
const findingSeverity = {
  condition_unmet: 'error',
  conditions_unanswered: 'error',
  condition_without_proof: 'warning',
  condition_undated: 'warning',
  condition_check_old: 'warning',
  condition_declared_otherwise: 'warning',
  profile_field_missing: 'error',
  profile_field_recommended: 'warning',
  credit_code_missing: 'error',
  system_effective_date_missing: 'error',
  system_released_after_effective: 'error',
  system_run_too_short: 'error',
  items_unanswered: 'error',
  not_applicable_without_reason: 'error',
  not_applicable_without_approval: 'warning',
  no_standards: 'error',
  standard_not_current: 'warning',
  standard_not_yet_in_force: 'warning',
  standard_rows_with_problems: 'warning',
  full_marks_without_evidence: 'warning',
  bonus_without_evidence: 'warning',
  deduction_without_finding: 'warning',
  same_fact_deducted_twice: 'warning',
  deduction_without_action: 'warning',
  evidence_expired: 'warning',
  action_overdue: 'warning',
  action_not_verified: 'warning',
  target_not_reached: 'warning',
  no_grade: 'warning',
  gate_failed: 'warning',
  veto_item: 'warning',
  veto_rule: 'warning',
  scheme_superseded: 'warning',
  plan_field_missing: 'warning',
  evaluated_too_early: 'warning',
  conclusion_missing: 'warning',
  declaration_unconfirmed: 'warning',
  declaration_empty: 'error',
  declaration_contradicts: 'error',
  operation_contradicts: 'error',
  notes_unconfirmed: 'error',
  notes_drafted: 'warning',
  notes_outdated: 'warning',
  attachment_outdated: 'error',
} as const;

type OwnCode = keyof typeof findingSeverity;

export type FindingCode = OwnCode | ConsistencyCode;

/** Makes a finding with the severity that the table gives its code. */
export function finding(
  code: OwnCode,
  params: Readonly<Record<string, string | number>> = {},
  place: FindingPlace = {},
): DossierFinding {
  return { code, severity: findingSeverity[code], params, ...place };
}
