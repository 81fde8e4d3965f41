import { Injectable } from '@nestjs/common';
import type { StandardColumn } from '@liangxing/dossier';
import type { CompilationPointId, DiagramMode, WrittenNotes } from '@liangxing/system-structure';
import {
  Audit,
  changedFields,
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
  versionConflict,
  type WrittenJson,
} from '../../../kernel';
import { SystemsRepository } from '../systems.repository';
import { SystemDocuments } from './system-documents';

export interface DocumentChanges {
  readonly diagramMode?: DiagramMode | undefined;
  /** null: the usual columns again. */
  readonly registerColumns?: readonly StandardColumn[] | null | undefined;
  /** By point; null: the program's own draft again. */
  readonly notes?:
    | Readonly<
        Partial<
          Record<
            CompilationPointId,
            { readonly text: string; readonly isConfirmed: boolean } | null | undefined
          >
        >
      >
    | undefined;
}

/** Chooses layout and columns, writes and confirms points of the 编制说明. */
@Injectable()
export class SetUpDocuments {
  constructor(
    private readonly database: TenantDatabase,
    private readonly systems: SystemsRepository,
    private readonly documents: SystemDocuments,
    private readonly audit: Audit,
  ) {}

  async execute(
    context: RequestContext,
    id: string,
    version: number,
    changes: DocumentChanges,
  ): Promise<WrittenJson> {
    const isWritten = await this.database.transaction(context, async (manager) => {
      if ((await this.systems.find(manager, context, id)) === null) throw notFound();
      const before = await this.systems.documentSettings(manager, context, id);
      const { diagramMode = before.diagramMode, registerColumns = before.registerColumns } =
        changes;
      const notes = mergedNotes(before.notes, changes.notes ?? {}, context.userName);
      const after = { version, diagramMode, registerColumns, notes };
      const isSame = before.version === version && changedFields(before, after).length === 0;
      if (isSame) return true;
      const isSaved = await this.systems.saveDocumentSettings(manager, context, id, after);
      if (!isSaved) return false;
      await this.audit.record(
        manager,
        context,
        'system.documents_changed',
        { type: 'system', id },
        { changed: Object.keys(changes), points: Object.keys(changes.notes ?? {}) },
      );
      return true;
    });
    const shown = await this.documents.shown(context, id);
    if (!isWritten) throw versionConflict(JSON.parse(Buffer.from(shown.json).toString()));
    return shown;
  }
}

function mergedNotes(
  before: WrittenNotes,
  changes: NonNullable<DocumentChanges['notes']>,
  by: string,
): WrittenNotes {
  const on = organizationDay(new Date());
  const notes = new Map(Object.entries(before));
  for (const [id, told] of Object.entries(changes)) {
    if (told === undefined) continue;
    if (told === null) notes.delete(id);
    else notes.set(id, { text: told.text, ...(told.isConfirmed ? { confirmed: { by, on } } : {}) });
  }
  return Object.fromEntries(notes);
}
