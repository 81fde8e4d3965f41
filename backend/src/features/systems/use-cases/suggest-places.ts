import { Injectable } from '@nestjs/common';
import {
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
  type WrittenJson,
} from '../../../kernel';
import { suggestPlaces, type UnplacedStandards } from '../coverage/suggest-places.task';
import { RegistersRepository } from '../coverage/registers.repository';
import { isLarge, SystemStampsRepository } from '../coverage/system-stamps.repository';
import { enterpriseKind } from '../enterprise-kind';
import { PlacesRepository } from '../places.repository';
import { systemOf } from '../system-state';
import { SystemsRepository } from '../systems.repository';

const SUGGEST = threadTask<typeof suggestPlaces>('suggestPlaces', { seconds: 30, isForPage: true });

/** Where the standards without a place may belong, by rules that can be read. */
@Injectable()
export class SuggestPlaces {
  constructor(
    private readonly database: TenantDatabase,
    private readonly systems: SystemsRepository,
    private readonly places: PlacesRepository,
    private readonly registers: RegistersRepository,
    private readonly stamps: SystemStampsRepository,
    private readonly threads: ThreadPool,
  ) {}

  /** @returns a SuggestedPlacesDto in JSON, and the system's version */
  async execute(context: RequestContext, id: string): Promise<WrittenJson> {
    let version = 0;
    const read = async (): Promise<UnplacedStandards> => {
      const found = await this.read(context, id);
      ({ version } = found);
      return found;
    };
    const json = isLarge(await this.stamps.read(context, id))
      ? await this.threads.run(context, SUGGEST, read, context)
      : suggestPlaces(await read());
    return { version, json };
  }

  private read(context: RequestContext, id: string): Promise<UnplacedStandards> {
    const { language } = context;
    const day = organizationDay(new Date());
    return this.database.readOneInstant(context, async (manager) => {
      const stored = await this.systems.find(manager, context, id);
      if (stored === null) throw notFound();
      return {
        version: stored.version,
        system: systemOf(stored),
        places: await this.places.json(manager, context, id),
        register: (await this.registers.read(manager, context, day)).text,
        industry: (await enterpriseKind(manager, context)).industry,
        language,
      };
    });
  }
}
