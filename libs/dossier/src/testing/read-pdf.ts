import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PDF as a reader program sees it. */
export interface ReadPdf {
  readonly text: string;
  readonly pages: readonly string[];
  /** How often each structure tag occurs. */
  readonly tags: ReadonlyMap<string, number>;
  readonly alternatives: readonly string[];
  readonly figuresWithoutAlternative: number;
  readonly bookmarks: readonly { readonly title: string; readonly page: number }[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly language: string;
  readonly isMarked: boolean;
  /** Names of the embedded faces with their subset tags. */
  readonly fonts: readonly string[];
}

type Printed = Omit<ReadPdf, 'text' | 'tags' | 'fonts'> & {
  readonly tags: Readonly<Record<string, number>>;
};

/** Reads a PDF with pdf.js in a process of its own. */
export const readPdf = (bytes: Uint8Array): ReadPdf => {
  const folder = mkdtempSync(join(tmpdir(), 'read-pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, bytes);
    const script = join(__dirname, 'pdf-facts.mjs');
    const printed = execFileSync(process.execPath, [script, file], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const read = JSON.parse(printed) as Printed;
    const names = Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/BaseFont \/(\S+)/g);
    return {
      ...read,
      text: read.pages.join('\n'),
      tags: new Map(Object.entries(read.tags)),
      fonts: [...new Set([...names].map((match) => match[1] ?? ''))],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
