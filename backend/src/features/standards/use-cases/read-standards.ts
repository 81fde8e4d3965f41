/** Read the register: pages, one standard, figures. */
import { Injectable } from '@nestjs/common';
import { registerFigures, type RegisterFigures } from '@liangxing/system-structure';
import { notFound, organizationDay, RequestContext, TenantDatabase } from '../../../kernel';
import { standardDto, type StandardDto, type StandardsPageDto } from '../dto/standard.dto';
import {
  StandardsRepository,
  type RegisterFacets,
  type StandardsPage,
} from '../standards.repository';

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

  async statistics(context: RequestContext): Promise<RegisterFigures> {
    const day = organizationDay(new Date());
    return registerFigures(
      await this.database.read(context, (manager) => this.standards.counts(manager, context, day)),
    );
  }
}
