import {
  type Asked,
  PlayedServer,
  atRest,
  conflictWith,
  storeWith,
} from '../../../testing/store-with';
import { signal } from '@angular/core';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';
import { DocumentsStore } from './documents-store';
import { NotesQueue } from './notes-queue';

/** @param stored texts by point that are stored now; the older build had seen `原来的` in both */
async function openedOver(stored: { readonly scope: string; readonly terms: string }) {
  const point = (id: string, text: string) => ({ id, text, state: 'draft' });
  const documents = signal({
    version: 4,
    notes: [point('scope', stored.scope), point('terms', stored.terms)],
  });
  const played = new PlayedServer({
    'PATCH /systems/{id}/documents': ({ ifMatch, body }: Asked) => {
      const now = documents();
      if (ifMatch !== now.version) throw conflictWith(now);
      const [{ id, text }] = body?.['notes'] as [{ id: string; text: string }];
      const notes = now.notes.map((one) => (one.id === id ? { ...one, text } : one));
      return { version: now.version + 1, notes };
    },
  });
  const shownId = signal<string | null>(null);
  const { store, kept } = storeWith(NotesQueue, played, [
    { provide: CurrentOrganization, useValue: { id: () => 'o1' } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u1' }) } },
    {
      provide: DocumentsStore,
      useValue: { shownId, documents, accept: documents.set.bind(documents) },
    },
  ]);
  kept.set('notes:u1:y1', {
    typed: { scope: '更新前写的范围', terms: '更新前写的术语' },
    bases: { scope: '原来的', terms: '原来的' },
  });
  shownId.set('y1');
  await atRest();
  const text = (id: string) => documents().notes.find((one) => one.id === id)?.text;
  return { store, text, kept };
}

describe('points of the compilation notes that a build before kept', () => {
  it('go where the texts are those that they were made upon', async () => {
    const { text, kept } = await openedOver({ scope: '原来的', terms: '原来的' });
    expect([text('scope'), text('terms')]).toEqual(['更新前写的范围', '更新前写的术语']);
    expect(kept.size).toBe(0);
  });

  it('stand beside what another person wrote in the same point', async () => {
    const { store, text } = await openedOver({ scope: '他人写的', terms: '原来的' });
    expect([text('scope'), text('terms')]).toEqual(['他人写的', '更新前写的术语']);
    expect([...store.conflicts().keys()]).toEqual(['scope']);
  });
});
