import { Injectable } from '@nestjs/common';
import type { Scheme } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import { SchemeVersionEntity } from './entities/scheme-version.entity';

export interface SchemeVersion {
  readonly id: string;
  readonly version: string;
}

const NEWEST_FIRST = { publishedAt: 'DESC', version: 'DESC' } as const;

/** Schemes published for everyone; the migrator alone writes them. */
@Injectable()
export class SchemeVersionsRepository {
  /** By id, newest first. */
  list(manager: EntityManager): Promise<SchemeVersion[]> {
    return manager.find(SchemeVersionEntity, {
      select: { id: true, version: true },
      order: { id: 'ASC', ...NEWEST_FIRST },
    });
  }

  /** A version's document and that of the newest version; null: there is no such version. */
  async document(
    manager: EntityManager,
    id: string,
    version: string,
  ): Promise<{ readonly document: Scheme; readonly newest: Scheme } | null> {
    const found = await manager.findOneBy(SchemeVersionEntity, { id, version });
    if (found === null) return null;
    const newest = await manager.findOneOrFail(SchemeVersionEntity, {
      where: { id },
      order: NEWEST_FIRST,
    });
    return { document: found.document, newest: newest.document };
  }
}

/**
 * Publishes a version once; one that is there stays. The migrator runs without entities, hence the SQL.
 * @returns the hash that stands under this version now, and whether it was written now
 */
export async function publishVersion(
  manager: Pick<EntityManager, 'query'>,
  { id, version }: SchemeVersion,
  document: string,
  sha256: string,
): Promise<{ readonly isNew: boolean; readonly sha256: string }> {
  const inserted: unknown[] = await manager.query(
    `INSERT INTO scheme_versions (id, version, document, sha256) VALUES ($1, $2, $3::jsonb, $4)
     ON CONFLICT (id, version) DO NOTHING RETURNING id`,
    [id, version, document, sha256],
  );
  if (inserted.length > 0) return { isNew: true, sha256 };
  const [row]: { sha256: string }[] = await manager.query(
    'SELECT sha256 FROM scheme_versions WHERE id = $1 AND version = $2',
    [id, version],
  );
  if (row === undefined) throw new Error(`scheme ${id} ${version} was not written`);
  return { isNew: false, sha256: row.sha256 };
}
