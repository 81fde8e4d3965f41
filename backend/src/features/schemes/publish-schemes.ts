import { canonicalJson } from '@liangxing/contracts';
import { loadSchemes } from '@liangxing/scheme/loader';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from '../../kernel/pure';
import type { PlatformDatabase } from '../../kernel';
import { publishVersion } from './scheme-versions.repository';

export interface Publication {
  readonly id: string;
  readonly version: string;
  /** `differs`: another text was published under this version before and stays as it is. */
  readonly outcome: 'published' | 'unchanged' | 'differs';
}

/**
 * Publishes the packs of a folder that are not published yet. A published version never changes: a pack that was
 * edited needs a new version, and is told apart as `differs`.
 * @throws SchemePackError with every problem of the packs, before anything is written
 */
export async function publishSchemes(
  database: PlatformDatabase,
  packsFolder: string,
): Promise<Publication[]> {
  const names = (await readdir(packsFolder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(packsFolder, name), 'utf8') })),
  );
  const publications: Publication[] = [];
  for (const scheme of loadSchemes(files)) {
    const text = canonicalJson(scheme);
    const sha256 = sha256Of(text);
    const { id, version } = scheme;
    const there = await publishVersion(database.manager, scheme, text, sha256);
    const unlike = there.sha256 === sha256 ? 'unchanged' : 'differs';
    publications.push({ id, version, outcome: there.isNew ? 'published' : unlike });
  }
  return publications;
}
