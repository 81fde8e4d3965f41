import { Injectable } from '@nestjs/common';
import { Identities, type Identity } from '../../kernel';
import { SessionsRepository } from './sessions.repository';

/** Nothing is remembered for longer, even where news of a change should get lost. */
const keepMilliseconds = 15_000;
const mostKept = 10_000;

interface Kept {
  readonly identity: Promise<Identity | null>;
  readonly until: number;
}

/**
 * Remembers who a session belongs to for some seconds, so that a read costs no round trip for it; only while this
 * process hears of changes that others make.
 */
@Injectable()
export class CachedIdentities extends Identities {
  private readonly kept = new Map<string, Kept>();
  private hearsOfChanges = false;

  constructor(private readonly sessions: SessionsRepository) {
    super();
  }

  find(token: string): Promise<Identity | null> {
    const now = Date.now();
    const found = this.kept.get(token);
    if (found && found.until > now) return found.identity;
    const identity = this.sessions.find(token);
    if (!this.hearsOfChanges) return identity;
    if (this.kept.size >= mostKept) this.kept.clear();
    this.kept.set(token, { identity, until: now + keepMilliseconds });
    // Neither a failed look-up nor an unknown token is worth remembering.
    void identity.then(
      (who) => who ?? this.kept.delete(token),
      () => this.kept.delete(token),
    );
    return identity;
  }

  /** A session has ended. */
  forget(token: string): void {
    this.kept.delete(token);
  }

  /** Sessions, roles or names have changed for someone: the next request of everyone asks again. */
  forgetAll(): void {
    this.kept.clear();
  }

  /** Whether news of changes reaches this process; without it every request asks the database. */
  listen(isHeard: boolean): void {
    this.hearsOfChanges = isHeard;
    this.forgetAll();
  }
}
