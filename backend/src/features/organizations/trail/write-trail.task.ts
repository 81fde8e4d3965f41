import { auditActionWording, type Wording } from '@liangxing/contracts';
import Excel from 'exceljs';
import { addTextSheet } from '../../../kernel/pure';
import type { TrailLine } from './trail.repository';

type Side = keyof Wording;

export interface WrittenTrail {
  /** JSON of lines, newest first. */
  readonly lines: string;
  readonly side: Side;
}

interface Column {
  readonly head: Wording;
  /** In characters. */
  readonly width: number;
  readonly cell: (line: TrailLine, side: Side) => string;
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

const COLUMNS: readonly Column[] = [
  { head: { zh: '时间', en: 'Time' }, width: 20, cell: ({ at }) => clock.format(new Date(at)) },
  { head: { zh: '人员', en: 'Person' }, width: 14, cell: ({ personName }) => personName },
  { head: { zh: '代表单位', en: 'Acting for' }, width: 24, cell: ({ actingName }) => actingName },
  {
    head: { zh: '访问令牌', en: 'Access token' },
    width: 20,
    cell: ({ accessToken }) => accessToken,
  },
  {
    head: { zh: '操作', en: 'Action' },
    width: 24,
    cell: ({ action }, side) => auditActionWording(action)[side],
  },
  {
    head: { zh: '对象', en: 'Subject' },
    width: 40,
    cell: ({ subjectType, subjectId }) => `${subjectType} ${subjectId}`,
  },
  {
    head: { zh: '详情', en: 'Details' },
    width: 60,
    cell: ({ details }) => (Object.keys(details).length === 0 ? '' : JSON.stringify(details)),
  },
];

/** Lines of the trail as the bytes of a workbook of texts: nothing in it runs. */
export async function writeTrail({ lines, side }: WrittenTrail): Promise<Uint8Array> {
  const workbook = new Excel.Workbook();
  const told = JSON.parse(lines) as TrailLine[];
  addTextSheet(
    workbook,
    side === 'en' ? 'Trail' : '操作记录',
    COLUMNS.map(({ head, width }) => ({ head: head[side], width })),
    told.map((line) => COLUMNS.map(({ cell }) => cell(line, side))),
    true,
  );
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
