import { nextMark, shownRows, withCell, type DutyCell } from './duties';

const table = {
  departments: ['质量部', '生产部'],
  rows: [{ code: 'J01', name: '质量管理', marks: ['▲', ''] as const }],
};

describe('the allocation of duties', () => {
  it('goes round the three marks', () => {
    expect([nextMark(''), nextMark('▲'), nextMark('△')]).toEqual(['▲', '△', '']);
  });

  it('shows what was set over what is derived, and counts who leads', () => {
    const cells: DutyCell[] = [{ code: 'J01', department: '生产部', mark: '▲' }];
    const [row] = shownRows(table, cells);
    expect(row?.cells.map(({ mark, isCorrected }) => [mark, isCorrected])).toEqual([
      ['▲', false],
      ['▲', true],
    ]);
    expect(row?.leaders).toBe(2);
  });

  it('keeps no correction that says what is derived anyway', () => {
    const blank: DutyCell = { code: 'J01', department: '质量部', mark: '' };
    const cells = withCell([], blank, '▲');
    expect(cells).toEqual([blank]);
    expect(withCell(cells, { ...blank, mark: '△' }, '▲')).toHaveLength(1);
    expect(withCell(cells, { ...blank, mark: '▲' }, '▲')).toEqual([]);
  });
});
