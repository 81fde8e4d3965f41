import { wholeTexts } from '@liangxing/contracts';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import { longDate } from '../format';
import { HEI, run, SIZES, SONG } from '../word/word-document';
import {
  chapterTitle,
  clauseTitle,
  DraftBlocks,
  draftNumbering,
  partTitle,
  runs,
  termEntry,
  textParagraph,
} from './draft-styles';
import type { DraftChapter, DraftStage, StandardDraft } from './standard-draft';

const STAGES: Readonly<Record<DraftStage, string>> = {
  draft: '（征求意见稿）',
  review: '（送审稿）',
  approved: '（报批稿）',
  inForce: '',
};

const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1417, bottom: 1134, left: 1417, right: 1134, header: 850, footer: 737 },
};

const line = (
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
const printed = (number: string): string => number.replace(/-(\d{4})$/u, '—$1');

const dateText = (date: string | null): string =>
  date === null ? '【年　月　日】' : longDate(date);

/** Q and the code of the enterprise: `Q/SLJD`. */
const coverSign = (number: string): string => /^Q\/[\p{L}\d]+/u.exec(number)?.[0] ?? 'Q';

/** Cover of an enterprise standard (GB/T 1.1-2020, form of the cover). */
const cover = (draft: StandardDraft): FileChild[] => [
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

const orAsk = (text: string, asked: string): string => (text === '' ? `【${asked}】` : text);

/** What changed against the replaced edition; nothing for a first one. */
const changesOf = ({ kind, replaces, foreword: { changes } }: StandardDraft): Paragraph[] => {
  if (changes.length === 0 && replaces === '') return [];
  const old = replaces === '' ? '原标准' : printed(replaces);
  const what = kind === 'technical' ? '主要技术变化' : '主要变化';
  const told = changes.length === 0 ? ['【逐条写明增加、修改和删除的内容】'] : changes;
  return [
    textParagraph(`本文件代替 ${old}，与 ${old} 相比，除结构调整和编辑性改动外，${what}如下：`),
    ...told.map((change) => textParagraph(`——${change}`)),
  ];
};

/** Editions up to this one. */
const historyOf = ({ replaces }: StandardDraft): Paragraph[] =>
  replaces === ''
    ? [textParagraph('本文件为首次发布。')]
    : [
        '本文件及其所代替文件的历次版本发布情况为：',
        '——【首次发布的年份和编号】；',
        '——本次为【第一次】修订。',
      ].map((text) => textParagraph(text));

const PATENTS = '请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。';

const foreword = (draft: StandardDraft): FileChild[] => {
  const { department, drafters } = draft.foreword;
  return [
    partTitle('前　言'),
    textParagraph(
      '本文件参照 GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。',
    ),
    ...changesOf(draft),
    ...(draft.kind === 'technical' ? [textParagraph(PATENTS)] : []),
    textParagraph(`本文件由${draft.enterpriseName}提出。`),
    textParagraph(`本文件由${orAsk(department, '责任部门')}归口。`),
    textParagraph(`本文件起草部门：${orAsk(department, '起草部门')}。`),
    textParagraph(`本文件主要起草人：${orAsk(drafters.join('、'), '姓名')}。`),
    ...historyOf(draft),
  ];
};

type Reference = StandardDraft['references'][number];

/** National, sector, local, group, own, ISO, IEC, others (GB/T 1.1-2020, 规范性引用文件). */
const KINDS = [/^GB/u, /^[A-Z]{2}[/ ]/u, /^DB/u, /^T\//u, /^Q\//u, /^ISO/u, /^IEC/u];

/** Each kind by rising number. */
const inOrder = (cited: readonly Reference[]): readonly Reference[] => {
  const rank = ({ number }: Reference): number =>
    (KINDS.findIndex((kind) => kind.test(number)) + KINDS.length + 1) % (KINDS.length + 1);
  const digits = ({ number }: Reference): string =>
    /^GB/u.test(number) ? number.replace(/^\D+/u, '') : number;
  return [...cited].sort(
    (one, other) =>
      rank(one) - rank(other) || digits(one).localeCompare(digits(other), 'en', { numeric: true }),
  );
};

const references = ({ references: cited }: StandardDraft): Paragraph[] => {
  if (cited.length === 0) return [textParagraph('本文件没有规范性引用文件。')];
  return [
    textParagraph(
      '下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。',
    ),
    ...inOrder(cited).map(({ number, title }) => textParagraph(`${printed(number)}　${title}`)),
  ];
};

const terms = ({ terms: defined }: StandardDraft): Paragraph[] => {
  if (defined.length === 0) return [textParagraph('本文件没有需要界定的术语和定义。')];
  return [
    textParagraph('下列术语和定义适用于本文件。'),
    ...defined.flatMap(({ term, english, definition }) => [
      ...termEntry(english === '' ? term : `${term}　${english}`),
      textParagraph(definition),
    ]),
  ];
};

const chapter = ({ title, blocks, clauses = [] }: DraftChapter, made: DraftBlocks): FileChild[] => [
  chapterTitle(title),
  ...made.of(blocks),
  ...clauses.flatMap((clause) => [clauseTitle(clause.title), ...made.of(clause.blocks)]),
];

/** The line that ends a standard (终结线). */
const endLine = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 400 },
    children: [run('━━━━━━━━━━━━━━━━━')],
  });

