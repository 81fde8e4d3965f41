import { loadFonts, type DossierFonts } from '@liangxing/dossier/render';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

let fonts: Promise<DossierFonts> | undefined;

/** Both faces, opened once per process. Found from the folder that the program runs in, where node_modules is. */
export function documentFonts(): Promise<DossierFonts> {
  if (fonts === undefined) {
    const { resolve } = createRequire(join(process.cwd(), 'package.json'));
    fonts = loadFonts((file) => readFile(resolve(file)));
    fonts.catch(() => {
      fonts = undefined;
    });
  }
  return fonts;
}
