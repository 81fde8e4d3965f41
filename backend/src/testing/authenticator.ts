import { generateSync } from 'otplib';
import type { ApiClient } from './api-client';

const STEP = 30_000;
/** For what comes between the code and the server that looks at it. */
const ENOUGH = 8_000;

/** An authenticator app in small. Each code is of a later step than the one before, so that the server takes them all. */
export class Authenticator {
  private step = 0;

  constructor(readonly secret: string) {}

  /**
   * A code that was not shown before: of the step before the present one first, then of the present one and the next,
   * which the server takes for clocks that differ.
   */
  code(): string {
    // A code of the step before is over with the present one: not in the last seconds of that.
    const left = STEP - (Date.now() % STEP);
    if (left < ENOUGH) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, left + 50);
    const now = Math.floor(Date.now() / STEP);
    this.step = Math.max(this.step + 1, now - 1);
    if (this.step > now + 1) throw new Error('three codes in a minute are all that a server takes');
    return generateSync({ secret: this.secret, epoch: this.step * 30 });
  }
}

/** Switches the second factor of a signed-in person on. */
export async function withSecondFactor(
  api: ApiClient,
  password: string,
): Promise<{ authenticator: Authenticator; codes: string[] }> {
  const begun = await api.put<{ secret: string }>('/api/account/second-factor/secret');
  const authenticator = new Authenticator(begun.body.secret);
  const body = { code: authenticator.code(), password };
  const answer = await api.put<{ codes: string[] }>('/api/account/second-factor', body);
  if (answer.status !== 200) throw new Error(`the second factor is not on: ${answer.status}`);
  return { authenticator, codes: answer.body.codes };
}
