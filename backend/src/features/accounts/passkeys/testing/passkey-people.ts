import type { ApiAnswer, ApiClient } from '../../../../testing/api-client';
import { SoftwareAuthenticator } from '../../../../testing/software-authenticator';
import type { TestApp } from '../../../../testing/test-app';
import type { SessionDto } from '../../dto/account.dto';
import type { NewPasskeyChallengeDto, PasskeyChallengeDto, PasskeyDto } from '../passkey.dto';

export const password = 'eine lange Passphrase';
/** The tests speak http, as behind a proxy; the cookies are those of https. */
export const site = { origin: 'https://liangxing.example.com', domain: 'liangxing.example.com' };

export interface Refusal {
  readonly code: string;
}

let counter = 0;

/** People who have passkeys, and what their browsers ask. */
export class PasskeyPeople {
  constructor(private readonly app: TestApp) {}

  async registered(): Promise<{ api: ApiClient; email: string; id: string }> {
    const email = `qian.min.${(counter += 1)}@example.com`;
    const api = this.app.visitor();
    const { body } = await api.post<SessionDto>('/api/accounts', { email, name: '钱敏', password });
    return { api, email, id: body.user?.id ?? '' };
  }

  begin(api: ApiClient, more: object = {}) {
    const proof = { password, ...more };
    return api.put<NewPasskeyChallengeDto & Refusal>('/api/account/passkeys/challenge', proof);
  }

  add(api: ApiClient, body: object) {
    return api.post<PasskeyDto & Refusal>('/api/account/passkeys', body);
  }

  /** Somebody adds a passkey, as it should be. */
  async withPasskey(api: ApiClient, name = '工作电脑') {
    const authenticator = new SoftwareAuthenticator(site);
    const { body } = await this.begin(api);
    const added = await this.add(api, { ...authenticator.make(body), name });
    if (added.status !== 201) throw new Error(`no passkey: ${added.body.code}`);
    return { authenticator, passkey: added.body };
  }

  async list(api: ApiClient): Promise<PasskeyDto[]> {
    return (await api.get<PasskeyDto[]>('/api/account/passkeys')).body;
  }

  remove(api: ApiClient, id: string, more: object = {}) {
    return api.post<Refusal>(`/api/account/passkeys/${id}/end`, { password, ...more });
  }

  async challenge(api: ApiClient): Promise<string> {
    return (await api.put<PasskeyChallengeDto>('/api/passkeys/challenge')).body.challenge;
  }

  signIn(api: ApiClient, body: object) {
    return api.post<SessionDto & Refusal>('/api/sessions/passkey', body);
  }

  async whoIs(api: ApiClient): Promise<string | undefined> {
    return (await api.get<SessionDto>('/api/sessions/current')).body.user?.email;
  }
}

/** What was refused, by status and code. */
export const told = ({ status, body }: ApiAnswer<Refusal>) => [status, body.code];
