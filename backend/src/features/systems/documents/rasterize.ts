import { fontFiles } from '@liangxing/dossier/render';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Sharp on paper: an A4 page at about 200 dots per inch. */
const PIXELS = 2400;

let ready: Promise<Uint8Array> | undefined;

/** The program that draws and its face, opened once per process. */
async function open(): Promise<Uint8Array> {
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  const [program, face] = await Promise.all([
    readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')),
    readFile(resolve(fontFiles.hei)),
  ]);
  await initWasm(program);
  return face;
}

/** Turns SVG documents of ours into PNG pictures. */
export async function openRasterizer(): Promise<(svg: string) => Uint8Array> {
  ready ??= open();
  const face = await ready;
  return (svg) =>
    new Resvg(svg, {
      fitTo: { mode: 'width', value: PIXELS },
      background: '#fff',
      font: { fontBuffers: [face], defaultFontFamily: 'Noto Sans SC', loadSystemFonts: false },
    })
      .render()
      .asPng();
}
