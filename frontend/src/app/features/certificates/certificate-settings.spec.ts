import '@angular/compiler';
import { signal } from '@angular/core';
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

interface SettingsForm {
  readonly typed: () => { readonly years: string; readonly version: number } | null;
  readonly theirs: () => { readonly publicityDays: number } | null;
  readonly wrong: () => ReadonlySet<string>;
  read(): Promise<void>;
  type(change: Readonly<Record<string, string>>): void;
  save(event: Event): Promise<void>;
}

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
    const form = store as unknown as SettingsForm;
    await form.read();
    form.type({ years: '2' });
    stored = { ...stored, version: 2, publicityDays: 10 };
    await form.save(new Event('submit'));
    expect([form.typed()?.years, form.theirs()?.publicityDays]).toEqual(['2', 10]);
    expect(form.typed()?.version).toBe(2);
  });

  it.each(['', '0', '三', '2.5'])(
    'says where a number is none, and saves nothing: “%s”',
    async (years) => {
      const played = new PlayedServer({
        'GET /certificate-settings': () => ({ ...STORED, publicityDays: 7 }),
      });
      const { store } = storeWith(CertificateSettings, played, [
        { provide: CurrentOrganization, useValue: { id: signal('body'), can: () => true } },
      ]);
      const form = store as unknown as SettingsForm;
      await form.read();
      form.type({ years });
      await form.save(new Event('submit'));
      expect([form.typed()?.years, [...form.wrong()]]).toEqual([years, ['years']]);
      expect(played.askedFor('PUT /certificate-settings')).toEqual([]);
    },
  );
});
