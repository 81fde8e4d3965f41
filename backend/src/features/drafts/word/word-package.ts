import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { WordFileError } from './word-file-error';
import { checkedParts, XML_NAME } from './word-parts';

/** Of a whole file once it is unpacked, and of its XML alone, which is read into memory as a tree. */
export const WORD_LIMITS = { entries: 5_000, bytes: 100_000_000, xmlBytes: 20_000_000 } as const;

/** Macros, and controls that run code. */
const RUNS_CODE = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^word\/activeX\//i;
const MAIN = 'word/document.xml';

/**
 * The parts of a Word file by their names, unpacked within limits that hold for what really comes out.
 * @throws WordFileError word_file_unreadable, word_file_has_macros, word_file_foreign, word_file_too_large
 */
export async function readWordPackage(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await opened(bytes);
  try {
    const parts = await partsOf(zip);
    if (!parts.has(MAIN)) throw new WordFileError('word_file_unreadable');
    requireWithin(checkedParts(parts), WORD_LIMITS.xmlBytes);
    return parts;
  } catch (error) {
    if (error instanceof WordFileError) throw error;
    throw new WordFileError('word_file_unreadable', {}, error);
  } finally {
    zip.close();
  }
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) reject(new WordFileError('word_file_unreadable', {}, error));
      else resolve(zip);
    });
  });
}

async function partsOf(zip: ZipFile): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  // Word compares names without regard to case.
  const names = new Set<string>();
  let [all, xml] = [0, 0];
  for (;;) {
    const entry = await nextEntry(zip);
    if (entry === null) return parts;
    const { fileName, uncompressedSize } = entry;
    if (RUNS_CODE.test(fileName)) throw new WordFileError('word_file_has_macros');
    // Inflating breaks off beyond the announced size: what is summed up here is what really comes out.
    all += uncompressedSize;
    if (XML_NAME.test(fileName)) xml += uncompressedSize;
    requireWithin(all, WORD_LIMITS.bytes);
    requireWithin(xml, WORD_LIMITS.xmlBytes);
    const isKnown = names.size === names.add(fileName.toLowerCase()).size;
    if (isKnown || parts.size >= WORD_LIMITS.entries)
      throw new WordFileError('word_file_unreadable');
    if (!fileName.endsWith('/')) parts.set(fileName, await contentOf(zip, entry));
  }
}

function requireWithin(bytes: number, most: number): void {
  if (bytes > most)
    throw new WordFileError('word_file_too_large', { limit: `${String(most / 1e6)} MB` });
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const done = (act: () => void) => (): void => {
      zip.removeAllListeners();
      act();
    };
    zip.once('entry', (entry: Entry) => done(() => resolve(entry))());
    zip.once(
      'end',
      done(() => resolve(null)),
    );
    zip.once('error', (error: Error) => done(() => reject(error))());
    zip.readEntry();
  });
}

function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else buffer(stream).then(resolve, reject);
    });
  });
}
