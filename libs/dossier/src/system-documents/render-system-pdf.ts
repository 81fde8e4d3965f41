import { drawStructureDiagram } from '../charts/structure-diagram';
import { drawList, drawStatistics, layoutOf } from '../parts/standard-system';
import { addBookmarks } from '../pdf/bookmarks';
import { subsetTags } from '../pdf/face-encoder';
import { caption, heading, paragraph, partTitle, remark } from '../pdf/flow';
import type { DossierFonts } from '../pdf/fonts';
import { jsonSha256 } from '../pdf/json-sha256';
import { PageFrame, type PageLayout } from '../pdf/page-frame';
import { openDocument } from '../pdf/pdf-document';
import { drawRunningHeads, headName } from '../pdf/running-heads';
import {
  pointAsks,
  pointTitle,
  SYSTEM_DOCUMENT_TITLES,
  type SystemDocument,
  type SystemDocumentKind,
} from './system-document';

const drawDiagrams = (frame: PageFrame, { diagrams }: SystemDocument): void => {
  if (diagrams.length === 0) paragraph(frame, '尚未绘制标准体系结构图。');
  for (const [index, { title, scene }] of diagrams.entries()) {
    if (index > 0) {
      frame.newPage(layoutOf(scene));
      caption(frame, title, 200);
    }
    drawStructureDiagram(frame, scene);
  }
};

const drawNotes = (frame: PageFrame, { notes }: SystemDocument): void => {
  for (const [index, point] of notes.entries()) {
    heading(frame, 2, pointTitle(point, index));
    paragraph(frame, point.text);
    const asks = pointAsks(point);
    if (asks !== '') remark(frame, asks);
  }
};

const exhaust = (drawing: Generator<void>): void => {
  while (drawing.next().done !== true);
};

const drawParts: Readonly<
  Record<SystemDocumentKind, (frame: PageFrame, document: SystemDocument) => void>
> = {
  diagram: drawDiagrams,
  list: (frame, { list }) => exhaust(drawList(frame, list)),
  statistics: (frame, { statistics }) => {
    for (const table of statistics) exhaust(drawStatistics(frame, table));
  },
  notes: drawNotes,
};

const layoutFor = (kind: SystemDocumentKind, { diagrams }: SystemDocument): PageLayout => {
  if (kind === 'diagram') return layoutOf(diagrams[0]?.scene);
  return kind === 'list' ? 'landscape' : 'portrait';
};

/**
 * One document of the standard system as a PDF of its own: tagged, vectors, embedded faces. A pure
 * function: the same document and fonts give the same bytes.
 */
export const renderSystemPdf = (
  kind: SystemDocumentKind,
  document: SystemDocument,
  { fonts }: { readonly fonts: DossierFonts },
): Uint8Array => {
  const sha256 = jsonSha256(document);
  const name = SYSTEM_DOCUMENT_TITLES[kind];
  const { document: pdf, output } = openDocument({
    title: `${document.enterpriseName} ${name}`,
    author: document.enterpriseName,
    subject: document.systemName,
    producer: document.producer,
    createdAt: new Date(document.createdAt),
    snapshotSha256: sha256,
  });
  const first = { layout: layoutFor(kind, document), isBare: false };
  const frame = new PageFrame(pdf, fonts, subsetTags(sha256), first);
  partTitle(frame, name);
  drawParts[kind](frame, document);
  frame.section.close();
  frame.finishPage();
  drawRunningHeads(frame, {
    left: headName(document.enterpriseName, document.shortName),
    right: name,
    mark: document.isSample ? '示例' : '',
    sentence: '',
    footLeft: '',
    footRight: document.date,
  });
  frame.root.close();
  addBookmarks(frame);
  pdf.end();
  return output.take() ?? new Uint8Array();
};
