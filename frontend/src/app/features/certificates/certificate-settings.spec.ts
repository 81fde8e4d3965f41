import '@angular/compiler';
import { signal } from '@angular/core';
import type { CertificateSettingsDto } from '../../core/api/generated/openapi';
import { CurrentOrganization } from '../../core/session/current-organization';
import { conflictWith, PlayedServer, storeWith } from '../../testing/store-with';
import { CertificateSettings } from './certificate-settings';

const STORED = {
  version: 1,
  shortCode: '',
  numberPattern: '{number:4}',
  years: 3,
  renewalMonths: 6,
};

describe('how a body numbers its certificates', () => {
  it('keeps what was typed where somebody else has saved, and shows theirs', async () => {
    let stored = { ...STORED, publicityDays: 7 };
    const played = new PlayedServer({
      'GET /certificate-settings': () => stored,
      'PUT /certificate-settings': ({ ifMatch, body }) => {
        if (ifMatch !== stored.version) throw conflictWith(stored);
        return { ...stored, ...body };
      },
    });
    const organization = { id: signal('body'), can: () => true };
    const { store } = storeWith(CertificateSettings, played, [
      { provide: CurrentOrganization, useValue: organization },
    ]);
    const form = store as unknown as {
      readonly typed: () => CertificateSettingsDto | null;
      readonly theirs: () => CertificateSettingsDto | null;
      read(): Promise<void>;
      type(change: Partial<CertificateSettingsDto>): void;
      save(event: Event): Promise<void>;
    };
    await form.read();
    form.type({ years: 2 });
    stored = { ...stored, version: 2, publicityDays: 10 };
    await form.save(new Event('submit'));
    expect([form.typed()?.years, form.theirs()?.publicityDays]).toEqual([2, 10]);
    expect(form.typed()?.version).toBe(2);
  });
});
