/** @jest-environment jsdom */
import '@angular/compiler';
import { DOCUMENT, Injector } from '@angular/core';
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { TranslocoService } from '@jsverse/transloco';
import { Api } from '../api/api';
import { Passkeys } from './passkeys';

jest.mock('@simplewebauthn/browser', () => ({
  startAuthentication: jest.fn(),
  startRegistration: jest.fn(),
  WebAuthnAbortService: { cancelCeremony: jest.fn() },
}));
const asked = jest.mocked(startAuthentication);
const made = jest.mocked(startRegistration);

const site = 'https://liangxing.example.com';
/** A challenge of the server, by the order in which they are asked for. */
let challenges: ((challenge: string) => void)[] = [];

async function opened({ at = site, origin = site as string | null, hasPasskeys = true } = {}) {
  const api = {
    get: () => Promise.resolve({ origin }),
    put: () =>
      new Promise((resolve) =>
        challenges.push((challenge) => resolve({ challenge, domain: 'liangxing.example.com' })),
      ),
  };
  const window = { location: { origin: at }, ...(hasPasskeys ? { PublicKeyCredential: {} } : {}) };
  const injector = Injector.create({
    providers: [
      { provide: Api, useValue: api },
      { provide: DOCUMENT, useValue: { defaultView: window } },
      { provide: TranslocoService, useValue: { translate: (key: string) => key } },
      { provide: Passkeys, deps: [] },
    ],
  });
  const passkeys = injector.get(Passkeys);
  await Promise.resolve();
  return passkeys;
}

const used = {
  ...{ id: 'key', rawId: 'key', type: 'public-key' as const, clientExtensionResults: {} },
  response: {
    ...{ clientDataJSON: 'client', authenticatorData: 'data', signature: 'signed' },
    userHandle: 'person',
  },
};

describe('passkeys of a browser', () => {
  beforeEach(() => {
    challenges = [];
    asked.mockReset();
    made.mockReset();
  });

  it.each([
    ['at the address of the site', {}, true],
    ['at another address of the same server', { at: 'http://127.0.0.1:4200' }, false],
    ['where the site has none', { origin: null }, false],
    ['in a browser without', { hasPasskeys: false }, false],
  ])('are offered or not: %s', async (_, place, isOffered) => {
    expect((await opened(place)).isOffered()).toBe(isOffered);
  });

  it('answer the challenge of the server, opened by their owner', async () => {
    const passkeys = await opened();
    asked.mockResolvedValue(used);
    const answer = passkeys.use(false);
    challenges[0]?.('challenge');
    expect(await answer).toEqual({
      ...{ credentialId: 'key', clientDataJson: 'client', authenticatorData: 'data' },
      ...{ signature: 'signed', userHandle: 'person' },
    });
    expect(asked.mock.calls).toEqual([
      [
        {
          optionsJSON: {
            ...{ challenge: 'challenge', rpId: 'liangxing.example.com' },
            userVerification: 'required',
          },
          useBrowserAutofill: false,
        },
      ],
    ]);
  });

  it('that are offered in a field give way to the button, and end with the page', async () => {
    const passkeys = await opened();
    asked.mockResolvedValue(used);
    const offered = passkeys.use(true);
    const chosen = passkeys.use(false);
    challenges[1]?.('second');
    await chosen;
    challenges[0]?.('first');
    await expect(offered).rejects.toMatchObject({ name: 'AbortError' });
    const left = passkeys.use(true);
    await passkeys.stop();
    challenges[2]?.('third');
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked.mock.calls.map(([{ optionsJSON }]) => optionsJSON.challenge)).toEqual(['second']);
  });

  it('are made for the person, found without a name, and not twice on a device', async () => {
    const passkeys = await opened();
    made.mockResolvedValue({
      ...used,
      response: { clientDataJSON: 'client', attestationObject: 'made', transports: ['internal'] },
    });
    const challenge = {
      ...{ challenge: 'challenge', domain: 'liangxing.example.com', userHandle: 'person' },
      algorithms: [-7],
      known: [{ credentialId: 'older', transports: ['usb'] }],
    };
    const person = { email: 'wang@example.cn', name: '王质量' };
    expect(await passkeys.make(challenge, person)).toEqual({
      ...{ credentialId: 'key', clientDataJson: 'client', attestationObject: 'made' },
      transports: ['internal'],
    });
    expect(made.mock.calls[0]?.[0].optionsJSON).toMatchObject({
      rp: { id: 'liangxing.example.com', name: 'product' },
      user: { id: 'person', name: 'wang@example.cn', displayName: '王质量' },
      pubKeyCredParams: [{ alg: -7, type: 'public-key' }],
      excludeCredentials: [{ id: 'older', type: 'public-key', transports: ['usb'] }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    });
  });
});
