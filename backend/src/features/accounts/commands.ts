/** What the commands use of the accounts; they know its tables alone. */
export { ACCOUNTS_ENTITIES } from './entities';
export { takeOffSecondFactor } from './use-cases/take-off-second-factor';
