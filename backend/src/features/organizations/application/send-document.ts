import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { downloadHeaders, type Storage } from '../../../kernel';
import type { StoredDocument } from './application';

/** Documents are of types that a browser shows inside its sandbox. */
export async function sendDocument(
  storage: Storage,
  { fileName, mediaType, size, sha256, storageKey }: StoredDocument,
  response: Response,
): Promise<void> {
  const content = await storage.read(storageKey);
  response.set({
    ...downloadHeaders(fileName, mediaType, 'inline'),
    'Content-Length': String(size),
    ETag: `"${sha256}"`,
  });
  await pipeline(content, response);
}
