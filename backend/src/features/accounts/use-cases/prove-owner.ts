import { Injectable } from '@nestjs/common';
import { PlatformDatabase, validationFailed, type RequestContext } from '../../../kernel';
import { SecondFactors } from '../second-factor/second-factors';
import { SecondFactorsRepository } from '../second-factor/second-factors.repository';
import type { UserWithPassword } from '../users.repository';
import { CheckOwnPassword } from './check-own-password';

/** What proves that the owner of the account asks, and not just whoever sits before an open session. */
export interface OwnerProof {
  readonly password: string;
  /** Of the authenticator, or a recovery code; asked for where a second factor is on. */
  readonly code?: string | undefined;
}

/** Before what outlives a session: a way in of its own, or another address to which resets of the password go. */
@Injectable()
export class ProveOwner {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly factors: SecondFactorsRepository,
    private readonly codes: SecondFactors,
    private readonly ownPassword: CheckOwnPassword,
  ) {}

  /**
   * The code is taken, whatever becomes of what follows.
   * @throws ProblemError wrong_password, password_unset, validation_failed (no code), wrong_code, second_factor_paused
   */
  async execute(
    context: RequestContext,
    { password, code }: OwnerProof,
  ): Promise<UserWithPassword> {
    const user = await this.ownPassword.execute(context, password);
    if (!(await this.factors.isEnabled(this.database.manager, user.id))) return user;
    if (!code?.trim()) throw validationFailed({ path: 'code', code: 'required' });
    await this.codes.counted(user.id, () =>
      this.database.transaction(user.id, (manager) => this.codes.prove(manager, user.id, code)),
    );
    return user;
  }
}
