import '@angular/compiler';
import { computed, Injectable, linkedSignal, signal } from '@angular/core';
import { CurrentOrganization } from '../core/session/current-organization';
import { SessionService } from '../core/session/session.service';
import { atRest, PlayedServer, storeWith } from './store-with';
import { keepForm } from '../core/drafts/kept-form';
import { LocalDrafts } from '../core/drafts/local-drafts';

const place = signal<string | null>('case:1');

@Injectable()
class TypedForm {
  readonly text = linkedSignal({ source: place, computation: () => '' });
  readonly kept = keepForm<string>({
    place,
    typed: computed(() => this.text() || null),
    show: (kept = '') => this.text.set(kept),
  });
}

async function opened(earlier: Readonly<Record<string, string>> = {}) {
  place.set('case:1');
  const { store, injector, kept } = storeWith(TypedForm, new PlayedServer({}), [
    { provide: CurrentOrganization, useValue: { id: () => 'o' } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u' }) } },
  ]);
  for (const [key, text] of Object.entries(earlier))
    await injector.get(LocalDrafts).write(`form:u:o:${key}`, text);
  return { form: store, kept, injector };
}

// It stands beside the played browser that it needs: the room of drafts would lead back to itself.
describe('what is typed in a form that a button sends', () => {
  it('is kept on this machine until it was sent', async () => {
    const { form, kept } = await opened();
    await atRest();
    form.text.set('复核意见');
    await atRest();
    expect([...kept]).toEqual([['form:u:o:case:1', '复核意见']]);
    form.text.set('');
    await atRest();
    expect(kept.size).toBe(0);
  });

  it('is kept where the form goes with its page, and forgotten where it was sent by then', async () => {
    const { form, kept, injector } = await opened();
    await atRest();
    form.text.set('复核意见');
    injector.destroy();
    await new Promise((resume) => setImmediate(resume));
    expect([...kept.values()]).toEqual(['复核意见']);
    form.kept.forget();
    await new Promise((resume) => setImmediate(resume));
    expect(kept.size).toBe(0);
  });

  it('is there again at the next visit, says so, and is given up on demand', async () => {
    const { form, kept } = await opened({ 'case:1': '上次写的' });
    await atRest();
    expect([form.text(), form.kept.isRestored()]).toEqual(['上次写的', true]);
    form.kept.giveUp();
    await atRest();
    expect([form.text(), form.kept.isRestored(), kept.size]).toEqual(['', false, 0]);
  });

  it('is not replaced by what an earlier visit left', async () => {
    const { form, kept } = await opened({ 'case:1': '上次写的' });
    form.text.set('现在写的');
    await atRest();
    expect([form.text(), form.kept.isRestored()]).toEqual(['现在写的', false]);
    expect([...kept.values()]).toEqual(['现在写的']);
  });

  it('comes into no other form', async () => {
    const { form, kept } = await opened({ 'case:2': '另一案件' });
    await atRest();
    form.text.set('甲');
    await atRest();
    place.set('case:2');
    await atRest();
    expect([form.text(), form.kept.isRestored()]).toEqual(['另一案件', true]);
    place.set(null);
    await atRest();
    expect(Object.fromEntries(kept)).toEqual({
      'form:u:o:case:1': '甲',
      'form:u:o:case:2': '另一案件',
    });
  });
});
