import type { Finding } from './dossier';
import { groupFindings, placeOfFinding, placeOfPart } from './finding-places';

const warning = (code: string, more: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'warning',
  message: code,
  ...more,
});

describe('findings of the checker', () => {
  it('lead to the item, the standard or the field that they name', () => {
    expect(placeOfFinding(warning('full_marks_without_evidence', { itemId: '2.4.3' }))).toEqual({
      path: 'assessment',
      query: { item: '2.4.3', field: 'item.evidence' },
    });
    expect(placeOfFinding(warning('standard_not_current', { standardId: 's' }))).toEqual({
      path: 'standards',
      query: { id: 's' },
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
