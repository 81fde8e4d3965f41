import { addBookmarks } from './bookmarks';
import { subsetTags } from './face-encoder';
import { partTitle } from './flow';
import type { DossierFonts } from './fonts';
import { jsonSha256 } from './json-sha256';
import { PageFrame, type PageLayout } from './page-frame';
import { openDocument } from './pdf-document';
import { drawRunningHeads, headName } from './running-heads';

/** What is printed apart from a dossier: of whom, and when. */
interface PrintedApart {
  readonly enterpriseName: string;
  readonly shortName: string;
  readonly isSample: boolean;
  readonly producer: string;
  readonly createdAt: string;
  /** As its foot shows it. */
  readonly date: string;
}

interface Appearance {
  readonly title: string;
  readonly subject: string;
  /** Of the first page. */
  readonly layout: PageLayout;
  readonly fonts: DossierFonts;
}

/**
 * One document as a PDF of its own: tagged, embedded faces, numbered through. A pure function: the same document and
 * fonts give the same bytes.
 */
export function renderApart(
  document: PrintedApart,
  { title, subject, layout, fonts }: Appearance,
  draw: (frame: PageFrame) => void,
): Uint8Array {
  const sha256 = jsonSha256(document);
  const { document: pdf, output } = openDocument({
    title: `${document.enterpriseName} ${title}`,
    author: document.enterpriseName,
    subject,
    producer: document.producer,
    createdAt: new Date(document.createdAt),
    snapshotSha256: sha256,
  });
  const frame = new PageFrame(pdf, fonts, subsetTags(sha256), { layout, isBare: false });
  partTitle(frame, title);
  draw(frame);
  frame.section.close();
  frame.finishPage();
  drawRunningHeads(frame, {
    left: headName(document.enterpriseName, document.shortName),
    right: title,
    mark: document.isSample ? '示例' : '',
    sentence: '',
    footLeft: '',
    footRight: document.date,
  });
  frame.root.close();
  addBookmarks(frame);
  pdf.end();
  return output.take() ?? new Uint8Array();
}
