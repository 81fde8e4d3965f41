import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit, notFound, TenantDatabase, type RequestContext } from '../../../kernel';
import { CasesRepository, type Case } from '../../cases';
import { TeamRepository } from '../../plans';
import { wipeReason, type CaseDevice } from '../device';
import { DevicesRepository } from '../devices.repository';
import type { DeviceContactDto } from '../dto/device.dto';

interface Place {
  readonly caseId: string;
  readonly deviceId: string;
}

interface HeardDevice {
  readonly found: Case;
  readonly device: CaseDevice;
  readonly wipe: DeviceContactDto['wipe'];
}

/** A device makes contact, or says that it holds nothing any more. */
@Injectable()
export class HearDevice {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly team: TeamRepository,
    private readonly devices: DevicesRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found where it is nobody's, or somebody else's */
  contact(context: RequestContext, place: Place): Promise<DeviceContactDto> {
    return this.database.transaction(context, async (manager) => {
      const { device, wipe } = await this.own(manager, context, place);
      await this.devices.seen(manager, context, place);
      return { wipe, until: device.until.toISOString() };
    });
  }

  /** Whether it was given back or deleted follows from what contact would have said. @throws ProblemError not_found */
  end(context: RequestContext, place: Place): Promise<void> {
    return this.database.transaction(context, async (manager) => {
      const { found, device, wipe } = await this.own(manager, context, place);
      const endedAs = wipe === null ? 'given_back' : 'wiped';
      if (!(await this.devices.end(manager, context, place, endedAs))) return;
      const action = wipe === null ? 'case.given_back' : 'case.device_wiped';
      const facts = { number: found.number, device: device.deviceName, deviceId: place.deviceId };
      const subject = { type: 'case', id: found.id };
      await this.audit.record(manager, context, action, subject, facts);
    });
  }

  private async own(
    manager: EntityManager,
    context: RequestContext,
    place: Place,
  ): Promise<HeardDevice> {
    const found = await this.cases.find(manager, context, place.caseId);
    const device = await this.devices.find(manager, context, place);
    if (found === null || device?.userId !== context.userId) throw notFound();
    const team = await this.team.list(manager, context, place.caseId);
    const standing = { state: found.state, team, now: new Date() };
    return { found, device, wipe: wipeReason(device, standing) };
  }
}
