import { renderSystemExcel, renderSystemPdf, renderSystemWord } from '@liangxing/dossier/render';
import type { SystemDocumentKind } from '@liangxing/dossier';
import { renderSceneSvg } from '@liangxing/system-structure';
import { documentFonts } from '../../../kernel/fonts';
import type { DocumentFormat } from './document-format';
import { contentOf, printed, type DocumentMaterial } from './document-material';
import { openRasterizer } from './rasterize';

interface DrawnDocument {
  readonly kind: SystemDocumentKind;
  readonly format: DocumentFormat;
  readonly material: DocumentMaterial;
  /** ISO instant, and the organization's day of it. */
  readonly now: string;
  readonly day: string;
}

/** A document of a system as the bytes of its file. */
export async function drawSystemDocument(drawn: DrawnDocument): Promise<Uint8Array> {
  const { kind, format, material } = drawn;
  const content = contentOf(material);
  const document = printed(material, content, drawn);
  switch (format) {
    case 'pdf':
      return renderSystemPdf(kind, document, { fonts: await documentFonts() });
    case 'docx':
      return renderSystemWord(kind, document, await openRasterizer());
    case 'xlsx':
      return renderSystemExcel(kind, document);
    case 'svg':
      return Buffer.from(renderSceneSvg(content.drawing));
    case 'png':
      return (await openRasterizer())(renderSceneSvg(content.drawing));
  }
}
