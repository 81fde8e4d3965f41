import { wholeTexts } from '@liangxing/contracts';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import { HEI, run, SIZES, SONG } from '../word/word-document';
import { cover, line, printed } from './draft-cover';
import {
  chapterTitle,
  clauseTitle,
  contentsTitle,
  DraftBlocks,
  draftNumbering,
  partTitle,
  standardTitle,
  termEntry,
  textParagraph,
} from './draft-styles';
import type { DraftChapter, StandardDraft } from './standard-draft';

const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1417, bottom: 1134, left: 1417, right: 1134, header: 850, footer: 737 },
};

const orAsk = (text: string, asked: string): string => (text === '' ? `【${asked}】` : text);

/** What changed against the replaced edition; nothing for a first one. */
const changesOf = (draft: StandardDraft): Paragraph[] => {
  const { kind, replaces, replacesTitle, foreword } = draft;
  const { changes } = foreword;
  if (changes.length === 0 && replaces === '') return [];
  const old = replaces === '' ? '原标准' : printed(replaces);
  const replaced = replaces === '' ? old : `${old}《${orAsk(replacesTitle, '名称')}》`;
  const what = kind === 'technical' ? '主要技术变化' : '主要变化';
  const told = changes.length === 0 ? ['【逐条写明增加、修改和删除的内容】'] : changes;
  return [
    textParagraph(
      `本文件代替 ${replaced}，与 ${old} 相比，除结构调整和编辑性改动外，${what}如下：`,
    ),
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
    partTitle('前　言', true),
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

/** 目次: chapters and annexes with estimated pages, so that no program has to ask before it opens the file. */
const contents = (): FileChild[] => [
  contentsTitle('目　次'),
  new TableOfContents('目次', { hyperlink: true, headingStyleRange: '1-1' }),
];

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

/** `isEnd`: the end line follows, which never stands on a page by itself. */
const chapter = (written: DraftChapter, made: DraftBlocks, isEnd: boolean): FileChild[] => {
  const { title, blocks, clauses = [] } = written;
  return [
    chapterTitle(title),
    ...made.of(blocks, '', isEnd && clauses.length === 0),
    ...clauses.flatMap((clause, index) => [
      clauseTitle(clause.title),
      ...made.of(clause.blocks, '', isEnd && index === clauses.length - 1),
    ]),
  ];
};

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
    standardTitle(draft.title),
    chapterTitle('范围'),
    ...draft.scope.map((text) => textParagraph(text)),
    chapterTitle('规范性引用文件'),
    ...references(draft),
    chapterTitle('术语和定义'),
    ...terms(draft),
    ...draft.chapters.flatMap((one, index) =>
      chapter(one, made, draft.annexes.length === 0 && index === draft.chapters.length - 1),
    ),
    ...draft.annexes.flatMap((annex, index) => {
      const letter = String.fromCharCode(65 + index);
      const kind = annex.isNormative ? '规范性' : '资料性';
      const annexBlocks = new DraftBlocks();
      return [
        partTitle(`附录${letter}（${kind}）　${annex.title}`, true),
        ...annexBlocks.of(annex.blocks, `${letter}.`, index === draft.annexes.length - 1),
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
    {
      properties: numbered(NumberFormat.UPPER_ROMAN),
      ...running,
      children: [...contents(), ...foreword(draft)],
    },
    { properties: numbered(NumberFormat.DECIMAL), ...running, children: body(draft) },
  ];
};

/**
 * A draft as a Word file in the form of GB/T 1.1-2020: cover, contents, foreword (roman page numbers), body
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
    pageNumbers: estimatePageNumbers,
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
