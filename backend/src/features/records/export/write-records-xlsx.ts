import {
  recordKind,
  recordText,
  type RecordField,
  type RecordKindId,
  type Wording,
} from '@liangxing/contracts';
import Excel from 'exceljs';
import { addTextSheet } from '../../../kernel/pure';
import { ID_HEAD } from '../import/recognise-heads';
import type { StoredRecord } from '../record';

type Side = keyof Wording;

const NOTE: Readonly<Record<Side, string>> = {
  zh: '可修改后再次导入：按“良行标识”对应原有记录，没有标识的行作为新记录；单元格留空表示保持原值。本文件不含证实材料文件和修改历史。',
  en: 'May be changed and imported again: a row with an id changes its record, one without is new; blank cells keep what is stored. Proofs and history are not in this file.',
};
const NOTES_SHEET: Readonly<Record<Side, string>> = { zh: '说明', en: 'Notes' };

const widthOf = ({ type, width }: RecordField): number =>
  type === 'long_text' ? 40 : width === 'wide' ? 36 : type === 'date' ? 12 : 18;

/** A list as a workbook of texts: nothing in it runs. Its import is the identity. */
export async function writeRecordsXlsx(
  kind: RecordKindId,
  records: readonly Pick<StoredRecord, 'id' | 'fields'>[],
  side: Side,
): Promise<Buffer> {
  const { fields, label } = recordKind(kind);
  const workbook = new Excel.Workbook();
  const columns = fields.map((field) => ({
    head: field.label[side],
    width: widthOf(field),
  }));
  addTextSheet(
    workbook,
    label[side].slice(0, 31),
    [...columns, { head: ID_HEAD[side], width: 38 }],
    records.map(({ id, fields: values }) => [
      ...fields.map((field) => recordText(field, values[field.id] ?? null, side)),
      id,
    ]),
  );
  const notes = workbook.addWorksheet(NOTES_SHEET[side]);
  notes.columns = [{ width: 110 }];
  notes.addRow([NOTE[side]]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
