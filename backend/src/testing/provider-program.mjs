/**
 * A provider of identities (`oidc-provider`) for tests, in a process of its own; it says its issuer on the first line.
 * Who signs in as `zhao@example.com` has that address; behind a `#` stands what makes another person of the same address,
 * and `unverified` there means that the address was not verified.
 *
 * Settings: PROVIDER_PORT, PROVIDER_HOST, CALLBACK (address to which it sends browsers back), CLOCK_SHIFT (seconds by
 * which its clock is ahead) and TOKEN_SECONDS (how long its tokens are good).
 */
import Provider from 'oidc-provider';

const {
  PROVIDER_PORT = '0',
  PROVIDER_HOST = '127.0.0.1',
  CALLBACK,
  CLOCK_SHIFT,
  TOKEN_SECONDS,
} = process.env;
const { now } = Date;
Date.now = () => now() + Number(CLOCK_SHIFT ?? '0') * 1000;
const seconds = Number(TOKEN_SECONDS ?? '600');

const server = (await import('node:http')).createServer((request, response) =>
  provider.callback()(request, response),
);
await new Promise((listening) => server.listen(Number(PROVIDER_PORT), PROVIDER_HOST, listening));
const issuer = `http://${PROVIDER_HOST}:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'liangxing',
      client_secret: 'a secret of the tests only',
      redirect_uris: [CALLBACK],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  pkce: { required: () => true },
  cookies: { keys: ['a key of the tests only'] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  ttl: {
    IdToken: seconds,
    AccessToken: 600,
    AuthorizationCode: 600,
    Grant: 600,
    Interaction: 600,
    Session: 600,
  },
  findAccount: (_context, id) => {
    const [email, more = ''] = id.split('#');
    const claims = { sub: id, email, email_verified: more !== 'unverified', name: '赵磊' };
    return { accountId: id, claims: () => claims };
  },
  // Nobody is asked for consent: signing in there is what is tried here.
  async loadExistingGrant({ oidc }) {
    const { clientId } = oidc.client;
    const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
});
process.stdout.write(`${issuer}\n`);
