import { Injectable } from '@nestjs/common';
import { queryRows, TenantDatabase, type JobContext } from '../../../kernel';

/** A file that people gave, or that was made for them. */
export interface TakenFile {
  readonly folder:
    'evidence' | 'earlier' | 'dossiers' | 'drafts' | 'templates' | 'application' | 'cases';
  /** As people know it. */
  readonly name: string;
  readonly storageKey: string;
}

interface FileRow extends TakenFile {
  readonly part: number;
  readonly key: string;
}

/** Their names are held in memory, their content never. */
const atOnce = 1_000;

/** In the order in which they stand in the archive. */
const FILES = `
  SELECT 1 AS part, r.evidence_id || ' ' || lpad(r.revision::text, 9, '0') AS key,
    CASE WHEN r.revision = e.current_revision THEN 'evidence' ELSE 'earlier' END AS folder,
    r.file_name AS name, r.storage_key AS "storageKey"
  FROM evidence_revisions r JOIN evidence e
    ON e.organization_id = r.organization_id AND e.id = r.evidence_id
  WHERE r.organization_id = $1
  UNION ALL SELECT 2, d.id::text, 'dossiers', a.title || '-' || d.number || '-' || d.code || '.pdf',
    d.storage_key
  FROM dossiers d JOIN assessments a
    ON a.organization_id = d.organization_id AND a.id = d.assessment_id
  WHERE d.organization_id = $1 AND d.state = 'ready'
  UNION ALL SELECT 3, id::text, 'application', file_name, storage_key
  FROM application_documents WHERE organization_id = $1
  UNION ALL SELECT 4, m.case_id || ' ' || lpad(m.number::text, 9, '0'), 'cases',
    c.number || '-' || c.enterprise_name || '-' || m.dossier_number || '.pdf', m.storage_key
  FROM case_materials m JOIN cases c ON c.organization_id = m.organization_id AND c.id = m.case_id
  WHERE m.organization_id = $1 AND m.storage_key IS NOT NULL
  UNION ALL SELECT * FROM (SELECT DISTINCT ON (f.storage_key) 5, f.storage_key AS key, 'cases',
      c.number || '-' || f.file_name, f.storage_key
    FROM case_files f JOIN cases c ON c.organization_id = f.organization_id AND c.id = f.case_id
    WHERE f.organization_id = $1 AND f.storage_key IS NOT NULL
    ORDER BY f.storage_key, c.number) each_once
  UNION ALL SELECT 6, f.draft_id || ' ' || lpad(f.number::text, 9, '0'), 'drafts',
    d.title || '-' || f.number || '.docx', f.storage_key
  FROM standard_draft_files f JOIN standard_drafts d
    ON d.organization_id = f.organization_id AND d.id = f.draft_id
  WHERE f.organization_id = $1
  UNION ALL SELECT 7, template_id || ' ' || lpad(number::text, 9, '0'), 'templates', file_name,
    storage_key
  FROM template_files WHERE organization_id = $1
  UNION ALL SELECT 8, f.case_id || ' ' || lpad(f.finding::text, 9, '0') || ' ' || f.id, 'cases',
    c.number || '-' || f.finding || '-' || f.file_name, f.storage_key
  FROM case_finding_files f JOIN cases c ON c.organization_id = f.organization_id AND c.id = f.case_id
  WHERE f.organization_id = $1`;

/** SQL, since the files of seven rooms are read as one list. */
@Injectable()
export class FilesRepository {
  constructor(private readonly database: TenantDatabase) {}

  async count(context: JobContext): Promise<number> {
    const [row] = await this.database.read(context, (manager) =>
      queryRows<{ count: string }>(manager, `SELECT count(*) AS count FROM (${FILES}) f`, [
        context.organizationId,
      ]),
    );
    return Number(row?.count ?? 0);
  }

  async *all(context: JobContext): AsyncGenerator<TakenFile> {
    let last: FileRow | undefined;
    for (;;) {
      const place: readonly [number, string] = [last?.part ?? 0, last?.key ?? ''];
      const page = await this.database.read(context, (manager) =>
        queryRows<FileRow>(
          manager,
          `SELECT * FROM (${FILES}) f WHERE (part, key) > ($2::integer, $3::text)
           ORDER BY part, key LIMIT ${atOnce}`,
          [context.organizationId, ...place],
        ),
      );
      yield* page;
      last = page.at(-1);
      if (page.length < atOnce) return;
    }
  }
}
