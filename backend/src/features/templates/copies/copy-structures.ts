import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../kernel';
import { KeepSystems } from '../../systems';
import type { Copier, CopyOf, CopyPlan } from './copier';

/** A structure becomes a further system, unless one of its name is there; the first one is the primary one. */
@Injectable()
export class CopyStructures implements Copier<'structure'> {
  constructor(private readonly systems: KeepSystems) {}

  hold(manager: EntityManager, context: RequestContext): Promise<void> {
    return this.systems.lockChoice(manager, context);
  }

  async plan(
    manager: EntityManager,
    context: RequestContext,
    { template: { name }, content: { basis, nodes } }: CopyOf<'structure'>,
  ): Promise<CopyPlan> {
    const present = await this.systems.names(manager, context);
    return {
      fresh: present.includes(name) ? [] : [name],
      present,
      write: async () => {
        const system = { templateId: basis, name, nodes, decisions: {} };
        await this.systems.startIn(manager, context, system);
      },
    };
  }
}
