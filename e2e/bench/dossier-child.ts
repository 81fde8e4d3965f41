/** One printer in one process: `dossier-child.mjs ours|html|typst repetitions`; its figures go to tmp/bench. */
/* eslint-disable @nx/enforce-module-boundaries -- measures libraries and the import from inside; nothing depends on this folder */
import { loadFonts, renderDossierToBytes } from '@liangxing/dossier/render';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sampleSnapshot } from '../../libs/dossier/src/fixtures/sample-snapshot';
import { htmlOf, typstOf } from './dossier-content';

const [, , printer = 'ours', count = '1'] = process.argv;
const require = createRequire(join(process.cwd(), 'package.json'));
const snapshot = sampleSnapshot({ standards: 800 });
const serif = join(
  dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json')),
  '400Regular',
);
const times: number[] = [];
let pdf: Uint8Array = new Uint8Array();
let peak = 0;

async function repeat(print: () => Promise<Uint8Array> | Uint8Array): Promise<void> {
  for (let repetition = 0; repetition < Number(count); repetition += 1) {
    const start = performance.now();
    pdf = await print();
    times.push(performance.now() - start);
  }
}

/** Proportional set size of this process's descendants, in bytes: shared pages are counted once. */
function memoryBelow(parent: number): number {
  let sum = 0;
  for (const task of readdirSync(`/proc/${parent}/task`)) {
    const children = readFileSync(`/proc/${parent}/task/${task}/children`, 'utf8').trim();
    for (const child of children === '' ? [] : children.split(' ')) {
      try {
        const rollup = readFileSync(`/proc/${child}/smaps_rollup`, 'utf8');
        sum += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) * 1024 + memoryBelow(Number(child));
      } catch {
        // It ended meanwhile.
      }
    }
  }
  return sum;
}

async function printHtml(): Promise<void> {
  const font = readdirSync(serif).find((name) => name.endsWith('.ttf')) ?? '';
  const file = resolve('tmp', 'bench', 'dossier.html');
  writeFileSync(file, htmlOf(snapshot, pathToFileURL(join(serif, font)).href));
  // Each printer loads only what it needs: cold time and memory are its own.
  const { chromium } = await import('@playwright/test');
  const system = '/usr/bin/chromium';
  const browser = await chromium.launch({
    ...(existsSync(system) ? { executablePath: system } : {}),
    args: ['--no-sandbox'],
  });
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryBelow(process.pid));
  }, 50);
  try {
    await repeat(async () => {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(file).href);
      await page.evaluate('document.fonts.ready.then(() => true)');
      const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
      await page.close();
      return bytes;
    });
  } finally {
    clearInterval(watch);
    await browser.close();
  }
}

async function printTypst(): Promise<void> {
  const mainFileContent = typstOf(snapshot);
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [serif] }] });
  await repeat(() => {
    // Without this typst answers an unchanged document from memory.
    compiler.evictCache(0);
    return compiler.pdf({ mainFileContent });
  });
}

async function printOurs(): Promise<void> {
  const fonts = await loadFonts((file) => readFileSync(require.resolve(file)));
  await repeat(() => renderDossierToBytes(snapshot, { fonts }));
}

const printers: Readonly<Record<string, () => Promise<void>>> = {
  ours: printOurs,
  html: printHtml,
  typst: printTypst,
};
await printers[printer]?.();
if (printer !== 'html') peak = process.resourceUsage().maxRSS * 1024;
const file = resolve('tmp', 'bench', `dossier-${printer}.pdf`);
writeFileSync(file, pdf);
// Not on stdout, where a printer may have something to say.
writeFileSync(
  resolve('tmp', 'bench', `dossier-${printer}.json`),
  JSON.stringify({ times, peak, bytes: pdf.length, file }),
);
// Not on stdout, where a printer may have something to say.
// Not on stdout, where a printer may have something to say.
writeFileSync(
  resolve('tmp', 'bench', `dossier-${printer}.json`),
  JSON.stringify({ times, peak, bytes: pdf.length, file }),
);
writeFileSync(
  resolve('tmp', 'bench', `dossier-${printer}.json`),
  JSON.stringify({ times, peak, bytes: pdf.length, file }),
);
writeFileSync(
  resolve('tmp', 'bench', `dossier-${printer}.json`),
  JSON.stringify({ times, peak, bytes: pdf.length, file }),
);
