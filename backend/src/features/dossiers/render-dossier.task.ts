import type { DossierSnapshot } from '@liangxing/dossier';
import { renderDossierToBytes, type RenderProgress } from '@liangxing/dossier/render';
import { documentFonts } from '../../kernel/fonts';
import type { TellProgress } from '../../kernel/threads/thread-task';

/** What is told on the way. */
export type DossierProgress = Pick<RenderProgress, 'done' | 'of' | 'part'>;

export interface RenderedDossier {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly enterpriseName: string;
}

/** A dossier as the bytes of its PDF. @param snapshot as it is stored; the same one gives the same bytes */
export async function renderDossierFile(
  { snapshot }: { readonly snapshot: string },
  tell: TellProgress,
): Promise<RenderedDossier> {
  const frozen = JSON.parse(snapshot) as DossierSnapshot;
  let pages = 0;
  const fonts = await documentFonts();
  const bytes = await renderDossierToBytes(frozen, { fonts }, ({ pages: drawn, ...progress }) => {
    pages = drawn;
    tell(progress satisfies DossierProgress);
  });
  return { bytes, pages, enterpriseName: frozen.enterprise.name };
}
