import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
  type IRunOptions,
  type ISectionOptions,
} from 'docx';

/** Faces as Chinese office programs know them; Latin text in Times New Roman. */
export const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
export const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };

/** Half-points: 五号 21, 小四 24, 四号 28, 小二 36, 小五 18. */
export const SIZES = { small: 18, body: 21, heading: 24, title: 36 } as const;

/** Word's own heading styles are blue. */
const BLACK = '000000';
const GREY = '6B6B6B';
const WARNING = '9E2A1F';

export const run = (text: string, options: IRunOptions = {}): TextRun =>
  new TextRun({ font: SONG, size: SIZES.body, ...options, text });

/** Body paragraphs, indented by two characters; line breaks part them. */
export const paragraphs = (text: string, options: IRunOptions = {}): Paragraph[] =>
  text
    .split('\n')
    .filter((part) => part.trim() !== '')
    .map(
      (part) =>
        new Paragraph({
          indent: { firstLine: 420 },
          spacing: { line: 340, after: 60 },
          alignment: AlignmentType.BOTH,
          children: [run(part.trim(), options)],
        }),
    );

/** The name of the document, centred. */
export const title = (text: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 240 },
    children: [run(text, { font: HEI, size: SIZES.title, color: BLACK })],
  });

export const heading = (text: string, level: 1 | 2 = 1): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 200, after: 100 },
    children: [
      run(text, { font: HEI, size: level === 1 ? SIZES.heading : SIZES.body, color: BLACK }),
    ],
  });

export const caption = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    alignment: AlignmentType.CENTER,
    spacing: { before: 160, after: 80 },
    children: [run(text, { font: HEI, size: SIZES.small })],
  });

export const remark = (text: string): Paragraph =>
  new Paragraph({
    spacing: { before: 60, after: 60 },
    children: [run(text, { size: SIZES.small, color: GREY })],
  });

/** What a person still has to see to. */
export const warning = (text: string): Paragraph =>
  new Paragraph({
    spacing: { after: 60 },
    children: [run(text, { size: SIZES.small, color: WARNING })],
  });

interface WordHeads {
  readonly left: string;
  readonly right: string;
  /** In the warning colour; empty: nothing. */
  readonly mark: string;
  /** At the foot, on the right. */
  readonly foot: string;
}

/** A4 with 25 mm at the sides, in twentieths of a point. */
const A4 = { width: 11906, height: 16838 };
const margins = { top: 1440, bottom: 1304, left: 1417, right: 1417, header: 850, footer: 737 };

/** Width of the text, in twentieths of a point. */
export const textWidth = (layout: 'portrait' | 'landscape'): number =>
  (layout === 'portrait' ? A4.width : A4.height) - margins.left - margins.right;

const pageHeader = (heads: WordHeads, layout: 'portrait' | 'landscape'): Header =>
  new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: 'right', position: textWidth(layout) }],
        border: { bottom: { style: 'single', size: 4, color: 'A6A6A6', space: 4 } },
        children: [
          run(heads.left, { size: SIZES.small, color: GREY }),
          ...(heads.mark === ''
            ? []
            : [run(`　${heads.mark}`, { size: SIZES.small, color: WARNING, font: HEI })]),
          run(`\t${heads.right}`, { size: SIZES.small, color: GREY }),
        ],
      }),
    ],
  });

const pageFooter = ({ foot }: WordHeads, layout: 'portrait' | 'landscape'): Footer => {
  const width = textWidth(layout);
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [
          { type: 'center', position: width / 2 },
          { type: 'right', position: width },
        ],
        children: [
          new TextRun({
            font: SONG,
            size: SIZES.small,
            children: ['\t第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'],
          }),
          run(`\t${foot}`, { size: SIZES.small, color: GREY }),
        ],
      }),
    ],
  });
};

/** A section of A4 pages with header and footer. */
export const section = (
  layout: 'portrait' | 'landscape',
  heads: WordHeads,
  children: readonly FileChild[],
): ISectionOptions => ({
  properties: {
    page: {
      size: {
        ...A4,
        orientation: layout === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
      },
      margin: margins,
    },
  },
  headers: { default: pageHeader(heads, layout) },
  footers: { default: pageFooter(heads, layout) },
  children,
});

/** A Word document in Chinese. */
export const wordDocument = (
  info: { readonly title: string; readonly author: string; readonly producer: string },
  sections: readonly ISectionOptions[],
): Document =>
  new Document({
    title: info.title,
    creator: info.author,
    lastModifiedBy: info.producer,
    styles: {
      default: {
        document: {
          run: { font: SONG, size: SIZES.body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections,
  });
