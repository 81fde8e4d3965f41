import { wholeTexts } from '@liangxing/contracts';
import { renderSceneSvg, type Scene } from '@liangxing/system-structure';
import { ImageRun, Paragraph, type FileChild } from 'docx';
import {
  caption,
  heading,
  paragraphs,
  remark,
  section,
  textWidth,
  title,
  warning,
  wordDocument,
} from '../word/word-document';
import { longTable, packWord, type LongTable } from '../word/long-table';
import { wordTable } from '../word/word-table';
import { listTable, statisticsTable } from './plain-tables';
import {
  EMPTY_LIST,
  pointAsks,
  pointTitle,
  SYSTEM_DOCUMENT_TITLES,
  type SystemDocument,
  type SystemDocumentKind,
} from './system-document';

/** Turns an SVG document into a PNG picture; the library itself opens no fonts. */
export type Rasterize = (svg: string) => Uint8Array;

interface WordContent {
  readonly layout: 'portrait' | 'landscape';
  readonly children: readonly FileChild[];
  /** Those among the children. */
  readonly longTables?: readonly LongTable[];
}

/** Pixels at 96 per inch, as Word measures pictures. */
const PIXELS_PER_TWENTIETH = 96 / 1440;
/** What title and caption leave of a landscape page, in pixels. */
const MOST_HEIGHT = 530;

const picture = (scene: Scene, rasterize: Rasterize): Paragraph => {
  const svg = renderSceneSvg(scene);
  const width = textWidth('landscape') * PIXELS_PER_TWENTIETH;
  const scale = Math.min(width / scene.width, MOST_HEIGHT / scene.height);
  return new Paragraph({
    alignment: 'center',
    children: [
      new ImageRun({
        // Old programs show the picture, newer ones the drawing.
        type: 'svg',
        data: Buffer.from(svg),
        fallback: { type: 'png', data: Buffer.from(rasterize(svg)) },
        transformation: { width: scene.width * scale, height: scene.height * scale },
        altText: { name: scene.title, title: scene.title, description: scene.title },
      }),
    ],
  });
};

const contents: Readonly<
  Record<SystemDocumentKind, (document: SystemDocument, rasterize: Rasterize) => WordContent>
> = {
  diagram: ({ diagrams }, rasterize) => ({
    layout: 'landscape',
    children: diagrams.flatMap(({ title: name, scene }, index) => [
      ...(index === 0 ? [] : [caption(name)]),
      picture(scene, rasterize),
    ]),
  }),
  list: ({ list }) => {
    if (list.groups.length === 0) return { layout: 'landscape', children: paragraphs(EMPTY_LIST) };
    const long = longTable(listTable(list), textWidth('landscape'));
    return { layout: 'landscape', children: [long.table], longTables: [long] };
  },
  statistics: ({ statistics }) => ({
    layout: 'portrait',
    children: statistics.flatMap((table) => [
      caption(table.title),
      wordTable(statisticsTable(table), textWidth('portrait')),
      ...(table.note === '' ? [] : [remark(table.note)]),
    ]),
  }),
  notes: ({ notes }) => ({
    layout: 'portrait',
    children: notes.flatMap((point, index) => {
      const asks = pointAsks(point);
      return [
        heading(pointTitle(point, index)),
        ...paragraphs(point.text),
        ...(asks === '' ? [] : [warning(asks)]),
      ];
    }),
  }),
};

/** One document of the standard system as a Word file (.docx), to be edited and stamped. */
export const renderSystemWord = async (
  kind: SystemDocumentKind,
  stored: SystemDocument,
  rasterize: Rasterize,
): Promise<Uint8Array> => {
  // A character that XML cannot hold would make a file that no program opens.
  const document = wholeTexts(stored);
  const name = SYSTEM_DOCUMENT_TITLES[kind];
  const { layout, children, longTables = [] } = contents[kind](document, rasterize);
  const heads = {
    left: document.enterpriseName,
    right: name,
    mark: document.isSample ? '示例' : '',
    foot: document.date,
  };
  const word = wordDocument(
    {
      title: `${document.enterpriseName} ${name}`,
      author: document.enterpriseName,
      producer: document.producer,
    },
    [section(layout, heads, [title(name), ...children])],
  );
  return packWord(word, longTables);
};
