import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const UP = 0x01;
const UV = 0x04;
const BACKUP_ELIGIBLE = 0x08;
const BACKED_UP = 0x10;
const HAS_KEY = 0x40;

/** What the page asks of the authenticator, and what a person or an attacker does otherwise. */
interface Asked {
  readonly challenge: string;
  /** Of the page in which it is used. */
  readonly origin?: string;
  readonly domain?: string;
  /** False: the person was there, and nothing shows that it was the owner. */
  readonly isVerified?: boolean;
  readonly isBackedUp?: boolean;
}

/** An authenticator in small, with one key (ES256) and no attestation; it answers as browsers give it on. */
export class SoftwareAuthenticator {
  private readonly key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly credentialId = randomBytes(32);
  userHandle = '';
  /** Raised by each use; an authenticator that stays at 0 does not count. */
  counter = 1;

  /** @param site as PUBLIC_URL names it */
  constructor(private readonly site: { readonly origin: string; readonly domain: string }) {}

  make(asked: Asked & { readonly userHandle: string }) {
    this.userHandle = asked.userHandle;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credentialId.length);
    const credential = [Buffer.alloc(16), length, this.credentialId, this.coseKey()];
    const authData = Buffer.concat([this.authenticatorData(asked, HAS_KEY), ...credential]);
    const attestation = map([
      [text('fmt'), text('none')],
      [text('attStmt'), map([])],
      [text('authData'), bytes(authData)],
    ]);
    return {
      credentialId: this.credentialId.toString('base64url'),
      clientDataJson: this.clientData('webauthn.create', asked).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal', 'hybrid'],
    };
  }

  use(asked: Asked) {
    if (this.counter > 0) this.counter += 1;
    const data = this.authenticatorData(asked, 0);
    const client = this.clientData('webauthn.get', asked);
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    return {
      credentialId: this.credentialId.toString('base64url'),
      clientDataJson: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.key.privateKey).toString('base64url'),
      userHandle: this.userHandle,
    };
  }

  private clientData(type: string, { challenge, origin = this.site.origin }: Asked): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  private authenticatorData(
    { domain = this.site.domain, isVerified = true, isBackedUp = true }: Asked,
    more: number,
  ): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags =
      UP | (isVerified ? UV : 0) | BACKUP_ELIGIBLE | (isBackedUp ? BACKED_UP : 0) | more;
    const hash = createHash('sha256').update(domain).digest();
    return Buffer.concat([hash, Buffer.from([flags]), counter]);
  }

  private coseKey(): Buffer {
    const { x = '', y = '' } = this.key.publicKey.export({ format: 'jwk' });
    return map([
      [int(1), int(2)],
      [int(3), int(-7)],
      [int(-1), int(1)],
      [int(-2), bytes(Buffer.from(x, 'base64url'))],
      [int(-3), bytes(Buffer.from(y, 'base64url'))],
    ]);
  }
}

/** CBOR, as much of it as an authenticator says. */
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}
const int = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const map = (entries: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, entries.length), ...entries.flat()]);
