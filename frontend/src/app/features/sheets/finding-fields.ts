import type { FindingFieldsDto } from '../../core/api/generated/openapi';

/** A finding of which nothing is written yet. */
export const EMPTY: FindingFieldsDto = {
  ...{ severity: 'minor', itemId: '', evidenceId: null, text: '', requirement: '', department: '' },
};

/** What can be written of a finding, without what became of it. */
export const fieldsOf = ({
  severity,
  itemId,
  evidenceId,
  text,
  requirement,
  department,
}: FindingFieldsDto): FindingFieldsDto => ({
  ...{ severity, itemId, evidenceId, text, requirement, department },
});
