import { renderSystemExcel, renderSystemPdf, renderSystemWord } from '@liangxing/dossier/render';
import type { SystemDocument, SystemDocumentKind } from '@liangxing/dossier';
import { renderSceneSvg, type Scene } from '@liangxing/system-structure';
import { documentFonts } from '../../../kernel/fonts';
import type { DocumentFormat } from './document-format';
import { openRasterizer } from './rasterize';

export interface DrawnDocument {
  readonly kind: SystemDocumentKind;
  readonly format: DocumentFormat;
  readonly document: SystemDocument;
  /** The whole structure as one picture, for svg and png. */
  readonly drawing: Scene;
}

/** A document of a system as the bytes of its file. */
export async function drawSystemDocument({
  kind,
  format,
  document,
  drawing,
}: DrawnDocument): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return renderSystemPdf(kind, document, { fonts: await documentFonts() });
    case 'docx':
      return renderSystemWord(kind, document, await openRasterizer());
    case 'xlsx':
      return renderSystemExcel(kind, document);
    case 'svg':
      return Buffer.from(renderSceneSvg(drawing));
    case 'png':
      return (await openRasterizer())(renderSceneSvg(drawing));
  }
}
