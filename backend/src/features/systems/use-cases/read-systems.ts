import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  notFound,
  organizationDay,
  type JobContext,
  RequestContext,
  TenantDatabase,
  versionConflict,
} from '../../../kernel';
import { ChangesRepository, type ListedChange } from '../changes.repository';
import { systemDto } from '../dto/system.dto';
import { PlacesRepository } from '../places.repository';
import type { PlacedStandard, StoredSystem, SystemHead, SystemView } from '../system';
import { figuresOf, systemOf } from '../system-state';
import { SystemsRepository } from '../systems.repository';

/** Reads systems, their places and their changes. */
@Injectable()
export class ReadSystems {
  constructor(
    private readonly database: TenantDatabase,
    private readonly systems: SystemsRepository,
    private readonly placesRepository: PlacesRepository,
    private readonly changesRepository: ChangesRepository,
  ) {}

  async list(context: JobContext): Promise<(SystemHead & { readonly placed: number })[]> {
    return this.database.read(context, (manager) => this.systems.list(manager, context));
  }

  async one(context: RequestContext, id: string): Promise<SystemView> {
    return this.database.readOneInstant(context, (manager) => this.view(manager, context, id));
  }

  /** Inside the caller's transaction. @throws ProblemError not_found */
  async view(manager: EntityManager, context: RequestContext, id: string): Promise<SystemView> {
    const { stored, standards } = await this.whole(manager, context, id);
    return { stored, ...figuresOf(systemOf(stored), standards, ({ nodes }) => nodes) };
  }

  /** @throws ProblemError version_conflict with the system as it stands */
  async conflict(manager: EntityManager, context: RequestContext, id: string): Promise<never> {
    throw versionConflict(systemDto(await this.view(manager, context, id)));
  }

  async whole(
    manager: EntityManager,
    context: Pick<RequestContext, 'organizationId'>,
    id: string,
  ): Promise<{ readonly stored: StoredSystem; readonly standards: PlacedStandard[] }> {
    const stored = await this.systems.find(manager, context, id);
    if (stored === null) throw notFound();
    return { stored, standards: await this.standards(manager, context, id) };
  }

  private standards(
    manager: EntityManager,
    context: Pick<RequestContext, 'organizationId'>,
    id: string,
  ): Promise<PlacedStandard[]> {
    return this.placesRepository.all(manager, context, id, organizationDay(new Date()));
  }

  async places(
    context: RequestContext,
    id: string,
  ): Promise<{ readonly stored: StoredSystem; readonly standards: PlacedStandard[] }> {
    return this.database.readOneInstant(context, (manager) => this.whole(manager, context, id));
  }

  async changes(context: RequestContext, id: string): Promise<ListedChange[]> {
    return this.database.read(context, async (manager) => {
      if ((await this.systems.find(manager, context, id)) === null) throw notFound();
      return this.changesRepository.list(manager, context, id, LATEST_CHANGES);
    });
  }
}

const LATEST_CHANGES = 100;
