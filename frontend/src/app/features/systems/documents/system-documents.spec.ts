import { cellOf, figureText, linesOf, type ListGroup, type ListRow } from './system-documents';

const row = (title: string): ListRow => ({
  systemCode: '',
  number: '',
  title,
  issuedOn: null,
  inForceOn: null,
  department: '',
  status: '',
  level: '',
  adopted: '',
  replaces: '',
  cited: '',
  note: '',
});
const groups: readonly ListGroup[] = [
  { code: 'CP1', title: '产品', rows: [row('甲'), row('乙')] },
  { code: '', title: '未归入体系', rows: [row('丙')] },
];

describe('the list on the screen', () => {
  it('numbers the standards through, below the heading of each node', () => {
    const lines = linesOf(groups);
    expect(lines.map((line) => (line.kind === 'row' ? line.number : line.title))).toEqual([
      '产品',
      1,
      2,
      '未归入体系',
      3,
    ]);
  });

  it('shows the node of a standard in the column of sub-systems, and nothing for an unknown day', () => {
    const line = linesOf(groups)[1]!;
    if (line.kind !== 'row') throw new Error('a row');
    expect([cellOf('subsystem', line), cellOf('issuedOn', line)]).toEqual(['产品', '']);
  });
});

describe('figures of the statistics', () => {
  it('have one decimal as shares and stay blank without a denominator', () => {
    expect([figureText(8750, 'share'), figureText(3, 'count'), figureText(null, 'share')]).toEqual([
      '87.5',
      '3',
      '',
    ]);
  });
});
