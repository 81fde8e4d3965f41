import busboy from 'busboy';
import type { IncomingMessage } from 'node:http';
import { ProblemError, uploadedFileName } from '../../kernel';

export interface UploadedTable {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * The one file of a multipart request, in memory: a table is small.
 * @throws ProblemError spreadsheet_too_large as soon as the limit is passed, import_file_missing without a file
 */
export function readUpload(request: IncomingMessage, maxBytes: number): Promise<UploadedTable> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      request.unpipe();
      request.resume();
      reject(
        error instanceof ProblemError
          ? error
          : new ProblemError('malformed_request', {}, { cause: error }),
      );
    };
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        defParamCharset: 'utf8',
        limits: { files: 1, fileSize: maxBytes, fields: 20, fieldSize: 10_000 },
      });
    } catch {
      fail(new ProblemError('import_file_missing'));
      return;
    }
    let upload: UploadedTable | undefined;
    parser.on('file', (_field, stream, { filename }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => {
        fail(new ProblemError('spreadsheet_too_large', { limit: maxBytes }));
      });
      stream.on('end', () => {
        upload = { name: uploadedFileName(filename), bytes: Buffer.concat(chunks) };
      });
    });
    parser.on('filesLimit', () => {
      fail(new ProblemError('upload_malformed'));
    });
    parser.on('error', fail);
    request.on('aborted', () => {
      fail(new ProblemError('malformed_request'));
    });
    parser.on('close', () => {
      if (upload) resolve(upload);
      else fail(new ProblemError('import_file_missing'));
    });
    request.pipe(parser);
  });
}
