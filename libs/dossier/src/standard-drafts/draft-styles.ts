import {
  AlignmentType,
  LevelFormat,
  LevelSuffix,
  Paragraph,
  Table,
  type INumberingOptions,
  type IParagraphOptions,
  type IRunOptions,
  type TextRun,
} from 'docx';
import { HEI, run, SIZES, textWidth } from '../word/word-document';
import { wordTable } from '../word/word-table';
import type { DraftBlock } from './standard-draft';

/** Chapters and clauses number themselves, so that a person may insert and move them. */
const CHAPTERS = 'chapters';
/** Each list counts from a) anew: one instance per list. */
const LIST = 'list';

const numberLevel = (level: number, text: string) => ({
  level,
  format: LevelFormat.DECIMAL,
  text,
  suffix: LevelSuffix.SPACE,
  alignment: AlignmentType.START,
  style: {
    run: { font: HEI, size: SIZES.body, color: '000000' },
    paragraph: { indent: { left: 0, hanging: 0 } },
  },
});

export const draftNumbering: INumberingOptions = {
  config: [
    {
      reference: CHAPTERS,
      levels: [numberLevel(0, '%1'), numberLevel(1, '%1.%2'), numberLevel(2, '%1.%2.%3')],
    },
    {
      reference: LIST,
      levels: [
        {
          level: 0,
          format: LevelFormat.LOWER_LETTER,
          text: '%1)',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 840, hanging: 420 } } },
        },
      ],
    },
  ],
};

/** Text with its 【…】 on a yellow ground. */
export const runs = (text: string, options: IRunOptions = {}): TextRun[] =>
  text
    .split(/(【[^】]*】)/u)
    .filter((part) => part !== '')
    .map((part) =>
      run(part, part.startsWith('【') ? { ...options, highlight: 'yellow' } : options),
    );

/** Body text, indented by two characters. */
export const textParagraph = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    indent: { firstLine: 420 },
    spacing: { line: 320 },
    alignment: AlignmentType.BOTH,
    // A sentence that leads to a list or to dashes stays with them.
    keepNext: text.endsWith('：'),
    ...options,
    children: runs(text),
  });

/** 黑体五号, one line above and below (GB/T 1.1-2020, layout of chapters). */
export const chapterTitle = (text: string): Paragraph =>
  new Paragraph({
    heading: 'Heading1',
    numbering: { reference: CHAPTERS, level: 0 },
    keepNext: true,
    spacing: { before: 312, after: 312 },
    children: runs(`　${text}`, { font: HEI, size: SIZES.body, color: '000000' }),
  });

export const clauseTitle = (text: string): Paragraph =>
  new Paragraph({
    heading: 'Heading2',
    numbering: { reference: CHAPTERS, level: 1 },
    keepNext: true,
    spacing: { before: 156, after: 156 },
    children: runs(`　${text}`, { font: HEI, size: SIZES.body, color: '000000' }),
  });

/** Entry of a term: its number on a line of its own, below it the term in both languages. */
export const termEntry = (text: string): Paragraph[] => [
  new Paragraph({
    numbering: { reference: CHAPTERS, level: 1 },
    keepNext: true,
    spacing: { before: 156 },
    children: [],
  }),
  new Paragraph({
    keepNext: true,
    indent: { firstLine: 420 },
    spacing: { line: 320 },
    children: runs(text, { font: HEI, size: SIZES.body, color: '000000' }),
  }),
];

const centredTitle = (text: string, options: IParagraphOptions): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 360, after: 480 },
    ...options,
    children: runs(text, { font: HEI, size: 32, color: '000000' }),
  });

/** Title of a part without a number: 前言, 附录. */
export const partTitle = (text: string, pageBreakBefore = false): Paragraph =>
  centredTitle(text, { heading: 'Heading1', pageBreakBefore });

/** The name above chapter 1, and 目次 itself: no entries of the contents. */
export const standardTitle = (text: string): Paragraph => centredTitle(text, {});
export const contentsTitle = standardTitle;

const tableCaption = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 120, after: 120 },
    children: runs(text, { font: HEI }),
  });

/** Numbers lists and tables through one document. */
export class DraftBlocks {
  private lists = 0;
  private tables = 0;

  /**
   * `prefix`: of an annex's tables, `A.`; empty in the body. `staysWithNext`: the last line stands on
   * one page with what follows.
   */
  of(blocks: readonly DraftBlock[], prefix = '', staysWithNext = false): (Paragraph | Table)[] {
    return blocks.flatMap((block, index) => {
      const keeps = staysWithNext && index === blocks.length - 1;
      if (block.kind === 'text')
        return [textParagraph(block.text, keeps ? { keepNext: true } : {})];
      return block.kind === 'list' ? this.list(block.items, keeps) : this.table(block, prefix);
    });
  }

  private list(items: readonly string[], keepsLast: boolean): Paragraph[] {
    this.lists += 1;
    return items.map((item, index) => {
      const isLast = index === items.length - 1;
      const sign = isLast ? '。' : '；';
      return new Paragraph({
        numbering: { reference: LIST, level: 0, instance: this.lists },
        spacing: { line: 320 },
        keepNext: isLast ? keepsLast : index === 0 || (keepsLast && index === items.length - 2),
        children: runs(/[。；]$/u.test(item) ? item : item + sign),
      });
    });
  }

  private table(
    { caption, columns, rows }: Extract<DraftBlock, { kind: 'table' }>,
    prefix: string,
  ): (Paragraph | Table)[] {
    this.tables += 1;
    const weight = 100 / columns.length;
    const plain = {
      columns: columns.map((heading) => ({ heading, weight, align: 'center' as const })),
      rows: rows.map((cells) => ({ kind: 'body' as const, cells })),
    };
    return [
      tableCaption(`表${prefix}${this.tables}　${caption}`),
      wordTable(plain, textWidth('portrait')),
    ];
  }
}
