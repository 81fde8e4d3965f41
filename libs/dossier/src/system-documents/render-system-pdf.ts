import { drawStructureDiagram } from '../charts/structure-diagram';
import { drawList, drawStatistics, layoutOf } from '../parts/standard-system';
import { caption, heading, paragraph, remark } from '../pdf/flow';
import type { DossierFonts } from '../pdf/fonts';
import type { PageFrame, PageLayout } from '../pdf/page-frame';
import { renderApart } from '../pdf/render-apart';
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

/** One document of the standard system as a PDF of its own; diagrams are vectors. */
export const renderSystemPdf = (
  kind: SystemDocumentKind,
  document: SystemDocument,
  { fonts }: { readonly fonts: DossierFonts },
): Uint8Array => {
  const [title, subject] = [SYSTEM_DOCUMENT_TITLES[kind], document.systemName];
  const appearance = { title, subject, layout: layoutFor(kind, document), fonts };
  return renderApart(document, appearance, (frame) => drawParts[kind](frame, document));
};
