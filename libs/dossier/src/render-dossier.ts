import { chineseNumber } from './format';
import type { AttachmentBytes } from './attachments/embed-attachments';
import { applicationConditions } from './parts/application-conditions';
import { applicationForm } from './parts/application-form';
import { drawAttachments } from './parts/attachments';
import { drawContents } from './parts/contents';
import { drawCover } from './parts/cover';
import { evaluationReport } from './parts/evaluation-report';
import { organisation } from './parts/organisation';
import type { DossierPart } from './parts/part';
import { profiles } from './parts/profiles';
import { correctiveMeasures, declarations, evidenceList, selfDeclarations } from './parts/records';
import { dossierHeads } from './parts/dossier-heads';
import { scoringTable } from './parts/scoring-table';
import { signaturePage } from './parts/signatures';
import { laws, standardSystem } from './parts/standard-system';
import type { DossierFonts } from './pdf/fonts';
import { PageFrame } from './pdf/page-frame';
import { addBookmarks } from './pdf/bookmarks';
import { subsetTags } from './pdf/face-encoder';
import { jsonSha256 } from './pdf/json-sha256';
import { openDocument, type PdfDocument, type PdfOutput } from './pdf/pdf-document';
import { drawRunningHeads } from './pdf/running-heads';
import type { DossierSnapshot } from './snapshot';
import { SNAPSHOT_FORMAT } from './snapshot';

const parts: readonly DossierPart[] = [
  applicationForm,
  applicationConditions,
  profiles,
  organisation,
  evaluationReport,
  scoringTable,
  standardSystem,
  laws,
  evidenceList,
  correctiveMeasures,
  selfDeclarations,
  declarations,
  signaturePage,
];

export interface RenderOptions {
  /** Opened once per process by `loadFonts` and shared. */
  readonly fonts: DossierFonts;
  /** The attached files, each under its SHA-256; those that the snapshot names, no others. */
  readonly files?: AttachmentBytes;
}

/** Told after each part; `done` of `of` parts, `part` is the one just finished, `pages` drawn so far. */
export interface RenderProgress {
  readonly done: number;
  readonly of: number;
  readonly part: string;
  readonly pages: number;
}

const open = (
  snapshot: DossierSnapshot,
  sha256: string,
): { document: PdfDocument; output: PdfOutput } => {
  const { document, enterprise, scheme } = snapshot;
  return openDocument({
    title: `${enterprise.name} 标准化良好行为企业${document.kindWord}`,
    author: enterprise.name,
    subject: scheme.title,
    producer: document.producer,
    createdAt: new Date(document.createdAt),
    snapshotSha256: sha256,
  });
};

const finish = (frame: PageFrame, snapshot: DossierSnapshot, contents: PageFrame['root']): void => {
  if (frame.section !== frame.root) frame.section.close();
  frame.finishPage();
  drawRunningHeads(frame, dossierHeads(snapshot));
  drawContents(frame, 1, contents);
  frame.root.close();
  addBookmarks(frame);
  frame.document.end();
};

/**
 * Renders the dossier as PDF bytes, in pieces as pages become complete. A pure function: the same
 * snapshot, files and fonts give the same bytes; dates, document id and font tags come from the snapshot.
 * Throws RangeError for a snapshot of an unknown format, AttachmentError for files other than the snapshot's.
 */
export async function* renderDossier(
  snapshot: DossierSnapshot,
  { fonts, files = new Map() }: RenderOptions,
  onProgress?: (progress: RenderProgress) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (snapshot.formatVersion !== SNAPSHOT_FORMAT) {
    throw new RangeError(`Snapshot format ${String(snapshot.formatVersion)} is not known.`);
  }
  const sha256 = jsonSha256(snapshot);
  const { document, output } = open(snapshot, sha256);
  const frame = new PageFrame(document, fonts, subsetTags(sha256));
  drawCover(frame, snapshot);
  frame.newPage('portrait');
  const contents = frame.root.add('Sect', { title: '目录' });
  const shown = parts.filter((part) => part.isShown(snapshot));
  const attachments = snapshot.attachments ?? [];
  const of = shown.length + attachments.length;
  for (const [index, part] of shown.entries()) {
    const title = part.title(snapshot);
    for (const _ of part.draw(frame, snapshot, `${chineseNumber(index + 1)}、${title}`)) {
      const bytes = output.take();
      if (bytes) yield bytes;
    }
    onProgress?.({ done: index + 1, of, part: title, pages: frame.pages.length });
  }
  let done = shown.length;
  for await (const _ of drawAttachments(frame, attachments, files)) {
    const bytes = output.take();
    if (bytes) yield bytes;
    done += 1;
    onProgress?.({ done, of, part: '附件', pages: frame.pages.length });
  }
  finish(frame, snapshot, contents);
  const rest = output.take();
  if (rest) yield rest;
}

/** The whole PDF in one piece. */
export const renderDossierToBytes = async (
  snapshot: DossierSnapshot,
  options: RenderOptions,
  onProgress?: (progress: RenderProgress) => void,
): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of renderDossier(snapshot, options, onProgress)) pieces.push(piece);
  return Buffer.concat(pieces);
};
