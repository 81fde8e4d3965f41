import { createHash } from 'node:crypto';
import { sampleSnapshot } from '../fixtures/sample-snapshot';
import { renderDossierToBytes } from '../render-dossier';
import { testFonts } from './test-fonts';

/** SHA-256 of the sample's PDF, made in this process. */
export const sampleDigest = async (standards: number): Promise<string> => {
  const bytes = await renderDossierToBytes(sampleSnapshot({ standards }), {
    fonts: await testFonts(),
  });
  return createHash('sha256').update(bytes).digest('hex');
};
