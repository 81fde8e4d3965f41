import type { CertificateDocument } from '@liangxing/dossier';
import { renderCertificatePdf } from '@liangxing/dossier/render';
import { documentFonts } from '../../kernel/fonts';

/** A certificate as the bytes of its PDF; the same document gives the same bytes. */
export async function writeCertificate(document: CertificateDocument): Promise<Uint8Array> {
  return renderCertificatePdf(document, { fonts: await documentFonts() });
}
