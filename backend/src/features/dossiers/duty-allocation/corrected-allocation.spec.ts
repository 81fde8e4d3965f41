import type { DutyAllocation } from '@liangxing/dossier';
import { correctedAllocation } from './corrected-allocation';

const derived: DutyAllocation = {
  departments: ['质量部', '生产部'],
  rows: [
    { code: 'J01', name: '质量管理', marks: ['▲', '△'] },
    { code: 'J02', name: '设备管理', marks: ['', ''] },
  ],
};

describe('an allocation of duties', () => {
  it('is the derived one where nobody corrected anything', () => {
    expect(correctedAllocation(derived, [])).toEqual(derived);
  });

  it('takes over what a person set, also a blank, and keeps the rest', () => {
    const { rows, isCorrected } = correctedAllocation(derived, [
      { code: 'J01', department: '生产部', mark: '' },
      { code: 'J02', department: '生产部', mark: '▲' },
    ]);
    expect(isCorrected).toBe(true);
    expect(rows.map(({ marks }) => marks)).toEqual([
      ['▲', ''],
      ['', '▲'],
    ]);
  });

  it('lets a correction rest whose department or sub-system is no more', () => {
    const gone = [
      { code: 'J01', department: '基建部', mark: '▲' },
      { code: 'J99', department: '质量部', mark: '▲' },
    ] as const;
    expect(correctedAllocation(derived, gone)).toEqual(derived);
  });
});
