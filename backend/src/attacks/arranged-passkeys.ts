import type { NewPasskeyChallengeDto } from '../features/accounts/passkeys/passkey.dto';
import { SoftwareAuthenticator } from '../testing/software-authenticator';
import type { Member } from '../testing/test-app';
import { TEST_PASSWORD } from '../testing/test-password';
import type { AttackedEnterprise } from './attacked-enterprise';
import type { Arrange } from './arranged-requests';

/** A passkey that was made for a person and is still to be added. */
async function madePasskey({ app }: AttackedEnterprise, { api }: Member): Promise<object> {
  const asked = { password: TEST_PASSWORD };
  const { body } = await api.put<NewPasskeyChallengeDto>('/api/account/passkeys/challenge', asked);
  const { passkeySite } = app.config;
  if (passkeySite === null) throw new Error('this site has no passkeys');
  return new SoftwareAuthenticator(passkeySite).make(body);
}

/** Answers of authenticators, which nobody makes up. */
export const ARRANGED_PASSKEYS: readonly (readonly [string, Arrange])[] = [
  [
    'ownPasskeys_add',
    async (enterprise) => {
      const person = await enterprise.app.member(enterprise.organizationId, 'viewer');
      const body = await madePasskey(enterprise, person);
      return { path: '/api/account/passkeys', body, person };
    },
  ],
  [
    'ownPasskeys_remove',
    async (enterprise) => {
      const person = await enterprise.app.member(enterprise.organizationId, 'viewer');
      const made = await madePasskey(enterprise, person);
      const { body } = await person.api.post<{ id: string }>('/api/account/passkeys', made);
      const path = `/api/account/passkeys/${body.id}/end`;
      return { path, body: { password: TEST_PASSWORD }, person };
    },
  ],
];
