import { Injectable } from '@nestjs/common';
import {
  Audit,
  notFound,
  ProblemError,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { CasesRepository } from '../../cases';
import { isLead, TeamRepository } from '../../plans';
import type { CaseDevice } from '../device';
import { DevicesRepository } from '../devices.repository';

interface Place {
  readonly caseId: string;
  readonly deviceId: string;
}

/** The lead, or the director, sees who took the case along, and has it deleted when the device next makes contact. */
@Injectable()
export class AskWipe {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly team: TeamRepository,
    private readonly devices: DevicesRepository,
    private readonly audit: Audit,
  ) {}

  /** All of them for the lead and the director, the own ones for everybody. @throws ProblemError not_found */
  list(context: RequestContext, caseId: string): Promise<readonly CaseDevice[]> {
    return this.database.read(context, async (manager) => {
      if ((await this.cases.find(manager, context, caseId)) === null) throw notFound();
      const team = await this.team.list(manager, context, caseId);
      const all = await this.devices.list(manager, context, caseId);
      if (context.role === 'director' || isLead(team, context.userId)) return all;
      return all.filter(({ userId }) => userId === context.userId);
    });
  }

  /** Asked twice it is asked for. @throws ProblemError not_found, not_team_lead */
  execute(context: RequestContext, place: Place): Promise<void> {
    return this.database.transaction(context, async (manager) => {
      const found = await this.cases.find(manager, context, place.caseId);
      const device = await this.devices.find(manager, context, place);
      if (found === null || device === null) throw notFound();
      const team = await this.team.list(manager, context, place.caseId);
      if (context.role !== 'director' && !isLead(team, context.userId))
        throw new ProblemError('not_team_lead');
      if (!(await this.devices.askWipe(manager, context, place))) return;
      const { deviceName, userName } = device;
      const { deviceId } = place;
      const facts = { number: found.number, device: deviceName, deviceId, person: userName };
      const subject = { type: 'case', id: found.id };
      await this.audit.record(manager, context, 'case.wipe_asked', subject, facts);
    });
  }
}
