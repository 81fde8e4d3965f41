import { Injectable } from '@nestjs/common';
import type { GrantedAreas } from '@liangxing/contracts';
import {
  Audit,
  JobQueue,
  ProblemError,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { GrantsRepository } from '../grants.repository';
import { sent } from '../letter';
import { requireSide } from '../require-side';
import { checkedAreas, checkedTerms } from '../terms';
import { DELIVER_LETTER } from './deliver-letter';

/** The client moves the last day of a live engagement, or opens other areas: they hold with the next statement. */
@Injectable()
export class ChangeTerms {
  constructor(
    private readonly database: TenantDatabase,
    private readonly grants: GrantsRepository,
    private readonly audit: Audit,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @param version that was seen
   * @throws ProblemError forbidden, validation_failed, engagement_moved where it is not live, or another version
   */
  async execute(
    context: RequestContext,
    id: string,
    version: number,
    asked: { readonly areas: GrantedAreas } | { readonly until: string },
  ): Promise<void> {
    requireSide(context, 'client');
    await this.database.transaction(context, async (manager) => {
      const before = await this.grants.find(manager, context, id);
      if (before === null) throw new ProblemError('engagement_moved');
      const isLonger = 'until' in asked;
      const change = isLonger
        ? { until: checkedTerms({ ...before, until: asked.until }).until }
        : { areas: checkedAreas(asked.areas) };
      const letter = await this.grants.change(manager, context, id, version, change);
      if (letter === null) throw new ProblemError('engagement_moved');
      const { readable, writable, until } = letter;
      await this.audit.record(
        manager,
        context,
        isLonger ? 'engagement.extended' : 'engagement.areas_changed',
        { type: 'engagement', id },
        isLonger ? { partner: before.name, until } : { partner: before.name, readable, writable },
      );
      await this.jobs.enqueue(manager, DELIVER_LETTER, sent(letter, context));
    });
  }
}
