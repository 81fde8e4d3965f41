import { MEETING_KINDS, type MeetingKind } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeVersion, type RequestContext } from '../../kernel';
import { CaseMeetingEntity } from './entities/case-meeting.entity';
import type { Meeting, MeetingFacts } from './meeting';

type Tenant = Pick<RequestContext, 'organizationId'>;

const UNWRITTEN = {
  ...{ version: 0, heldOn: null, place: '', minutes: '', attendance: [] },
} as const;

/** Every question to the meetings of evaluations. */
@Injectable()
export class MeetingsRepository {
  /** Both, whether or not anything was written down of them. */
  async list(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<Meeting[]> {
    const found = await manager.findBy(CaseMeetingEntity, { organizationId, caseId });
    return MEETING_KINDS.map(
      (kind) => found.find((one) => one.kind === kind) ?? { ...UNWRITTEN, kind },
    );
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
    kind: MeetingKind,
  ): Promise<Meeting> {
    const found = await manager.findOneBy(CaseMeetingEntity, { organizationId, caseId, kind });
    return found ?? { ...UNWRITTEN, kind };
  }

  /** @returns false where another version is stored */
  write(
    manager: EntityManager,
    { organizationId, userName }: Tenant & Pick<RequestContext, 'userName'>,
    caseId: string,
    { kind, version }: Pick<Meeting, 'kind' | 'version'>,
    facts: MeetingFacts,
  ): Promise<boolean> {
    const place = { organizationId, caseId, kind, version };
    const values = { ...facts, updatedAt: () => 'now()', updatedByName: userName };
    return writeVersion(manager, CaseMeetingEntity, place, values);
  }
}
