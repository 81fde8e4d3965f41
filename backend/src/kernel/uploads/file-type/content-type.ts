import { fileTypeFromBuffer } from 'file-type';
import { open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { open as openZip, type ZipFile } from 'yauzl';
import { allowedExtensions, claimedType, type AllowedType } from './allowed-types';

/** Content and name do not fit, or the kind is not allowed. */
export class FileTypeError extends Error {
  constructor(
    readonly reason: 'extension_not_allowed' | 'content_mismatch' | 'empty_file',
    readonly fileName: string,
    /** What the content is, where that is known. */
    readonly found: string | null,
  ) {
    super(`${reason}: ${fileName}`);
  }

  readonly allowed = allowedExtensions;
}

const headBytes = 64 * 1024;

/**
 * The type of a file by its content, which its name must agree with.
 * @param path complete file on disk
 * @param fileName name given by the person, with extension
 * @throws FileTypeError
 */
export async function verifiedType(path: string, fileName: string): Promise<AllowedType> {
  const claimed = claimedType(fileName);
  if (claimed === undefined) throw new FileTypeError('extension_not_allowed', fileName, null);
  const head = await readHead(path);
  if (head.length === 0) throw new FileTypeError('empty_file', fileName, null);
  const found = (await fileTypeFromBuffer(head))?.mime ?? null;
  if (await isRecognised(claimed, path, head, found)) return claimed;
  throw new FileTypeError('content_mismatch', fileName, found);
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function isRecognised(
  { recognition }: AllowedType,
  path: string,
  head: Buffer,
  found: string | null,
): Promise<boolean> {
  switch (recognition.by) {
    case 'signature':
      return found !== null && recognition.mediaTypes.includes(found);
    case 'compound':
      return head.subarray(0, 8).equals(compoundSignature);
    case 'text':
      return isText(head);
    case 'zip':
      return isZip(head);
    case 'zip_part':
      return isZip(head) && (await zipHolds(path, recognition.part));
  }
}

const compoundSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function isZip(head: Buffer): boolean {
  return head.readUInt16BE(0) === 0x504b && head.length > 4;
}

/** Text in UTF-8, UTF-16 with a mark, or GB18030, without control characters. */
function isText(head: Buffer): boolean {
  // A multi-byte character may be cut at the end of the head: streaming decoding forgives that.
  for (const encoding of encodingsOf(head)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });

      if (!/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) return true;
    } catch {
      continue;
    }
  }
  return false;
}

function encodingsOf(head: Buffer): readonly string[] {
  if (head[0] === 0xff && head[1] === 0xfe) return ['utf-16le'];
  if (head[0] === 0xfe && head[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

/** More entries than any office document has; beyond that a zip is not searched. */
const maxEntries = 5_000;

/** Whether a zip's directory lists a part. Nothing is unpacked. */
async function zipHolds(path: string, part: string): Promise<boolean> {
  return new Promise((resolve) => {
    openZip(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) return resolve(false);
      searchZip(zip, part, (isThere) => {
        zip.close();
        resolve(isThere);
      });
    });
  });
}

function searchZip(zip: ZipFile, part: string, done: (isThere: boolean) => void): void {
  let seen = 0;
  zip.on('entry', (entry: { fileName: string }) => {
    if (entry.fileName === part) return done(true);
    seen += 1;
    if (seen > maxEntries) return done(false);
    zip.readEntry();
  });
  zip.on('end', () => done(false));
  zip.on('error', () => done(false));
  zip.readEntry();
}
