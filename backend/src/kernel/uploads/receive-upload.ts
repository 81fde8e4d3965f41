import busboy from 'busboy';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { uploadedFileName } from '../http/file-name';
import { ProblemError } from '../problems/problem-error';
import { ContentTooLargeError, type StagedFile, type Storage } from '../storage/storage';

/** One uploaded file, staged, with the text fields that came with it. */
export interface Upload {
  readonly fileName: string;
  readonly staged: StagedFile;
  readonly fields: Readonly<Record<string, string>>;
}

const maxFields = 20;
const maxFieldBytes = 10_000;

/**
 * Streams the one file of a multipart request into staging, never holding it in memory.
 * @param count is told of every piece of the file as it comes; what it throws ends the upload
 * @throws ProblemError upload_malformed; ContentTooLargeError; StorageFullError. Nothing stays staged then.
 */
export async function receiveUpload(
  request: IncomingMessage,
  storage: Storage,
  maxBytes: number,
  count?: (bytes: number) => void,
): Promise<Upload> {
  // What the browser announces is refused before a byte is written; what it does not announce, while it comes.
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBytes + maxFields * maxFieldBytes) {
    request.resume();
    throw new ContentTooLargeError(maxBytes);
  }
  const parser = parserOf(request);
  const fields: Record<string, string> = {};
  let staging: Promise<{ fileName: string; staged: StagedFile }> | undefined;
  const finished = new Promise<void>((resolve, reject) => {
    parser.on('field', (name, value) => {
      fields[name] = value;
    });
    parser.on('file', (_name, stream: Readable, { filename }) => {
      // Broken off before staging listens, it would end the process.
      stream.on('error', () => undefined);
      staging = storage
        .stage(stream, { maxBytes, ...(count ? { count } : {}) })
        .then((staged) => ({ fileName: uploadedFileName(filename), staged }));
      staging.catch((error: unknown) => {
        stream.resume();
        reject(parser.errored === null ? (error as Error) : malformed());
      });
    });
    parser.on('filesLimit', () => reject(malformed()));
    parser.on('close', resolve);
    parser.on('error', () => reject(malformed()));
    request.on('aborted', () => parser.destroy(new Error('the upload broke off')));
  });
  request.pipe(parser);
  try {
    await finished;
  } catch (error) {
    request.unpipe(parser);
    request.resume();
    await staging?.then(({ staged }) => storage.discard(staged)).catch(() => undefined);
    throw error;
  }
  if (staging === undefined) throw malformed();
  const { fileName, staged } = await staging;
  return { fileName, staged, fields };
}

function parserOf(request: IncomingMessage): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      // Browsers send names in UTF-8.
      defParamCharset: 'utf8',
      limits: { files: 1, fields: maxFields, fieldSize: maxFieldBytes },
    });
  } catch {
    request.resume();
    throw malformed();
  }
}

function malformed(): ProblemError {
  return new ProblemError('upload_malformed');
}
