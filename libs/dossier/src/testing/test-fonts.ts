import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadFonts, type DossierFonts } from '../pdf/fonts';

const resolve = createRequire(join(process.cwd(), 'package.json')).resolve;
let fonts: Promise<DossierFonts> | null = null;

/** The faces as the product ships them, opened once per test file. */
export const testFonts = (): Promise<DossierFonts> => {
  fonts ??= loadFonts((file) => readFileSync(resolve(file)));
  return fonts;
};
