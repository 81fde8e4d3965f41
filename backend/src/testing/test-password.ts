/** Of the people whom `TestApp` writes behind the API. */
export const TEST_PASSWORD = 'eine lange Passphrase';

/** Made beforehand, for hashing costs time. */
export const TEST_PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$62vMhrDDtuh9dR/PTi/7OA$pA4/wA9JpXQ76HctNk4kUOs+PdQk0lpaVHNFB8pIONs';
