import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './dossier';
import { groupFindings, placeOfFinding, placeOfPart } from './finding-places';
import words from './i18n/zh-CN.json';

const warning = (code: string, more: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'warning',
  message: code,
  ...more,
});

/** What the checker says of each kind about its place. */
const told: Readonly<Record<string, readonly Partial<Finding>[]>> = {
  attachment_outdated: [{ field: 'attachments' }],
  condition_unmet: [{ field: 'conditions.sampling' }],
  conditions_unanswered: [{ field: 'conditions.registered' }],
  condition_without_proof: [{ field: 'conditions.sampling' }],
  condition_undated: [{ field: 'conditions.sampling' }],
  condition_check_old: [{ field: 'conditions.sampling' }],
  condition_declared_otherwise: [{ field: 'conditions.sampling' }],
  profile_field_missing: [{ field: 'profile.contactPhone' }],
  profile_field_recommended: [{ field: 'profile.departments' }],
  credit_code_missing: [{ field: 'profile.creditCode' }],
  system_effective_date_missing: [{ field: 'profile.systemEffectiveOn' }],
  system_released_after_effective: [{ field: 'profile.systemEffectiveOn' }],
  system_run_too_short: [{ field: 'profile.systemEffectiveOn' }],
  items_unanswered: [{ itemId: '1.1' }],
  not_applicable_without_reason: [{ itemId: '1.1' }],
  not_applicable_without_approval: [{ itemId: '1.1' }],
  no_standards: [{}],
  standard_not_current: [{ standardId: 's' }],
  standard_not_yet_in_force: [{ standardId: 's' }],
  standard_rows_with_problems: [{}],
  full_marks_without_evidence: [{ itemId: '1.1' }],
  bonus_without_evidence: [{ itemId: '1.1' }],
  deduction_without_finding: [{ itemId: '1.1' }],
  same_fact_deducted_twice: [{ itemId: '1.1' }],
  deduction_without_action: [{ itemId: '1.1' }],
  evidence_expired: [{ itemId: '1.1' }, { field: 'action.7' }, {}],
  evidence_stale: [{ itemId: '1.1' }, { field: 'action.7' }, {}],
  action_overdue: [{ itemId: '1.1', field: 'action.7' }, { field: 'action.7' }],
  action_not_verified: [{ itemId: '1.1', field: 'action.7' }, { field: 'action.7' }],
  target_not_reached: [{}],
  no_grade: [{}],
  gate_failed: [{}],
  veto_item: [{ itemId: '1.1' }],
  veto_rule: [{ itemId: '1.1' }],
  scheme_superseded: [{}],
  plan_field_missing: [{ field: 'assessment.plan.team' }, { field: 'assessment.plan.method' }],
  evaluated_too_early: [{}],
  conclusion_missing: [{ field: 'assessment.conclusion' }],
  declaration_unconfirmed: [{ field: 'assessment.plan.declarations.compliance' }],
  declaration_empty: [{ field: 'assessment.plan.declarations.compliance' }],
  declaration_contradicts: [{ field: 'assessment.plan.declarations.compliance' }],
  operation_contradicts: [{ itemId: '1.1' }],
  notes_unconfirmed: [{ field: 'system.notes.scope' }],
  notes_drafted: [{ field: 'system.notes.scope' }],
  notes_outdated: [{ field: 'system.notes.scope' }],
  whole_without_documents: [{ itemId: '1.1' }],
  unmet_without_action: [{ itemId: '1.1' }],
  conclusion_denies_findings: [{ field: 'assessment.conclusion' }],
  standard_after_evaluation: [{ standardId: 's' }],
  standard_released_after_force: [{ standardId: 's' }],
  evaluation_ends_before_it_begins: [{ field: 'assessment.plan.finishedOn' }],
  evaluation_in_future: [{ field: 'assessment.plan.finishedOn' }],
  objective_past: [{ field: 'profile.objectives' }],
  evidence_after_evaluation: [{ itemId: '1.1' }, {}],
  same_file_twice: [{ itemId: '1.1' }, { field: 'action.7' }, {}],
  one_file_many_bonuses: [{ itemId: '1.1' }],
  evaluates_own_department: [{ field: 'assessment.plan.team' }],
  action_verified_by_owner: [{ field: 'action.7' }],
  declared_standard_unlisted: [{}],
  expected_circular: [{}],
};

/** Every `data-field` of the templates; one that is put together ends with its fixed part: `action.`. */
const shownFields = templates(join(__dirname, '..')).flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /data-field(?:="([\w.]+)"|\]'?(?:="|: ")'([\w.]+)' \+)/g,
    ),
  ].map(([, whole, begin]) => whole ?? begin ?? ''),
);

function templates(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!spec)\.(html|ts)$/.test(name))
    .map((name) => join(folder, name));
}

describe('findings of the checker', () => {
  it('lead to the item, the standard or the field that they name', () => {
    expect(placeOfFinding(warning('full_marks_without_evidence', { itemId: '2.4.3' }))).toEqual({
      path: 'assessment',
      query: { item: '2.4.3', field: 'item.evidence' },
    });
    expect(placeOfFinding(warning('standard_not_current', { standardId: 's' }))).toEqual({
      path: 'standards',
      query: { standard: 's', field: 'standard.statusClaimed' },
    });
    expect(placeOfFinding(warning('profile_field_missing', { field: 'address' }))).toEqual({
      path: 'profile',
      query: { field: 'address' },
    });
  });

  it('lead to the action, the point of the notes or the field of the report that they name', () => {
    const field = 'action.7';
    expect(placeOfFinding(warning('action_overdue', { itemId: '1.1', field }))).toEqual({
      path: 'actions',
      query: { field },
    });
    const notes = placeOfFinding(warning('notes_unconfirmed', { field: 'system.notes.scope' }));
    expect(notes).toEqual({ path: 'system/notes', query: { field: 'system.notes.scope' } });
    const plan = 'assessment.plan.team';
    expect(placeOfFinding(warning('plan_field_missing', { field: plan }))).toEqual({
      path: 'dossiers',
      query: { field: plan },
      anchor: 'report',
    });
  });

  it('lead to the report on the same page where the report lacks something', () => {
    expect(placeOfFinding(warning('conclusion_missing', { field: 'conclusion' }))?.anchor).toBe(
      'report',
    );
    expect(placeOfPart({ part: 'self_evaluation', state: 'empty', note: '' })?.anchor).toBe(
      'report',
    );
  });

  it.each(Object.entries(told).filter(([code]) => code !== 'scheme_superseded'))(
    'lead to a field that some page has: %s',
    (code, more) => {
      for (const each of more) {
        const field = placeOfFinding(warning(code, each))?.query['field'] ?? '';
        const isThere = shownFields.some((known) =>
          known.endsWith('.') ? field.startsWith(known) && field !== known : field === known,
        );
        expect([code, field, isThere]).toEqual([code, field, true]);
      }
    },
  );

  it('are all among these, by the words that the pages have for them', () => {
    expect(Object.keys(told).sort()).toEqual(Object.keys(words.finding).sort());
  });

  it('lead nowhere where nothing can be mended', () => {
    expect(placeOfFinding(warning('scheme_superseded'))).toBeNull();
  });

  it('stand together by code, errors before warnings', () => {
    const groups = groupFindings([
      warning('standard_not_current'),
      warning('items_unanswered', { severity: 'error' }),
      warning('standard_not_current'),
    ]);
    expect(groups.map(({ code, findings }) => [code, findings.length])).toEqual([
      ['items_unanswered', 1],
      ['standard_not_current', 2],
    ]);
  });
});
