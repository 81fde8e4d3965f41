import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { Storage } from '../storage/storage';
import { downloadHeaders } from './download-headers';

/** A file of the store, as people know it. */
export interface StoredContent {
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
}

/** Sends a file as it lies in the store. @throws ObjectMissingError before the first byte leaves */
export async function sendStored(
  storage: Storage,
  { fileName, mediaType, size, sha256, storageKey }: StoredContent,
  disposition: 'inline' | 'attachment',
  response: Response,
): Promise<void> {
  const content = await storage.read(storageKey);
  response.set({
    ...downloadHeaders(fileName, mediaType, disposition),
    'Content-Length': String(size),
    ETag: `"${sha256}"`,
  });
  await pipeline(content, response);
}
