/** The dossier as PDF against the same content printed by Chromium and set by typst: cold, warm, peak memory. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { mebibytes, median, milliseconds, reasonOf, report, type BenchRow } from './measure';

interface Printed {
  readonly times: number[];
  readonly peak: number;
  readonly bytes: number;
  readonly file: string;
}
interface Figures extends Printed {
  readonly cold: number;
  readonly warm: number;
  readonly pages: number;
}

const child = join(import.meta.dirname, 'dossier-child.mjs');
function print(printer: string, count: number): Printed {
  execFileSync(process.execPath, [child, printer, String(count)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 26,
  });
  const figures = join(import.meta.dirname, `dossier-${printer}.json`);
  return JSON.parse(readFileSync(figures, 'utf8')) as Printed;
}

async function figuresOf(printer: string): Promise<Figures> {
  const since = performance.now();
  const colds: number[] = [];
  const peaks: number[] = [];
  for (let repetition = 0; repetition < 3 && performance.now() - since < 30_000; repetition += 1) {
    const start = performance.now();
    peaks.push(print(printer, 1).peak);
    colds.push(performance.now() - start);
  }
  const many = print(printer, 4);
  const { numPages } = await getDocument({ data: new Uint8Array(readFileSync(many.file)) }).promise;
  return {
    ...many,
    cold: median(colds),
    peak: median(peaks),
    warm: median(many.times.slice(1)),
    pages: numPages,
  };
}

const attempt = async (printer: string): Promise<Figures | string> => {
  try {
    return await figuresOf(printer);
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    return /^\w*Error.*$/m.exec(stderr ?? '')?.[0].slice(0, 160) ?? reasonOf(error);
  }
};

function compare(
  ours: Figures,
  other: Figures | string,
  name: string,
  isChromium: boolean,
): BenchRow[] {
  if (typeof other === 'string') return [{ what: `Dossier against ${name}`, missing: other }];
  const times = (key: 'cold' | 'warm', aim?: { atLeast: number }): BenchRow => ({
    what: `Dossier, ${key}: how many times faster than ${name}`,
    ours: milliseconds(ours[key]),
    other: milliseconds(other[key]),
    ratio: other[key] / ours[key],
    ...(aim ? { aim } : {}),
  });
  return [
    times('warm', { atLeast: isChromium ? 8 : 1 }),
    times('cold', isChromium ? undefined : { atLeast: 1 }),
    {
      what: `Dossier, peak memory of a cold print, as a share of ${name}`,
      ours: mebibytes(ours.peak),
      other: mebibytes(other.peak),
      ratio: ours.peak / other.peak,
      ...(isChromium ? { aim: { atMost: 0.333 } } : {}),
    },
  ];
}

const ours = await attempt('ours');
if (typeof ours === 'string') report([{ what: 'Dossier of 60 pages', missing: ours }], []);
else {
  const chromium = await attempt('html');
  const typst = await attempt('typst');
  const size = (name: string, figures: Figures | string): string =>
    typeof figures === 'string'
      ? ''
      : `${name} ${figures.pages} pages, ${(figures.bytes / 1024).toFixed(0)} KiB`;
  report(
    [
      ...compare(ours, chromium, 'headless Chromium', true),
      ...compare(ours, typst, 'typst', false),
    ],
    [['Liangxing', ours] as const, ['Chromium', chromium] as const, ['typst', typst] as const]
      .map(([name, figures]) => size(name, figures))
      .filter((text) => text !== '')
      .concat(
        'Cold: a new process from its start to its end (Chromium: with starting the browser). Warm: median of 3 further prints in the same process; typst forgets its cache before each, as for a changed document.',
        'Memory: largest resident set of the process; Chromium: largest sum of the proportional sets of its processes, without the Node process that drives it.',
        'The HTML and typst documents have the same texts, tables, charts and diagram, in one face; Liangxing also makes contents with page numbers, running heads and the verification code, and tags its pages.',
      ),
  );
}
