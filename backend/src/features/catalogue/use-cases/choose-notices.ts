import { Injectable } from '@nestjs/common';
import { TenantDatabase, type RequestContext } from '../../../kernel';
import { CurrencyRepository } from '../currency.repository';

/** Whether a person is told by mail of what happened to standards of the register. */
@Injectable()
export class ChooseNotices {
  constructor(
    private readonly database: TenantDatabase,
    private readonly currency: CurrencyRepository,
  ) {}

  wantsMail(context: RequestContext): Promise<boolean> {
    return this.database.read(context, (manager) => this.currency.wantsMail(manager, context));
  }

  choose(context: RequestContext, wantsMail: boolean): Promise<void> {
    return this.database.transaction(context, (manager) =>
      this.currency.chooseMail(manager, context, wantsMail),
    );
  }
}
