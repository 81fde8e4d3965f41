import type { DossierPart, Finding } from './dossier';

/** Where in the enterprise's pages something is mended. */
interface Place {
  /** Last part of the address: `profile`. */
  readonly path:
    | 'profile'
    | 'conditions'
    | 'standards'
    | 'assessment'
    | 'evidence'
    | 'gaps'
    | 'actions'
    | 'dossiers'
    | 'system'
    | 'system/notes';
  readonly query: Readonly<Record<string, string>>;
  /** On this very page: name of the anchor. */
  readonly anchor?: string;
}

const place = (path: Place['path'], query: Place['query'] = {}): Place => ({ path, query });

const report: Place = { path: 'dossiers', query: {}, anchor: 'report' };

/** Place by the finding's code, where neither an item nor a standard says it. */
const placesByCode: Readonly<Record<string, Place>> = {
  no_standards: place('standards', { field: 'standards.import' }),
  standard_rows_with_problems: place('standards', { field: 'standards.problems' }),
  deduction_without_action: place('actions', { field: 'actions.add' }),
  action_overdue: place('actions'),
  action_not_verified: place('actions'),
  target_not_reached: place('gaps', { field: 'gaps.route' }),
  no_grade: place('gaps', { field: 'gaps.route' }),
  gate_failed: place('gaps', { field: 'gaps.route' }),
  evidence_expired: place('evidence', { field: 'evidence.list' }),
  evidence_stale: place('evidence', { field: 'evidence.list' }),
  attachment_outdated: { path: 'dossiers', query: { field: 'attachments' }, anchor: 'attachments' },
  plan_field_missing: report,
  evaluated_too_early: { ...report, query: { field: 'assessment.plan.startedOn' } },
  conclusion_missing: report,
  declaration_unconfirmed: report,
  declaration_empty: report,
  declaration_contradicts: report,
  notes_unconfirmed: place('system/notes'),
  notes_outdated: place('system/notes'),
  notes_drafted: place('system', { field: 'system.start' }),
  expected_circular: place('system', { field: 'system.start' }),
  unmet_without_action: place('actions', { field: 'actions.add' }),
  action_verified_by_owner: place('actions'),
  conclusion_denies_findings: report,
  evaluation_ends_before_it_begins: report,
  evaluation_in_future: report,
  evaluates_own_department: report,
  objective_past: place('profile', { field: 'profile.objectives' }),
  declared_standard_unlisted: place('standards', { field: 'standards.import' }),
  evidence_after_evaluation: place('evidence', { field: 'evidence.list' }),
  same_file_twice: place('evidence', { field: 'evidence.list' }),
};

/** Field of an item's card where a finding about the item is mended. */
const fieldsOfItem: Readonly<Record<string, string>> = {
  not_applicable_without_reason: 'item.reason',
  not_applicable_without_approval: 'item.approval',
  deduction_without_finding: 'item.finding',
  full_marks_without_evidence: 'item.evidence',
  bonus_without_evidence: 'item.evidence',
  evidence_expired: 'item.evidence',
  evidence_stale: 'item.evidence',
  evidence_after_evaluation: 'item.evidence',
  same_file_twice: 'item.evidence',
  one_file_many_bonuses: 'item.evidence',
};

/** Field of a standard where a finding about the standard is mended. */
const fieldsOfStandard: Readonly<Record<string, string>> = {
  standard_not_current: 'standard.statusClaimed',
  standard_not_yet_in_force: 'standard.inForceOn',
  standard_after_evaluation: 'standard.inForceOn',
  standard_released_after_force: 'standard.inForceOn',
};

function withField(where: Place, field: string | undefined): Place {
  return field === undefined ? where : { ...where, query: { ...where.query, field } };
}

/** Where a finding is mended; null where nothing can be done about it (a scheme that was replaced). */
export function placeOfFinding({ code, itemId, standardId, field }: Finding): Place | null {
  const known = placesByCode[code];
  if (known?.path === 'actions') return withField(known, field);
  if (itemId)
    return withField(place('assessment', { item: itemId }), fieldsOfItem[code] ?? 'item.judgement');
  if (standardId)
    return withField(
      place('standards', { standard: standardId }),
      fieldsOfStandard[code] ?? 'standard.number',
    );
  if (field?.startsWith('conditions.')) return place('conditions', { field });
  if (field?.startsWith('action.')) return withField(place('actions'), field);
  if (known?.path === 'system') return known;
  if (known) return withField(known, field);
  if (/^(profile|credit|system)_/.test(code)) return place('profile', field ? { field } : {});
  return null;
}

const placesByPart: Readonly<Record<string, Place>> = {
  application_form: place('profile'),
  application_conditions: place('conditions'),
  enterprise_profile: place('profile'),
  standardization_profile: place('profile'),
  self_evaluation: report,
  scoring_table: place('assessment'),
  structure_diagram: place('standards'),
  standard_list: place('standards'),
  statistics: place('standards'),
  evidence_list: place('evidence'),
  corrective_measures: place('actions'),
  declarations: report,
  signatures: place('profile'),
};

export function placeOfPart({ part }: DossierPart): Place | null {
  return placesByPart[part] ?? null;
}

interface FindingGroup {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly findings: readonly { readonly finding: Finding; readonly place: Place | null }[];
}

/** Findings of one code together, errors first, else in the server's order. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const codes = [...new Set(findings.map(({ code }) => code))];
  const groups = codes.map((code): FindingGroup => {
    const own = findings.filter((finding) => finding.code === code);
    return {
      code,
      severity: own[0]?.severity ?? 'warning',
      findings: own.map((finding) => ({ finding, place: placeOfFinding(finding) })),
    };
  });
  return [
    ...groups.filter(({ severity }) => severity === 'error'),
    ...groups.filter(({ severity }) => severity === 'warning'),
  ];
}
