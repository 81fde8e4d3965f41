import { printedClassification } from '@liangxing/standard-number';
import { BorderStyle, Paragraph, type FileChild } from 'docx';
import { longDate } from '../format';
import { HEI, SIZES, SONG } from '../word/word-document';
import { runs } from './draft-styles';
import type { DraftStage, StandardDraft } from './standard-draft';

const STAGES: Readonly<Record<DraftStage, string>> = {
  draft: '（草案）',
  review: '（送审稿）',
  approved: '（报批稿）',
  inForce: '',
};

export const line = (
  text: string,
  size: number,
  options: {
    readonly align?: 'left' | 'center' | 'right';
    readonly face?: typeof SONG;
    readonly before?: number;
    readonly after?: number;
  } = {},
): Paragraph =>
  new Paragraph({
    alignment: options.align ?? 'left',
    spacing: { before: options.before ?? 0, after: options.after ?? 0 },
    children: runs(text, { font: options.face ?? SONG, size }),
  });

const rule = (before: number): Paragraph =>
  new Paragraph({
    spacing: { before },
    border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 1 } },
    children: [],
  });

/** In print a long dash stands before the year: `Q/SLJD G0301—2026`. */
export const printed = (number: string): string => number.replace(/-(\d{4})$/u, '—$1');

const dateText = (date: string | null): string =>
  date === null ? '【年　月　日】' : longDate(date);

/** Q and the code of the enterprise: `Q/SLJD`. */
const coverSign = (number: string): string => /^Q\/[\p{L}\d]+/u.exec(number)?.[0] ?? 'Q';

/** At the upper left; an enterprise standard need not be classified. */
const classification = ({ ics, ccs }: StandardDraft): Paragraph[] => [
  ...(ics === '' ? [] : [line(`ICS ${ics}`, SIZES.body, { face: HEI })]),
  ...(ccs === ''
    ? []
    : [line(`CCS ${printedClassification('ccs', ccs)}`, SIZES.body, { face: HEI })]),
];

/** Cover of an enterprise standard (GB/T 1.1-2020, form of the cover). */
export const cover = (draft: StandardDraft): FileChild[] => [
  ...classification(draft),
  line(coverSign(draft.number || draft.replaces), 72, { face: HEI, align: 'right' }),
  line(`${draft.enterpriseName}企业标准`, 44, { face: HEI, align: 'center', before: 600 }),
  line(draft.number === '' ? '【标准编号】' : printed(draft.number), 28, {
    face: HEI,
    align: 'right',
    before: 360,
  }),
  line(draft.replaces === '' ? '' : `代替 ${printed(draft.replaces)}`, SIZES.body, {
    align: 'right',
  }),
  rule(60),
  line(draft.title, 52, { face: HEI, align: 'center', before: 2200 }),
  line(draft.englishTitle, 28, { face: HEI, align: 'center', before: 240 }),
  line(STAGES[draft.stage], 28, { align: 'center', before: 400 }),
  new Paragraph({
    spacing: { before: 3600 },
    tabStops: [{ type: 'right', position: 9355 }],
    children: [
      ...runs(`${dateText(draft.issuedOn)}发布`, { font: HEI, size: 28 }),
      ...runs(`\t${dateText(draft.inForceOn)}实施`, { font: HEI, size: 28 }),
    ],
  }),
  rule(0),
  line(`${draft.enterpriseName}　发布`, 32, { face: HEI, align: 'center', before: 240 }),
];
