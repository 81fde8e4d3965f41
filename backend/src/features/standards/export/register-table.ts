/** The register as a table of texts whose heads the import knows: export and import change nothing together. */
import { FIELD_DESCRIPTIONS, type ImportField } from '../import/recognition/import-fields';
import type { StandardRecord } from '../register/standard-record';

const STATUS = {
  upcoming: '即将实施',
  current: '现行',
  replaced: '被代替',
  withdrawn: '废止',
} as const;
const LEVEL = {
  national: '国家标准',
  sector: '行业标准',
  local: '地方标准',
  group: '团体标准',
  enterprise: '企业标准',
  international: '国际标准',
  foreign: '国外标准',
  other: '其他',
} as const;
const KIND = {
  basic: '基础',
  method: '方法',
  product: '产品',
  component: '零部件',
  material: '原材料',
  safety: '安全',
  other: '其他',
} as const;

/** A standard as the database tells it in JSON. */
export type ExportedRow = StandardRecord & {
  readonly id: string;
  /** What the last check of the catalogue found, and when. */
  readonly checkedStatus: string | null;
  readonly checkedStatusOn: string | null;
};

/** Words of the check; what it does not know is not told. */
const CHECKED: Readonly<Record<string, string>> = { ...STATUS, ending: '即将废止' };
const checkedWord = ({ checkedStatus }: ExportedRow): string =>
  checkedStatus === null ? '' : (CHECKED[checkedStatus] ?? '');

interface ExportColumn {
  readonly head: string;
  /** In characters of a spreadsheet program. */
  readonly width: number;
  readonly value: (row: ExportedRow, index: number) => string;
}

const column = (field: ImportField, width: number, value: ExportColumn['value']): ExportColumn => ({
  head: FIELD_DESCRIPTIONS[field].zh,
  width,
  value,
});

export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  { head: '序号', width: 6, value: (_, index) => String(index + 1) },
  column('systemCode', 12, (row) => row.systemCode),
  column('number', 24, (row) => row.number),
  column('title', 48, (row) => row.title),
  column('issuedOn', 12, (row) => row.issuedOn ?? ''),
  column('inForceOn', 12, (row) => row.inForceOn ?? ''),
  column('department', 16, (row) => row.department),
  column('status', 10, (row) => (row.statusClaimed === null ? '' : STATUS[row.statusClaimed])),
  column('withdrawnOn', 12, (row) => row.withdrawnOn ?? ''),
  column('statusCheckedOn', 12, (row) => row.statusCheckedOn ?? ''),
  column('statusSource', 16, (row) => row.statusSource),
  column('checkedStatus', 10, checkedWord),
  column('checkedStatusOn', 12, (row) =>
    checkedWord(row) === '' ? '' : (row.checkedStatusOn ?? ''),
  ),
  column('level', 10, (row) => LEVEL[row.level]),
  column('kind', 10, (row) => (row.kind === null ? '' : KIND[row.kind])),
  column('adoptedNumber', 20, (row) => row.adoptedNumber),
  column('adoptionDegree', 10, (row) => row.adoptionDegree ?? ''),
  column('replacesNumber', 20, (row) => row.replacesNumber),
  column('citedNumbers', 20, (row) => row.citedNumbers),
  column('ccs', 12, (row) => row.ccs),
  column('ics', 16, (row) => row.ics),
  column('englishTitle', 30, (row) => row.englishTitle),
  column('isPlanned', 8, (row) => (row.isPlanned ? '是' : '')),
  column('note', 40, (row) => row.note),
  column('id', 38, (row) => row.id),
];

/** First sheet of the workbook, first lines of the .csv. */
export const EXPORT_NOTES: readonly string[] = [
  '标准台账导出说明',
  '“标准台账”表可修改后再次导入：按“良行标识”对应原有标准，没有标识的行按标准号对应或新增。',
  '“状态”“查新日期”“查新来源”为本单位所写；“查新结果”“查新结果日期”为系统按标准目录核对所得，导入到另一份台账时作为新标准的状态和依据。',
  '本文件不含：证实材料文件及其关联、修改历史、导入记录、问题提示、标准正文。',
  '导入不会清空内容：单元格留空表示保持台账原值。',
];
