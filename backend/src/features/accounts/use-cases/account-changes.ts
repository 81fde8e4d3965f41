import { Injectable } from '@nestjs/common';
import type { Language } from '@liangxing/contracts';
import { RequestContext } from '../../../kernel';
import type { SessionDto } from '../dto/account.dto';
import { SessionView } from '../session-view';
import { AccountProfile } from './account-profile';
import { ChangePassword } from './change-password';
import { ConfirmEmail } from './confirm-email';
import { OpenSession } from './open-session';
import { RegisterAccount } from './register-account';
import { ResetPassword } from './reset-password';

/** The verbs of an account, in one hand for the controller. */
@Injectable()
export class AccountChanges {
  constructor(
    readonly register: RegisterAccount,
    readonly password: ChangePassword,
    readonly reset: ResetPassword,
    readonly confirmation: ConfirmEmail,
    readonly session: OpenSession,
    readonly view: SessionView,
    private readonly profile: AccountProfile,
  ) {}

  async change(
    context: RequestContext,
    change: { name?: string; language?: Language },
  ): Promise<SessionDto> {
    await this.profile.change(context, change);
    return this.view.ofSession(context);
  }
}
