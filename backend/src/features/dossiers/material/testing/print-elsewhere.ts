import { loadFonts, renderDossierToBytes } from '@liangxing/dossier/render';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { sha256Of } from '../../../../kernel/pure';
import { printMaterial, readMaterial, scoreMaterial } from '../../pure';

/** Whoever holds a material and nothing else: its score, and the hash of its PDF; on standard output. */
async function printElsewhere(file: string): Promise<void> {
  const material = readMaterial(await readFile(file, 'utf8'));
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  const fonts = await loadFonts((face) => readFile(resolve(face)));
  const pdf = await renderDossierToBytes(printMaterial(material), { fonts });
  process.stdout.write(JSON.stringify({ score: scoreMaterial(material), sha256: sha256Of(pdf) }));
}

void printElsewhere(String(process.argv[2]));
