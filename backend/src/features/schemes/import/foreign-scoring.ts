/** A scoring table as bodies and enterprises keep it → a draft in our own shape. No I/O. */
import type { DraftScheme } from '@liangxing/scheme/loader';
import type { Sheet } from '@liangxing/spreadsheet';
import { bestSheetBy, headerKey, isScoringHead, tidyLines, walkRows } from '@liangxing/tables';
import { readRules } from './read-rules';

const FIELDS = {
  section: /^(要素|一级要素|考评要素|评价要素|部分|类别|大类|一级指标|项目类别|考评类目|a级要素)$/,
  clause: /^(条款|条款号|标准条款|编号|序号)$/,
  topic: /^(二级要素|b级要素|考评项目|评价项目|二级指标|项目|评分项目|考核项目|评价指标)$/,
  asked:
    /^(考评内容|评价内容|评价要求|考核内容|内容|要求|检查内容|评审内容|评分内容|企业达标标准)$/,
  points: /^(标准分值?|分值|满分|基本分|规定得分|标准得分|应得分|分数)$/,
  rules:
    /^(评分(办法|方法|标准|细则|规则|说明)?|扣分(标准|项|办法|说明)?|考评办法|评价方法|得分标准)$/,
  extra: /^(追加扣除|追加扣分|附加扣分)$/,
  evidence: /^(证实材料|常见证实材料|证明材料|评审材料|检查资料|查阅资料|佐证材料)$/,
} as const;
type Field = keyof typeof FIELDS;
const HEAD_WITHIN = 20;
const LONGEST_TEXT = 2_000;

interface ForeignHead {
  readonly headerRow: number;
  readonly headerRows: number;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
}

function headOf({ rows }: Sheet): ForeignHead | undefined {
  const row = rows.slice(0, HEAD_WITHIN).find(isScoringHead);
  if (row === undefined) return undefined;
  const columns: Partial<Record<Field, number>> = {};
  Array.from(row.cells, (cell) => headerKey(cell ?? '')).forEach((key, index) => {
    const field = (Object.keys(FIELDS) as Field[]).find((name) => FIELDS[name].test(key));
    if (field !== undefined) columns[field] ??= index;
  });
  return { headerRow: row.number, headerRows: 1, columns };
}

/** What is told of a table before its draft is made. */
export interface ForeignScoring {
  readonly sheet: string;
  readonly items: number;
  /** Hundredths of a point. */
  readonly points: number;
  /** Rows that only add up others. */
  readonly sums: number;
  /** Deductions of which the table does not say what they take. */
  readonly open: number;
  readonly draft: DraftScheme;
}

/** `10`, `10 分`: hundredths; null for what is no amount. */
function hundredths(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s*分$/, '')
    .trim();
  return /^\d{1,5}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}

type Item = DraftScheme['sections'][number]['items'][number];

class ForeignReading {
  readonly sections: { readonly title: string; readonly items: Item[] }[] = [];
  private section = '';

  constructor(private readonly columns: ForeignHead['columns']) {}

  add(cells: readonly (string | undefined)[], above: string): void {
    const text = (field: Field): string => {
      const index = this.columns[field];
      const cell = index === undefined ? '' : (cells[index] ?? '');
      return tidyLines(cell).slice(0, LONGEST_TEXT);
    };
    const points = hundredths(text('points'));
    const [topic, asked] = [text('topic'), text('asked')];
    if (points === null || (topic === '' && asked === '')) return;
    // Below a merged or once written element its cell is empty.
    this.section = text('section') || above || this.section || '评分项目';
    const last = this.sections.at(-1);
    const items = last?.title === this.section ? last.items : [];
    if (last?.title !== this.section) this.sections.push({ title: this.section, items });
    items.push({
      clause: this.columns.topic === undefined ? '' : text('clause'),
      topic: topic || asked.split('\n')[0]?.slice(0, 100) || asked,
      asked: asked || topic,
      points,
      rules: readRules(text('rules'), text('extra'), points),
      evidence: text('evidence'),
    });
  }
}

const titleOf = (fileName: string): string => fileName.replace(/\.[a-z]{2,5}$/i, '').slice(0, 200);

/** Undefined where no sheet has the heads of a scoring table and rows with points. */
export function readForeignScoring(
  sheets: readonly Sheet[],
  fileName: string,
): ForeignScoring | undefined {
  const index = bestSheetBy(sheets, (beginning) => {
    const head = headOf(beginning);
    return head === undefined ? -100 : Object.keys(head.columns).length;
  });
  const sheet = sheets[index];
  const head = sheet && headOf(sheet);
  if (sheet === undefined || head?.columns.points === undefined) return undefined;
  const reading = new ForeignReading(head.columns);
  const counts = walkRows(
    sheet,
    head,
    { columns: Object.values(head.columns), mainColumn: head.columns.points },
    ({ cells, section }) => {
      reading.add(cells, section);
    },
  );
  const { sections } = reading;
  const items = sections.flatMap((section) => section.items);
  if (items.length === 0) return undefined;
  const sums = counts.skipped.filter(({ kind }) => kind === 'subtotal').length;
  const open = items.flatMap(({ rules }) => rules).filter(({ kind }) => kind === undefined).length;
  const points = items.reduce((sum, item) => sum + item.points, 0);
  const remarks = [
    `由“${fileName}”的工作表“${sheet.name}”整理：${items.length} 个项目，合计 ${points / 100} 分；${sums} 行小计、合计不作为项目。`,
    `请核对“评价表”各行，填写“方案”的方案编号和“等级”的分数线${open > 0 ? `，并给 ${open} 条没有写明分数的扣分标准补上扣分方式和扣分` : ''}，然后上传。`,
  ];
  const draft = { title: titleOf(fileName), sections, remarks };
  return { sheet: sheet.name, items: items.length, points, sums, open, draft };
}
