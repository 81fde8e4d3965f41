import type { Environment } from './environment';

/** A provider of identities (OpenID Connect) by which people sign in beside their password. */
export interface SignOnSettings {
  /** As it stands in the provider's own description, without change. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it; stands on the button. */
  readonly name: string;
  /** Whether somebody whose address has no account gets one. */
  readonly makesAccounts: boolean;
}

const MOST_LETTERS = 30;
/** Without encryption only on the own machine, for trying out and for tests. */
const ownMachine = ['127.0.0.1', 'localhost', '[::1]'];

/** OIDC_ISSUER and its kin; null where none is set. */
export function signOnSettings(environment: Environment): SignOnSettings | null {
  const issuer = environment.url('OIDC_ISSUER', ['https:', 'http:'], '');
  const others = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME', 'OIDC_MAKES_ACCOUNTS'];
  if (environment.text('OIDC_ISSUER', '') === '') {
    const set = others.filter((name) => environment.text(name, '') !== '');
    for (const name of set) environment.refuse(name, 'is set, but OIDC_ISSUER is not', null);
    return null;
  }
  if (issuer.startsWith('http:') && !ownMachine.includes(new URL(issuer).hostname))
    environment.refuse('OIDC_ISSUER', 'must begin with https://', null);
  const name = environment.text('OIDC_NAME');
  if ([...name].length > MOST_LETTERS)
    environment.refuse('OIDC_NAME', `must have at most ${MOST_LETTERS} characters`, null);
  return {
    issuer,
    clientId: environment.text('OIDC_CLIENT_ID'),
    clientSecret: environment.secret('OIDC_CLIENT_SECRET', 16),
    name,
    makesAccounts: environment.flag('OIDC_MAKES_ACCOUNTS', false),
  };
}
