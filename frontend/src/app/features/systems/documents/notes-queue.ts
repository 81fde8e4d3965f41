import { Injectable, effect, inject, untracked } from '@angular/core';
import { Api } from '../../../core/api/api';
import { DraftQueue } from '../../../core/drafts/draft-queue';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';
import { DocumentsStore } from './documents-store';
import { type NoteContent, mergeNotes, noteOf } from './note-edits';
import type { NotePoint, SystemDocuments } from './system-documents';

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
    return this.openTarget({
      prefix: `notes:${this.session.user()?.id ?? ''}:${id}:`,
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
