import type { ActionState, Wording } from '@liangxing/contracts';
import Excel from 'exceljs';
import { addTextSheet } from '../../kernel/pure';
import type { CorrectiveAction } from './corrective-action';

type Side = keyof Wording;
type Told = Omit<CorrectiveAction, 'createdAt'>;

const STATES: Readonly<Record<ActionState, Wording>> = {
  open: { zh: '未开始', en: 'Open' },
  in_progress: { zh: '进行中', en: 'In progress' },
  done: { zh: '已完成', en: 'Done' },
  verified: { zh: '已验证', en: 'Verified' },
};

interface Column {
  readonly head: Wording;
  /** In characters. */
  readonly width: number;
  readonly cell: (action: Told, side: Side) => string;
}

const COLUMNS: readonly Column[] = [
  { head: { zh: '序号', en: 'No.' }, width: 6, cell: ({ number }) => String(number) },
  { head: { zh: '条目', en: 'Item' }, width: 10, cell: ({ itemId }) => itemId ?? '' },
  { head: { zh: '问题（评价发现）', en: 'Finding' }, width: 36, cell: ({ finding }) => finding },
  { head: { zh: '原因分析', en: 'Cause' }, width: 32, cell: ({ cause }) => cause },
  { head: { zh: '整改措施', en: 'Measure' }, width: 36, cell: ({ measure }) => measure },
  { head: { zh: '责任部门／人', en: 'Owner' }, width: 16, cell: ({ owner }) => owner },
  { head: { zh: '完成期限', en: 'Due' }, width: 12, cell: ({ dueOn }) => dueOn ?? '' },
  { head: { zh: '状态', en: 'State' }, width: 10, cell: ({ state }, side) => STATES[state][side] },
  {
    head: { zh: '完成情况和效果', en: 'Result and effect' },
    width: 36,
    cell: ({ result }) => result,
  },
  { head: { zh: '验证人', en: 'Verified by' }, width: 14, cell: ({ verifiedBy }) => verifiedBy },
  {
    head: { zh: '验证日期', en: 'Verified on' },
    width: 12,
    cell: ({ verifiedOn }) => verifiedOn ?? '',
  },
];

const ACTIONS_SHEET: Wording = { zh: '整改措施', en: 'Corrective actions' };

/** Corrective actions as a workbook of texts, by number: nothing in it runs. */
export async function writeActionsXlsx(actions: readonly Told[], side: Side): Promise<Buffer> {
  const workbook = new Excel.Workbook();
  addTextSheet(
    workbook,
    ACTIONS_SHEET[side],
    COLUMNS.map(({ head, width }) => ({ head: head[side], width })),
    actions.map((action) => COLUMNS.map(({ cell }) => cell(action, side))),
    true,
  );
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
