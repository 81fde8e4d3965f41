import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Config } from '../../../kernel';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Seals the secrets of authenticators: a copy of the database alone makes no codes. */
@Injectable()
export class SecretBox {
  constructor(private readonly config: Config) {}

  /** @param owner whose it is: moved to somebody else's row it does not open */
  seal(secret: string, owner: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.key(), nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @returns null where it was sealed with another key, for another owner, or was changed */
  open(sealed: Buffer, owner: string): string | null {
    const [nonce, tag] = [sealed.subarray(0, NONCE), sealed.subarray(NONCE, NONCE + TAG)];
    try {
      const decipher = createDecipheriv(CIPHER, this.key(), nonce, { authTagLength: TAG })
        .setAAD(Buffer.from(owner))
        .setAuthTag(tag);
      const opened = [decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()];
      return Buffer.concat(opened).toString('utf8');
    } catch {
      return null;
    }
  }

  private key(): Buffer {
    return Buffer.from(
      hkdfSync('sha256', this.config.secondFactorKey, '', 'secrets of second factors', 32),
    );
  }
}
