import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, writeVersion, type RequestContext } from '../../kernel';
import type { AcceptingBody, BodyFacts, BodyProfile } from './body';
import { BodyProfileEntity } from './entities/body-profile.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;

const UNWRITTEN: BodyProfile = {
  ...{ version: 0, isAccepting: false, introduction: '', contact: '', fees: '', materials: [] },
};

/** What bodies say of themselves. SQL calls the narrow function by which enterprises read it. */
@Injectable()
export class BodiesRepository {
  async profile(manager: EntityManager, { organizationId }: Tenant): Promise<BodyProfile> {
    const found = await manager.findOne(BodyProfileEntity, {
      select: {
        ...{ version: true, isAccepting: true, introduction: true, contact: true },
        ...{ fees: true, materials: true },
      },
      where: { organizationId },
    });
    return found ?? UNWRITTEN;
  }

  /** @returns false where another version is stored */
  write(
    manager: EntityManager,
    { organizationId, userName }: Tenant & Pick<RequestContext, 'userName'>,
    version: number,
    facts: BodyFacts,
  ): Promise<boolean> {
    const values = { ...facts, updatedAt: () => 'now()', updatedByName: userName };
    return writeVersion(manager, BodyProfileEntity, { organizationId, version }, values);
  }

  /** All that take applications, by name. */
  accepting(manager: EntityManager): Promise<AcceptingBody[]> {
    return queryRows<AcceptingBody>(
      manager,
      `SELECT id, name, credit_code AS "creditCode", introduction, contact, fees, materials
       FROM app.accepting_bodies()`,
      [],
    );
  }
}
