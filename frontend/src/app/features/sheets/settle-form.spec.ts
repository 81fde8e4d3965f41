import '@angular/compiler';
import { signal } from '@angular/core';
import type { ComparisonDto } from '../../core/api/generated/openapi';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { PlayedServer, storeWith } from '../../testing/store-with';
import { SettleForm } from './settle-form';

type Compared = ComparisonDto['items'][number];

describe('what the lead types of an item', () => {
  it('stays where somebody else settles it meanwhile, and theirs is shown', () => {
    const compared = signal({ itemId: '1.1', answers: [], settled: null } as unknown as Compared);
    const { store } = storeWith(SettleForm, new PlayedServer({}), [
      { provide: CurrentOrganization, useValue: { id: () => 'o' } },
      { provide: SessionService, useValue: { user: () => ({ id: 'u' }) } },
    ]);
    Object.assign(store, { compared, caseId: () => 'c', item: () => ({ id: '1.1' }) });
    const form = store as unknown as {
      readonly reason: () => string;
      type(change: { readonly reason: string }): void;
      readonly theirs: () => { readonly reason: string } | null;
    };
    form.type({ reason: '现场所见' });
    expect(form.theirs()).toBeNull();
    const settled = { version: 1, state: 'met', rules: {}, note: '', reason: '他人所定' };
    compared.set({ itemId: '1.1', answers: [], settled } as unknown as Compared);
    expect(form.reason()).toBe('现场所见');
    expect(form.theirs()?.reason).toBe('他人所定');
  });
});
