import type { Response } from 'express';
import { sendStored, type Storage } from '../../../kernel';
import type { StoredDocument } from './application';

/** Documents are of types that a browser shows inside its sandbox. */
export const sendDocument = (
  storage: Storage,
  document: StoredDocument,
  response: Response,
): Promise<void> => sendStored(storage, document, 'inline', response);
