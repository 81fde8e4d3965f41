import { canonicalJson } from '@liangxing/contracts';
import { createHash } from 'node:crypto';

/** SHA-256 of a document's canonical JSON, lower-case hex: what the identity of its PDF rests on. */
export const jsonSha256 = (document: unknown): string =>
  createHash('sha256').update(canonicalJson(document)).digest('hex');
