import type { Environment } from './environment';
import { readOverrides } from './overrides';

/**
 * Whose requests are counted together: a network address (an IPv6 one stands for its /64), a person, an organization,
 * who gets a mail, a person's account as it is tried from one network, a browser that has signed in before.
 */
type LimitKey =
  'address' | 'account' | 'organization' | 'recipient' | 'account_at_address' | 'device';

export interface LimitRule {
  readonly by: LimitKey;
  /** Requests in so many seconds; the next one after them has to wait for the end of the time. */
  readonly points: number;
  readonly seconds: number;
  /** What a right try costs: nothing (`point`), or the whole count begins anew (`all`). */
  readonly givesBack?: 'point' | 'all';
  /** Does not count a browser that this account has been signed in with before. */
  readonly isForStrangers?: boolean;
}

export interface LimitDefinition {
  /** `process`: for what is cheaper than a round trip to the database; each server process counts for itself. */
  readonly store: 'database' | 'process';
  /** Counted one after the other; what an earlier one refuses is not counted by a later one. */
  readonly rules: Readonly<Record<string, LimitRule>>;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const rule = (
  by: LimitKey,
  points: number,
  seconds: number,
  more: Pick<LimitRule, 'givesBack' | 'isForStrangers'> = {},
): LimitRule => ({ by, points, seconds, ...more });
const stranger = (givesBack: 'point' | 'all') => ({ givesBack, isForStrangers: true }) as const;
const database = (rules: LimitDefinition['rules']): LimitDefinition => ({
  store: 'database',
  rules,
});

/** Every limit of the product. A name and the name of a rule, as `invite.organization`, stand in RATE_LIMITS. */
export const LIMITS = {
  register: database({ address: rule('address', 60, hour) }),
  /**
   * Guesses at one account are bounded per network, and altogether at 100 a day. A browser in which the account was
   * signed in before has a budget of its own, so that nobody else's guesses keep its owner out.
   */
  sign_in: database({
    device: rule('device', 10, 15 * minute, { givesBack: 'all' }),
    device_daily: rule('device', 50, day, { givesBack: 'point' }),
    account_at_address: rule('account_at_address', 10, 15 * minute, stranger('all')),
    account_at_address_daily: rule('account_at_address', 30, day, stranger('point')),
    address: rule('address', 200, 15 * minute, stranger('point')),
    account: rule('account', 100, day, stranger('point')),
  }),
  /** Codes of a second factor, whoever tries them: six digits must not be found by trying. */
  second_factor: database({
    account: rule('account', 10, 15 * minute, { givesBack: 'all' }),
    account_daily: rule('account', 30, day, { givesBack: 'point' }),
  }),
  second_step: database({ address: rule('address', 200, 15 * minute) }),
  /** Beginning at the provider, and coming back from it; a sign-in that comes to its end costs neither. */
  sign_on: database({ address: rule('address', 400, 15 * minute, { givesBack: 'point' }) }),
  /** Each page on which people sign in asks for a challenge. */
  passkey_challenge: database({ address: rule('address', 2_000, 15 * minute) }),
  sign_in_by_passkey: database({
    address: rule('address', 200, 15 * minute, { givesBack: 'point' }),
  }),
  add_passkey: database({ account: rule('account', 20, hour) }),
  reset_request: database({ address: rule('address', 30, hour) }),
  /** Beyond it no mail is sent, and the answer is the same. */
  reset_mail: database({
    recipient: rule('recipient', 1, 10 * minute, { givesBack: 'all' }),
    recipient_daily: rule('recipient', 10, day, { givesBack: 'point' }),
  }),
  reset_use: database({ address: rule('address', 30, hour) }),
  confirmation_mail: database({
    account: rule('account', 1, 2 * minute),
    account_daily: rule('account', 10, day),
  }),
  confirmation_use: database({ address: rule('address', 60, hour) }),
  change_email: database({ account: rule('account', 5, hour) }),
  /** Counted when password and code were right. */
  change_email_mail: database({
    recipient: rule('recipient', 1, 2 * minute),
    recipient_daily: rule('recipient', 5, day),
  }),
  change_email_use: database({ address: rule('address', 60, hour) }),
  /** Wherever somebody who is signed in gives the password once more. */
  change_password: database({ account: rule('account', 10, 15 * minute, { givesBack: 'all' }) }),
  /** Each makes a file of everything; one at a time in any case. */
  export_everything: database({ organization: rule('organization', 20, day) }),
  make_access_token: database({ account: rule('account', 20, hour) }),
  create_organization: database({ account: rule('account', 20, hour) }),
  invite: database({
    account: rule('account', 20, hour),
    account_daily: rule('account', 60, day),
    organization: rule('organization', 60, day),
  }),
  invitation_mail: database({
    recipient: rule('recipient', 1, 10 * minute, { givesBack: 'point' }),
    recipient_daily: rule('recipient', 5, day, { givesBack: 'point' }),
  }),
  /** Of one enterprise to one consultancy; beyond it the offer is made, and nobody is mailed. */
  engagement_offer_mail: database({ recipient: rule('recipient', 1, day, { givesBack: 'point' }) }),
  find_consultancy: database({
    account: rule('account', 30, hour),
    organization: rule('organization', 60, hour),
  }),
  accept_invitation: database({ account: rule('account', 30, hour) }),
  see_invitation: database({ address: rule('address', 120, 10 * minute) }),
  verify: database({ address: rule('address', 120, 10 * minute) }),
  /** Anybody may object to a decision that is public; nobody is signed in. */
  objection: database({ address: rule('address', 10, hour) }),
  upload: database({
    account: rule('account', 300, 10 * minute),
    organization: rule('organization', 2_000, hour),
  }),
  import: database({
    account: rule('account', 60, 10 * minute),
    organization: rule('organization', 300, hour),
  }),
  document: database({
    account: rule('account', 120, 10 * minute),
    organization: rule('organization', 1_000, hour),
  }),
  dossier: database({
    account: rule('account', 30, hour),
    organization: rule('organization', 100, day),
  }),
  /** Each is a copy of all files at a body, which can neither refuse nor remove it. */
  submit: database({
    account: rule('account', 10, hour),
    organization: rule('organization', 20, day),
  }),
  attach: database({
    account: rule('account', 120, 10 * minute),
    organization: rule('organization', 600, hour),
  }),
  check_currency: database({ organization: rule('organization', 60, hour) }),
  feedback: database({
    account: rule('account', 20, hour),
    organization: rule('organization', 60, day),
  }),
  download: { store: 'process', rules: { account: rule('account', 600, 10 * minute) } },
  /** Every request by an access token, besides what its route counts. */
  access_token: { store: 'process', rules: { account: rule('account', 1_200, minute) } },
  current_session: { store: 'process', rules: { address: rule('address', 6_000, minute) } },
  readiness: { store: 'process', rules: { address: rule('address', 600, minute) } },
} as const satisfies Readonly<Record<string, LimitDefinition>>;

export type LimitName = keyof typeof LIMITS;

export interface LimitSettings {
  /** Every number of requests is multiplied by it: many people behind one address, or a test. */
  readonly factor: number;
  /** By `limit.rule`; what is not named is as in the table. */
  readonly overrides: ReadonlyMap<string, { readonly points: number; readonly seconds: number }>;
}

const units: Readonly<Record<string, number>> = { s: 1, m: minute, h: hour, d: day };

/** RATE_LIMIT_FACTOR, and RATE_LIMITS like `invite.organization=200/1d, register.address=500/1h`. */
export function limitSettings(environment: Environment): LimitSettings {
  const known = Object.entries(LIMITS).flatMap(([name, { rules }]) =>
    Object.keys(rules).map((ruleName) => `${name}.${ruleName}`),
  );
  const overrides = readOverrides(environment, 'RATE_LIMITS', known, {
    expected: 'like 200/15m, with s, m, h or d',
    read: (text) => {
      const [, points, amount, unit = ''] = /^(\d{1,7})\/(\d{1,4})([smhd])$/.exec(text) ?? [];
      const seconds = Number(amount) * (units[unit] ?? NaN);
      return Number(points) > 0 && seconds > 0 ? { points: Number(points), seconds } : null;
    },
  });
  return { factor: environment.integer('RATE_LIMIT_FACTOR', 1, 1, 100_000), overrides };
}
