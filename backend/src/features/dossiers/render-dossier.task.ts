import type { DossierSnapshot } from '@liangxing/dossier';
import { renderDossierToBytes, type RenderProgress } from '@liangxing/dossier/render';
import type { TellProgress } from '../../kernel';
import { documentFonts } from '../../kernel/fonts';

/** What is told on the way. */
export type DossierProgress = Pick<RenderProgress, 'done' | 'of' | 'part'>;

export interface RenderedDossier {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly enterpriseName: string;
}

export interface DossierInput {
  /** As it is stored; the same one gives the same bytes. */
  readonly snapshot: string;
  /** The attached files that it names, each once. */
  readonly files: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
}

/** A dossier as the bytes of its PDF. */
export async function renderDossierFile(
  { snapshot, files: attached }: DossierInput,
  tell: TellProgress,
): Promise<RenderedDossier> {
  const frozen = JSON.parse(snapshot) as DossierSnapshot;
  let pages = 0;
  const fonts = await documentFonts();
  const files = new Map(attached.map(({ sha256, bytes }) => [sha256, bytes]));
  const bytes = await renderDossierToBytes(
    frozen,
    { fonts, files },
    ({ pages: drawn, ...progress }) => {
      pages = drawn;
      tell(progress satisfies DossierProgress);
    },
  );
  return { bytes, pages, enterpriseName: frozen.enterprise.name };
}
