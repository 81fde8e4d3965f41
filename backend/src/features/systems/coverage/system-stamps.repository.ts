import { Injectable } from '@nestjs/common';
import type { StructureTemplateId } from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import { queryRows, TenantDatabase, type JobContext } from '../../../kernel';
import { registerStamp } from '../../standards';

/** From here on work on a whole register is done in a thread; below, starting one would cost more. */
const LARGE = 500;

/** On what a measure of any system of an organization rests beside the system itself. */
export interface Surroundings {
  /** Of the register; it begins with the number of its rows. */
  readonly register: string;
  /** Of the profile and of the schemes. */
  readonly rest: string;
}

interface ChosenSystem {
  readonly id: string;
  readonly templateId: StructureTemplateId;
  /** The transaction that wrote its row last. */
  readonly writtenBy: string;
}

interface SystemStamp extends Surroundings {
  /** null: there is no such system. */
  readonly system: ChosenSystem | null;
}

const SURROUNDINGS = `${registerStamp('$1')} AS register,
  jsonb_build_array((SELECT xmin::text FROM enterprise_profiles WHERE organization_id = $1),
    (SELECT count(*) FROM scheme_versions))::text AS rest`;

const STAMP = `SELECT (SELECT jsonb_build_object('id', s.id, 'templateId', s.template_id, 'writtenBy', s.xmin::text)
    FROM standard_systems s WHERE s.organization_id = $1
      AND CASE WHEN $2::uuid IS NULL THEN s.is_primary ELSE s.id = $2 END) AS system,
  ${SURROUNDINGS}`;

export const isLarge = ({ register }: Surroundings): boolean => Number.parseInt(register) >= LARGE;

/**
 * Differs as soon as the system, a place in it, the register, the profile or a scheme has changed, or the day has.
 * Places have no stamp of their own: who writes them writes the row of their system, or brings rows of the register
 * back or takes them out in the same transaction.
 * @param day on which standards are in force or not
 * @param writtenBy of the system; empty where there is none
 */
export const stampOf = (day: string, writtenBy: string, { register, rest }: Surroundings): string =>
  [day, writtenBy, register, rest].join(' ');

/** Tells whether what was worked out of a system still holds; one measured statement over the rooms on which it rests. */
@Injectable()
export class SystemStampsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** @param id null: the primary system */
  async read(context: JobContext, id: string | null): Promise<SystemStamp> {
    const parameters = [context.organizationId, id];
    const [row] = await this.database.readSingle<SystemStamp>(context, STAMP, parameters);
    return row ?? { system: null, register: '', rest: '' };
  }

  /** For whoever holds the system's row. */
  async surroundings(
    manager: EntityManager,
    { organizationId }: Pick<JobContext, 'organizationId'>,
  ): Promise<Surroundings> {
    const [row] = await queryRows<Surroundings>(manager, `SELECT ${SURROUNDINGS}`, [
      organizationId,
    ]);
    return row ?? { register: '', rest: '' };
  }
}
