import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';
import type { DossierSnapshot } from './snapshot';

/** SHA-256 of the snapshot's canonical JSON, lower-case hex: what the PDF's identity rests on. */
export const snapshotSha256 = (snapshot: DossierSnapshot): string =>
  createHash('sha256').update(canonicalJson(snapshot)).digest('hex');
