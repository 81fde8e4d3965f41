import type { CaseState, PlanDraft } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import {
  Audit,
  notFound,
  ProblemError,
  takeTurn,
  TenantDatabase,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { CasesRepository, turnOfCase } from '../../cases';
import { PlansRepository, type KeptPlan } from '../plans.repository';

/** While nothing of the plan is with the enterprise. */
const STATES: readonly CaseState[] = ['accepted', 'plan_objected'];

/** Keeps a plan as far as it is drawn up: what is missing is told where it is sent. */
@Injectable()
export class SavePlan {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly plans: PlansRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @param version that the person has seen; 0 where nothing was written
   * @throws ProblemError not_found, case_moved, version_conflict with what is stored
   */
  execute(
    context: RequestContext,
    caseId: string,
    version: number,
    content: PlanDraft,
  ): Promise<KeptPlan> {
    return this.database.transaction(context, async (manager) => {
      await takeTurn(manager, turnOfCase(caseId));
      const found = await this.cases.find(manager, context, caseId);
      if (found === null) throw notFound();
      if (!STATES.includes(found.state)) throw new ProblemError('case_moved');
      if (!(await this.plans.write(manager, context, caseId, version, content)))
        throw versionConflict(await this.plans.find(manager, context, caseId));
      const subject = { type: 'case', id: caseId };
      const { number } = found;
      await this.audit.record(manager, context, 'case.plan_changed', subject, { number });
      return { version: version + 1, content };
    });
  }
}
