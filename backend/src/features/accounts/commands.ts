/** What the commands use of the accounts; they know its tables alone. */
export { ACCOUNTS_ENTITIES } from './entities';
export { takeOffSecondFactor } from './second-factor/lost-second-factor.repository';
