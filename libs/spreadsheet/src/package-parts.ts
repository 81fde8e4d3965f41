/** The parts of an .xlsx package, inflated piece by piece and counted while they are. */
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { SpreadsheetLimits } from './limits';
import { SpreadsheetProblem } from './spreadsheet-problem';
import { XmlScanner, type XmlHandler } from './xml-scanner';

/** A ratio says nothing about small parts: empty styles compress a hundredfold. */
const RATIO_FROM_BYTES = 30 * 2 ** 20;

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) reject(new SpreadsheetProblem('spreadsheet_damaged', { part: 'zip' }));
      else resolve(zip);
    });
  });
}

function readEntries(zip: ZipFile, limits: SpreadsheetLimits): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let declared = 0;
    zip.on('error', () => {
      reject(new SpreadsheetProblem('spreadsheet_damaged', { part: 'zip' }));
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('entry', (entry: Entry) => {
      declared += entry.uncompressedSize;
      if (declared > limits.inflatedBytes || entries.size >= limits.parts)
        reject(new SpreadsheetProblem('spreadsheet_inflates_too_large', { part: entry.fileName }));
      else {
        entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry);
        zip.readEntry();
      }
    });
    zip.readEntry();
  });
}

/** @throws SpreadsheetProblem where a part lists more than any program writes */
export function checkCount(count: number, limit: number, part: string): void {
  if (count > limit) throw new SpreadsheetProblem('spreadsheet_inflates_too_large', { part });
}

/** An opened package; part names are compared without regard to case, as Office does. */
export class PackageParts {
  private inflated = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: SpreadsheetLimits,
  ) {}

  /** @throws SpreadsheetProblem for a broken archive or one that declares too much */
  static async open(bytes: Buffer, limits: SpreadsheetLimits): Promise<PackageParts> {
    const zip = await openZip(bytes);
    return new PackageParts(zip, await readEntries(zip, limits), limits);
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  /**
   * Streams one part through a handler.
   * @throws SpreadsheetProblem for a missing, encrypted, broken or swelling part
   */
  async scan(name: string, handler: XmlHandler): Promise<void> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw new SpreadsheetProblem('spreadsheet_damaged', { part: name });
    if ((entry.generalPurposeBitFlag & 1) === 1)
      throw new SpreadsheetProblem('spreadsheet_encrypted');
    const scanner = new XmlScanner(handler);
    const decoder = new TextDecoder('utf-8');
    let size = 0;
    try {
      for await (const piece of await this.streamOf(entry)) {
        size += piece.length;
        this.count(name, size, piece.length, entry.compressedSize);
        scanner.write(decoder.decode(piece, { stream: true }));
      }
    } catch (error) {
      if (error instanceof SpreadsheetProblem) throw error;
      throw new SpreadsheetProblem('spreadsheet_damaged', { part: name });
    }
    scanner.write(decoder.decode());
    scanner.end();
  }

  private count(part: string, size: number, more: number, stored: number): void {
    this.inflated += more;
    const isSwelling = size > RATIO_FROM_BYTES && size > stored * this.limits.ratio;
    if (this.inflated > this.limits.inflatedBytes || isSwelling)
      throw new SpreadsheetProblem('spreadsheet_inflates_too_large', { part });
  }

  private streamOf(entry: Entry): Promise<AsyncIterable<Buffer>> {
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => {
        if (error) reject(error);
        else resolve(stream);
      });
    });
  }
}
