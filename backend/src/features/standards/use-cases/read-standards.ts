/** Read the register: pages, one standard, figures. */
import { Injectable } from '@nestjs/common';
import { statistics, type ListedStandard, type Statistics } from '@liangxing/system-structure';
import { notFound, RequestContext, TenantDatabase } from '../../../kernel';
import { standardDto, type StandardDto, type StandardsPageDto } from '../dto/standard.dto';
import { organizationDay } from '../register/standard-columns';
import { StandardsRepository, type StandardRow, type StandardsPage } from '../standards.repository';

/** A row as the statistics need it; they ask for level and kind, not for places. Rows of no level are in no count. */
function countedStandard(row: StandardRow): ListedStandard[] {
  const { number, title, level, kind, isPlanned } = row;
  if (level === 'other') return [];
  return [{ number, title, level, kind: kind ?? undefined, nodes: [], isPlanned }];
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

  async statistics(context: RequestContext): Promise<Statistics> {
    const rows = await this.database.read(context, (manager) =>
      this.standards.all(manager, context, organizationDay(new Date())),
    );
    return statistics(rows.flatMap(countedStandard));
  }
}
