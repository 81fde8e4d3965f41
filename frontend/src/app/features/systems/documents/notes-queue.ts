import { Injectable, effect, inject, untracked } from '@angular/core';
import { Api } from '../../../core/api/api';
import { DraftQueue } from '../../../core/drafts/draft-queue';
import type { Draft } from '../../../core/drafts/draft-saver';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';
import { DocumentsStore } from './documents-store';
import { type NoteContent, mergeNotes, noteOf } from './note-edits';
import type { NotePoint, SystemDocuments } from './system-documents';

/** Texts by point, each with the stored one that it was made upon, as builds before the common saver kept them. */
interface KeptNotes {
  readonly typed: Readonly<Record<string, string>>;
  readonly bases: Readonly<Record<string, string>>;
}

/** Points of the compilation notes that are typed and not yet stored. Provided by the page. */
@Injectable()
export class NotesQueue extends DraftQueue<NoteContent, SystemDocuments> {
  private readonly api = inject(Api);
  private readonly session = inject(SessionService);
  private readonly organization = inject(CurrentOrganization);
  private readonly store = inject(DocumentsStore);

  constructor() {
    super();
    effect(() => {
      const systemId = this.store.shownId();
      untracked(() => (systemId === null ? this.close() : void this.open(systemId)));
    });
  }

  /** Goes at once. */
  send(pointId: string, content: NoteContent): void {
    this.put(pointId, content);
    void this.flush();
  }

  private open(id: string): Promise<void> {
    const organizationId = this.organization.id();
    const key = `notes:${this.session.user()?.id ?? ''}:${id}`;
    return this.openTarget({
      prefix: `${key}:`,
      earlier: { key, draftsOf: (kept) => keptDrafts(kept as KeptNotes) },
      send: (pointId, { content, version }) =>
        this.api.patch('/systems/{id}/documents', {
          ...{ organizationId, id, ifMatch: version },
          body: { notes: [{ id: pointId as NotePoint['id'], ...content }] },
        }),
      stored: () => this.store.documents() ?? undefined,
      contentOf: noteOf,
      merge: mergeNotes,
      onSaved: (saved) => this.store.accept(saved),
    });
  }
}

/** They knew no version: what stands there now is compared with the text that each was made upon. */
function keptDrafts({ typed, bases }: KeptNotes): readonly Draft<NoteContent>[] {
  return Object.entries(typed).map(([itemId, text]) => ({
    ...{ itemId, content: { text, isConfirmed: false }, version: 0 },
    base: { text: bases[itemId] ?? null, isConfirmed: false },
  }));
}
