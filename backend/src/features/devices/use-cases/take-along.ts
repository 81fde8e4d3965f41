import { Injectable } from '@nestjs/common';
import {
  Audit,
  notFound,
  ProblemError,
  shareTurn,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { CasesRepository, turnOfCase } from '../../cases';
import { DeclarationsRepository, independentOf, requireScorer, TeamRepository } from '../../plans';
import type { CaseDevice } from '../device';
import { DevicesRepository } from '../devices.repository';

interface TakeAlongCommand {
  readonly caseId: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly days: number;
}

const DAY = 86_400_000;

/** An assessor takes a case along on a device, for some days. */
@Injectable()
export class TakeAlong {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly team: TeamRepository,
    private readonly declarations: DeclarationsRepository,
    private readonly devices: DevicesRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * Asked again by the same device it changes nothing.
   * @throws ProblemError not_found, not_in_team, independence_undeclared, case_moved, device_ended
   */
  execute(context: RequestContext, command: TakeAlongCommand): Promise<CaseDevice> {
    const { caseId, deviceId, deviceName, days } = command;
    return this.database.transaction(context, async (manager) => {
      await shareTurn(manager, turnOfCase(caseId));
      const found = await this.cases.find(manager, context, caseId);
      if (found === null) throw notFound();
      const team = await this.team.list(manager, context, caseId);
      const declared = await this.declarations.newest(manager, context, caseId);
      requireScorer({ team, independent: independentOf(declared) }, context.userId);
      if (found.state !== 'evaluating') throw new ProblemError('case_moved');
      const until = new Date(Date.now() + days * DAY);
      const name = deviceName.trim();
      const taken = { deviceName: name, until };
      const isNew = await this.devices.take(manager, context, command, taken);
      const device = await this.devices.find(manager, context, command);
      if (device?.userId !== context.userId) throw notFound();
      if (device.endedAt !== null) throw new ProblemError('device_ended');
      if (!isNew) return device;
      const subject = { type: 'case', id: caseId };
      const facts = { number: found.number, device: name, deviceId, days };
      await this.audit.record(manager, context, 'case.taken_along', subject, facts);
      return device;
    });
  }
}
