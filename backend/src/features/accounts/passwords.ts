import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** argon2id with the parameters that OWASP recommends first (19 MiB, 2 passes, 1 lane). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Characters; long pass phrases are welcome, but not whole books to hash. */
export const PASSWORD_LENGTH = { min: 8, max: 200 } as const;

@Injectable()
export class Passwords {
  private nobody: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(password, parameters);
  }

  /**
   * Takes the same time whether or not there is such a user: without a stored hash it verifies against one of nobody.
   * @param stored null when the e-mail address is unknown, or its account has no password
   */
  async isRight(password: string, stored: string | null): Promise<boolean> {
    this.nobody ??= this.hash('no one has this password');
    const isRight = await verify(stored ?? (await this.nobody), password).catch(() => false);
    return isRight && stored !== null;
  }
}
