import { isStored } from './own-change';
import type { Standard } from './standard';

const row: Standard = {
  id: 's',
  version: 2,
  position: 1,
  updatedAt: '2026-01-01T00:00:00Z',
  systemCode: 'JS201',
  number: 'GB/T 1.1-2020',
  normalizedNumber: 'GB/T 1.1-2020',
  numberKind: 'standard',
  level: 'national',
  title: '标准化工作导则',
  englishTitle: '',
  withdrawnOn: null,
  statusCheckedOn: null,
  statusSource: '',
  kind: null,
  adoptedNumber: '',
  adoptionDegree: null,
  replacesNumber: '',
  citedNumbers: '',
  ccs: '',
  ics: '',
  isPlanned: false,
  issuedOn: '2020-03-31',
  inForceOn: null,
  status: 'current',
  statusClaimed: null,
  department: '技术部',
  note: '',
  problems: [],
  evidenceCount: 0,
};

describe('a change that meets a newer row', () => {
  it('is one’s own where the row already says all of it', () => {
    expect(isStored(row, { title: '标准化工作导则', inForceOn: null })).toBe(true);
  });

  it('is a conflict where the row says something else in one field', () => {
    expect(isStored(row, { title: '标准化工作导则', department: '质量部' })).toBe(false);
    expect(isStored(row, { statusClaimed: 'current' })).toBe(false);
  });

  it('is not judged by a field that rows do not show', () => {
    const { statusCheckedOn: _, ...older } = row;
    const change = { title: '标准化工作导则', statusCheckedOn: '2026-01-02' };
    expect(isStored(older as Standard, change)).toBe(true);
    expect(isStored(row, change)).toBe(false);
  });
});
