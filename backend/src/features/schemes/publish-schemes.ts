import { canonicalJson } from '@liangxing/contracts';
import { loadSchemes } from '@liangxing/scheme/loader';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';

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
  dataSource: DataSource,
  packsFolder: string,
): Promise<Publication[]> {
  const names = (await readdir(packsFolder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(packsFolder, name), 'utf8') })),
  );
  const publications: Publication[] = [];
  for (const scheme of loadSchemes(files)) {
    const text = canonicalJson(scheme);
    const sha256 = createHash('sha256').update(text).digest('hex');
    const inserted: unknown[] = await dataSource.query(
      `INSERT INTO scheme_versions (id, version, document, sha256) VALUES ($1, $2, $3::jsonb, $4)
       ON CONFLICT (id, version) DO NOTHING RETURNING id`,
      [scheme.id, scheme.version, text, sha256],
    );
    const { id, version } = scheme;
    if (inserted.length > 0) publications.push({ id, version, outcome: 'published' });
    else {
      const rows: { sha256: string }[] = await dataSource.query(
        `SELECT sha256 FROM scheme_versions WHERE id = $1 AND version = $2`,
        [id, version],
      );
      const outcome = rows[0]?.sha256 === sha256 ? 'unchanged' : 'differs';
      publications.push({ id, version, outcome });
    }
  }
  return publications;
}
