import { teamChangesIn } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  notFound,
  ProblemError,
  takeTurn,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { CasesRepository, turnOfCase, type Case } from '../../cases';
import { TellTeam } from '../tell-team';

/** What changes a team, or what is known of it: one after the other, and the enterprise is told where it has to be. */
@Injectable()
export class TeamInTurn {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly telling: TellTeam,
  ) {}

  /** @throws ProblemError not_found, case_moved where the team cannot change any more, and whatever `work` refuses */
  execute(
    context: RequestContext,
    caseId: string,
    work: (manager: EntityManager, found: Case) => Promise<void>,
  ): Promise<void> {
    return this.database.transaction(context, async (manager) => {
      await takeTurn(manager, turnOfCase(caseId));
      const found = await this.cases.find(manager, context, caseId);
      if (found === null) throw notFound();
      if (teamChangesIn(found.state) === 'none') throw new ProblemError('case_moved');
      await work(manager, found);
      await this.telling.execute(manager, context, found);
    });
  }
}
