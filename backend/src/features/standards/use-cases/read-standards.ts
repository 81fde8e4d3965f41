/** Read the register: pages, one standard, figures. */
import { Injectable } from '@nestjs/common';
import { statistics, type ListedStandard, type Statistics } from '@liangxing/system-structure';
import { notFound, RequestContext, TenantDatabase } from '../../../kernel';
import { standardDto, type StandardDto, type StandardsPageDto } from '../dto/standard.dto';
import { organizationDay } from '../register/standard-columns';
import {
  StandardsRepository,
  type LikeStandards,
  type RegisterFacets,
  type StandardsPage,
} from '../standards.repository';

/** Standards as the statistics need them: level and kind, nothing else. Those of no level are in no count. */
function countedStandards({ level, kind, isPlanned, count }: LikeStandards): ListedStandard[] {
  if (level === 'other') return [];
  const one = { number: '', title: '', level, kind: kind ?? undefined, nodes: [], isPlanned };
  return Array.from({ length: count }, () => one);
}

@Injectable()
export class ReadStandards {
  constructor(
    private readonly database: TenantDatabase,
    private readonly standards: StandardsRepository,
  ) {}

  async page(context: RequestContext, page: StandardsPage): Promise<StandardsPageDto> {
    const { total, rows } = await this.database.read(context, (manager) =>
      this.standards.list(manager, context, organizationDay(new Date()), page),
    );
    return { total, rows: rows.map((row) => standardDto(row, context.language)) };
  }

  async one(context: RequestContext, id: string): Promise<StandardDto> {
    const day = organizationDay(new Date());
    const row = await this.standards.read(this.database, context, day, id);
    if (row === null) throw notFound();
    return standardDto(row, context.language);
  }

  facets(context: RequestContext): Promise<RegisterFacets> {
    return this.database.read(context, (manager) => this.standards.facets(manager, context));
  }

  async statistics(context: RequestContext): Promise<Statistics> {
    const counts = await this.database.read(context, (manager) =>
      this.standards.counts(manager, context),
    );
    return statistics(counts.flatMap(countedStandards));
  }
}