const body = (draft: StandardDraft): FileChild[] => {
  const made = new DraftBlocks();
  return [
    partTitle(draft.title),
    chapterTitle('范围'),
    ...draft.scope.map((text) => textParagraph(text)),
    chapterTitle('规范性引用文件'),
    ...references(draft),
    chapterTitle('术语和定义'),
    ...terms(draft),
    ...draft.chapters.flatMap((one) => chapter(one, made)),
    ...draft.annexes.flatMap((annex, index) => {
      const letter = String.fromCharCode(65 + index);
      const kind = annex.isNormative ? '规范性' : '资料性';
      const annexBlocks = new DraftBlocks();
      return [
        partTitle(`附录${letter}（${kind}）　${annex.title}`, true),
        ...annexBlocks.of(annex.blocks, `${letter}.`),
      ];
    }),
    endLine(),
  ];
};

const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ font: SONG, size: SIZES.small, children: [PageNumber.CURRENT] })],
      }),
    ],
  });

const numberHead = (draft: StandardDraft): Header =>
  new Header({
    children: [line(printed(draft.number), SIZES.small, { face: HEI, align: 'right' })],
  });

const sections = (draft: StandardDraft): ISectionOptions[] => {
  const running = { headers: { default: numberHead(draft) }, footers: { default: pageNumber() } };
  const numbered = (formatType: (typeof NumberFormat)[keyof typeof NumberFormat]) => ({
    type: SectionType.NEXT_PAGE,
    page: { ...page, pageNumbers: { start: 1, formatType } },
  });
  return [
    { properties: { page }, children: cover(draft) },
    { properties: numbered(NumberFormat.UPPER_ROMAN), ...running, children: foreword(draft) },
    { properties: numbered(NumberFormat.DECIMAL), ...running, children: body(draft) },
  ];
};

/**
 * A draft as a Word file in the form of GB/T 1.1-2020: cover, foreword (roman page numbers), body
 * with self-numbering chapters, annexes, end line.
 */
export const renderDraftWord = async (
  written: StandardDraft,
  producer: string,
): Promise<Uint8Array> => {
  // A character that XML cannot hold would make a file that no program opens.
  const draft = wholeTexts(written);
  const document = new Document({
    title: `${draft.number} ${draft.title}`.trim(),
    creator: draft.enterpriseName,
    lastModifiedBy: producer,
    numbering: draftNumbering,
    styles: {
      default: {
        document: {
          run: { font: SONG, size: SIZES.body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections: sections(draft),
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
