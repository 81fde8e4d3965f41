export { AccountsModule } from './accounts.module';
export { CachedIdentities } from './cached-identities';
