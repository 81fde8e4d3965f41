import type { PageFrame } from '../pdf/page-frame';
import type { DossierSnapshot } from '../snapshot';

/** A part of the dossier draws itself on the frame; it yields whenever a page is finished. */
export interface DossierPart {
  /** Name without its number: 申请表. */
  readonly title: (snapshot: DossierSnapshot) => string;
  /** False: left out, without a number. */
  readonly isShown: (snapshot: DossierSnapshot) => boolean;
  readonly draw: (
    frame: PageFrame,
    snapshot: DossierSnapshot,
    title: string,
  ) => Generator<void, void>;
}

export const always = (): boolean => true;
