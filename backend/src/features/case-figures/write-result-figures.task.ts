import type { Wording } from '@liangxing/contracts';
import { textIn } from '@liangxing/scheme';
import Excel from 'exceljs';
import { addTextSheet } from '../../kernel/pure';
import type { AgreementFigure, AssessorAgreement } from './agreement-figures';
import type { ItemFigure } from './item-figures';
import type { ResultFigures } from './use-cases/read-result-figures';

type Side = keyof Wording;

interface WrittenFigures {
  /** JSON of the figures. */
  readonly figures: string;
  readonly side: Side;
}

interface Column<Row> {
  readonly head: Wording;
  /** In characters. */
  readonly width: number;
  readonly cell: (row: Row, side: Side) => string;
}

const decimal = (hundredths: number | null): string =>
  hundredths === null ? '' : String(hundredths / 100);

const ITEMS: readonly Column<ItemFigure>[] = [
  { head: { zh: '条目', en: 'Item' }, width: 10, cell: ({ itemId }) => itemId },
  { head: { zh: '条款', en: 'Clause' }, width: 16, cell: ({ clause }) => clause },
  {
    head: { zh: '评价内容', en: 'Topic' },
    width: 44,
    cell: ({ topic }, side) => textIn(topic, side === 'en' ? 'en' : 'zh-CN'),
  },
  {
    head: { zh: '严重（案件数）', en: 'Major (cases)' },
    width: 14,
    cell: (one) => String(one.major),
  },
  {
    head: { zh: '一般（案件数）', en: 'Minor (cases)' },
    width: 14,
    cell: (one) => String(one.minor),
  },
  {
    head: { zh: '累计占比（%）', en: 'Cumulative share (%)' },
    width: 14,
    cell: ({ cumulative }) => decimal(cumulative),
  },
  {
    head: { zh: '平均失分', en: 'Points lost on average' },
    width: 12,
    cell: (one) => decimal(one.lost),
  },
];

interface Line extends AgreementFigure {
  readonly name: string;
  readonly quarter: string;
}

const WHOLE: Wording = { zh: '全部', en: 'All' };

const AGREEMENT: readonly Column<Line>[] = [
  { head: { zh: '评价人员', en: 'Person' }, width: 16, cell: ({ name }) => name },
  { head: { zh: '季度', en: 'Quarter' }, width: 12, cell: ({ quarter }) => quarter },
  { head: { zh: '案件数', en: 'Cases' }, width: 10, cell: ({ cases }) => String(cases) },
  { head: { zh: '条目数', en: 'Items' }, width: 10, cell: ({ items }) => String(items) },
  {
    head: { zh: '加权 kappa', en: 'Weighted kappa' },
    width: 14,
    cell: (one) => decimal(one.kappa),
  },
  {
    head: { zh: '平均差（每项）', en: 'Mean difference per item' },
    width: 16,
    cell: ({ difference }) => decimal(difference),
  },
];

const SHEETS = {
  items: { zh: '条目不符合项', en: 'Findings by item' },
  agreement: { zh: '评分一致性', en: 'Agreement' },
} as const satisfies Record<string, Wording>;

function add<Row>(
  workbook: Excel.Workbook,
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  side: Side,
): void {
  addTextSheet(
    workbook,
    name,
    columns.map(({ head, width }) => ({ head: head[side], width })),
    rows.map((row) => columns.map(({ cell }) => cell(row, side))),
    true,
  );
}

const linesOf = ({ name, quarters, ...whole }: AssessorAgreement, side: Side): readonly Line[] => [
  { ...whole, name, quarter: WHOLE[side] },
  ...quarters.map((quarter) => ({ ...quarter, name })),
];

/** The figures as the bytes of a workbook of texts; what too few items tell stays empty. */
export async function writeResultFigures({ figures, side }: WrittenFigures): Promise<Uint8Array> {
  const { items, people } = JSON.parse(figures) as ResultFigures;
  const workbook = new Excel.Workbook();
  const lines = people.flatMap((person) => linesOf(person, side));
  add(workbook, SHEETS.items[side], ITEMS, items, side);
  add(workbook, SHEETS.agreement[side], AGREEMENT, lines, side);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
