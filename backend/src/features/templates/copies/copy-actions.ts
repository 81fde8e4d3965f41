import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../kernel';
import { CorrectiveActionsRepository, WriteActions } from '../../improvements';
import type { PreparedAction } from '../template';
import type { Copier, CopyOf, CopyPlan } from './copier';

/** What is found and what helps: two actions of both are the same one. */
const keyOf = ({ finding, measure }: Pick<PreparedAction, 'finding' | 'measure'>): string =>
  JSON.stringify([finding.trim(), measure.trim()]);

/** Actions that the client does not have yet, whatever has become of them, are added as open ones of no evaluation. */
@Injectable()
export class CopyActions implements Copier<'actions'> {
  constructor(
    private readonly actions: CorrectiveActionsRepository,
    private readonly writer: WriteActions,
  ) {}

  hold(manager: EntityManager, context: RequestContext): Promise<void> {
    return this.actions.lock(manager, context);
  }

  async plan(
    manager: EntityManager,
    context: RequestContext,
    { content }: CopyOf<'actions'>,
  ): Promise<CopyPlan> {
    const known = new Set((await this.actions.list(manager, context)).map(keyOf));
    const keys = content.map(keyOf);
    const fresh = content.filter((_, at) => {
      const key = keys[at] ?? '';
      return !known.has(key) && keys.indexOf(key) === at;
    });
    return {
      fresh: fresh.map(({ finding }) => finding),
      present: content.filter((action) => known.has(keyOf(action))).map(({ finding }) => finding),
      write: async () => {
        for (const { finding, cause, measure, effort } of fresh)
          await this.writer.addIn(manager, context, { finding, cause, measure, effort });
      },
    };
  }
}
