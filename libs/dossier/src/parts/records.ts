import { countEvidence } from '@liangxing/contracts';
import { fileSize, orDash, shortDate } from '../format';
import { heading, paragraph, remark, startPart } from '../pdf/flow';
import { drawTable } from '../pdf/table';
import type { CorrectiveMeasure, EvidenceRow } from '../snapshot';
import { drawSignatures } from './signatures';
import { noMeasuresSentence } from './open-matters';
import { always, type DossierPart } from './part';

const period = ({ periodFrom, periodTo }: EvidenceRow): string => {
  if (!periodFrom && !periodTo) return '';
  if (periodFrom === periodTo || !periodTo) return periodFrom ?? '';
  return `${periodFrom ?? ''} 至 ${periodTo}`;
};

const validity = ({ validUntil }: EvidenceRow): string =>
  validUntil ? `有效期至 ${validUntil}` : '';

const serves = (row: EvidenceRow): string => {
  const { conditionNumbers = [], itemIds, actionNumbers = [], standardNumbers } = row;
  return [...conditionNumbers, ...itemIds, ...actionNumbers, ...standardNumbers].join('、');
};

/** How many files there are, and how many places they serve: a file may serve several. */
export function evidenceSentence(evidence: readonly EvidenceRow[]): string {
  const { files, uses } = countEvidence(
    evidence.map(({ conditionNumbers = [], itemIds, actionNumbers = [], standardNumbers }) => ({
      conditionIds: conditionNumbers,
      itemIds,
      actionIds: actionNumbers,
      standardIds: standardNumbers,
    })),
  );
  return `证实材料 ${files} 份，用于 ${uses} 处`;
}

/** 证实材料清单: each file with its SHA-256, so that what is handed over can be checked. */
export const evidenceList: DossierPart = {
  title: () => '证实材料清单',
  isShown: always,
  *draw(frame, { evidence }, title) {
    startPart(frame, title, 'landscape');
    if (evidence.length === 0) {
      paragraph(frame, '尚未提交证实材料。');
      return;
    }
    paragraph(frame, `${evidenceSentence(evidence)}。`);
    yield* drawTable(frame, {
      columns: [
        { heading: '材料编号', weight: 8 },
        { heading: '名称', weight: 20 },
        { heading: '对应项目', weight: 13 },
        { heading: '所属期间', weight: 11, align: 'center' },
        { heading: '文件名', weight: 17 },
        { heading: '大小', weight: 7, align: 'right' },
        { heading: 'SHA-256', weight: 24 },
      ],
      size: 8,
      leading: 11.2,
      padding: 2.6,
      vertical: 'middle',
      rows: evidence.map((row) => ({
        cells: [
          row.number,
          row.revision > 1 ? `${row.title}（第 ${row.revision} 版）` : row.title,
          serves(row),
          [period(row), validity(row)].filter((text) => text !== '').join('\n'),
          row.fileName,
          fileSize(row.size),
          `${row.sha256.slice(0, 32)}\n${row.sha256.slice(32)}`,
        ],
      })),
    });
    remark(
      frame,
      '材料编号由首个对应的评分项或整改措施编号和顺序号组成；一份材料可对应多个评分项、整改措施或标准。SHA-256 分两行印出，连写即为全值。',
    );
  },
};

const correctionCells = (row: CorrectiveMeasure) => [
  row.number,
  orDash(row.itemId),
  row.finding,
  orDash(row.cause),
  row.measure,
  orDash(row.owner),
  shortDate(row.dueOn),
  [row.stateName, row.result].filter((text) => text !== '').join('：') +
    ((row.evidenceNumbers ?? []).length > 0 ? `\n材料 ${row.evidenceNumbers?.join('、')}` : ''),
  row.verifiedBy === '' ? '' : `${row.verifiedBy}\n${row.verifiedOn ?? ''}`,
];

/** 整改措施: finding, cause, measure, owner, date, effect, verified by another person. */
export const correctiveMeasures: DossierPart = {
  title: () => '整改措施',
  isShown: always,
  *draw(frame, snapshot, title) {
    const { corrections } = snapshot;
    startPart(frame, title, corrections.length === 0 ? 'portrait' : 'landscape');
    if (corrections.length === 0) {
      paragraph(frame, noMeasuresSentence(snapshot));
      return;
    }
    yield* drawTable(frame, {
      columns: [
        { heading: '编号', weight: 8 },
        { heading: '评分项', weight: 6, align: 'center' },
        { heading: '不符合事实', weight: 19 },
        { heading: '原因', weight: 15 },
        { heading: '整改措施', weight: 19 },
        { heading: '责任人', weight: 9 },
        { heading: '期限', weight: 8.5, align: 'center' },
        { heading: '完成情况', weight: 14 },
        { heading: '验证', weight: 8.5, align: 'center' },
      ],
      size: 8,
      leading: 11.4,
      padding: 2.6,
      rows: corrections.map((row) => ({ cells: correctionCells(row) })),
    });
  },
};

/** 企业标准自我声明公开情况: only products and services on the market. */
export const selfDeclarations: DossierPart = {
  title: () => '企业标准自我声明公开情况',
  isShown: (snapshot) => snapshot.selfDeclarations.length > 0,
  *draw(frame, snapshot, title) {
    startPart(frame, title);
    yield* drawTable(frame, {
      columns: [
        { heading: '序号', weight: 7, align: 'right' },
        { heading: '产品（服务）', weight: 24 },
        { heading: '执行标准号', weight: 21 },
        { heading: '标准名称', weight: 24 },
        { heading: '公开日期', weight: 12, align: 'center' },
        { heading: '备注', weight: 14 },
      ],
      size: 8.5,
      vertical: 'middle',
      rows: snapshot.selfDeclarations.map((row, index) => ({
        cells: [
          String(index + 1),
          row.product,
          row.standardNumber,
          row.standardTitle,
          shortDate(row.declaredOn),
          row.note,
        ],
      })),
    });
  },
};

/** 声明与承诺, each with the line of the legal representative. */
export const declarations: DossierPart = {
  title: () => '声明与承诺',
  isShown: (snapshot) => snapshot.declarations.length > 0,
  *draw(frame, snapshot, title) {
    startPart(frame, title);
    for (const declaration of snapshot.declarations) {
      heading(frame, 2, declaration.title);
      paragraph(frame, declaration.text);
    }
    yield;
    drawSignatures(frame, [
      {
        role: '法定代表人（签字）',
        name: snapshot.enterprise.legalRepresentative,
        post: '',
      },
      { role: '企业（盖章）', name: '', post: '' },
    ]);
  },
};
