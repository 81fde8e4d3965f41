/** What the commands use of the accounts. */
export { takeOffSecondFactor } from './use-cases/take-off-second-factor';
