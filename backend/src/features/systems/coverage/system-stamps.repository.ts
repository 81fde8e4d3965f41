import { Injectable } from '@nestjs/common';
import type { StructureTemplateId } from '@liangxing/system-structure';
import { TenantDatabase, type RequestContext } from '../../../kernel';
import { registerStamp } from '../../standards';

/** From here on work on a whole register is done in a thread; below, starting one would cost more. */
const LARGE = 500;

interface SystemStamp {
  /** null: there is no such system. */
  readonly id: string | null;
  readonly templateId: StructureTemplateId | null;
  readonly isLarge: boolean;
  /** Differs as soon as the system, a place in it, the register, the profile or a scheme has changed. */
  readonly stamp: string;
}

const STAMP = `WITH chosen AS (
    SELECT s.id, s.template_id, s.xmin FROM standard_systems s
    WHERE s.organization_id = $1 AND CASE WHEN $2::uuid IS NULL THEN s.is_primary ELSE s.id = $2 END)
  SELECT (SELECT id FROM chosen) AS id, (SELECT template_id FROM chosen) AS "templateId",
    (SELECT count(*) >= ${LARGE} FROM standards WHERE organization_id = $1) AS "isLarge",
    jsonb_build_array((SELECT xmin::text FROM chosen), ${registerStamp('$1')},
      (SELECT concat_ws(' ', count(*),
         sum(hashtextextended(concat_ws(' ', p.standard_id, p.rank, p.xmin), 0)))
       FROM system_places p
       WHERE p.organization_id = $1 AND p.system_id = (SELECT id FROM chosen)),
      (SELECT xmin::text FROM enterprise_profiles WHERE organization_id = $1),
      (SELECT count(*) FROM scheme_versions))::text AS stamp`;

/** Tells whether what was worked out of a system still holds; one measured statement over the rooms on which it rests. */
@Injectable()
export class SystemStampsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** @param id null: the primary system */
  async read(context: RequestContext, id: string | null): Promise<SystemStamp> {
    const parameters = [context.organizationId, id];
    const [row] = await this.database.readSingle<SystemStamp>(context, STAMP, parameters);
    return row ?? { id: null, templateId: null, isLarge: false, stamp: '' };
  }
}
