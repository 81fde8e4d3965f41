import '@angular/compiler';
import { signal } from '@angular/core';
import type { FindingDto, FindingFieldsDto } from '../../core/api/generated/openapi';
import { conflictWith, atRest, PlayedServer, storeWith } from '../../testing/store-with';
import { LocalDrafts } from '../../core/drafts/local-drafts';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { FindingForm } from './finding-form';

const FIELDS: FindingFieldsDto = {
  ...{ severity: 'minor', itemId: '1.1', evidenceId: null, text: '无签名', requirement: '' },
  department: '',
};
const stored = (version: number): FindingDto => ({ ...FIELDS, number: 2, version }) as FindingDto;

async function opened(number: number, earlier?: { readonly version: number }) {
  const finding = signal<FindingDto | null>(number > 0 ? stored(3) : null);
  const played = new PlayedServer({
    'POST /cases/{id}/findings': () => stored(1),
    'PUT /cases/{id}/findings/{number}': ({ ifMatch }) => {
      if (ifMatch !== finding()?.version) throw conflictWith(null);
      return stored(4);
    },
  });
  const { store, injector, kept } = storeWith(FindingForm, played, [
    { provide: CurrentOrganization, useValue: { id: () => 'o' } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u' }) } },
  ]);
  Object.assign(store, { caseId: () => 'c', number: () => number, finding });
  if (earlier)
    await injector.get(LocalDrafts).write(`form:u:o:case:c:finding:${number}`, {
      ...{ fields: { ...FIELDS, text: '上次写的' }, version: earlier.version },
    });
  const form = store as unknown as {
    readonly fields: () => FindingFieldsDto;
    set(change: Partial<FindingFieldsDto>): void;
    cancel(): void;
    send(event: Event): Promise<void>;
  };
  await atRest();
  return { form, played, kept, send: () => form.send(new Event('submit')) };
}

/** No click here is the second one of a double click. */
let now = 0;
beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => (now += 1_000)));
afterEach(() => jest.restoreAllMocks());

describe('the form of a finding', () => {
  it('is kept until it is saved', async () => {
    const { form, kept, send } = await opened(0);
    form.set({ ...FIELDS });
    await atRest();
    expect([...kept.keys()]).toEqual(['form:u:o:case:c:finding:0']);
    await send();
    await atRest();
    expect(kept.size).toBe(0);
  });

  it('is given up by its cancel button', async () => {
    const { form, kept } = await opened(2);
    form.set({ text: '改写' });
    await atRest();
    expect(kept.size).toBe(1);
    form.cancel();
    await atRest();
    expect([form.fields().text, kept.size]).toEqual(['无签名', 0]);
  });

  it('meets what somebody else saved since it was typed, and is saved upon it once that was told', async () => {
    const { form, played, send } = await opened(2, { version: 2 });
    expect(form.fields().text).toBe('上次写的');
    await send();
    expect(form.fields().text).toBe('上次写的');
    await send();
    const asked = played.askedFor('PUT /cases/{id}/findings/{number}');
    expect(asked.map(({ ifMatch }) => ifMatch)).toEqual([2, 3]);
  });
});
