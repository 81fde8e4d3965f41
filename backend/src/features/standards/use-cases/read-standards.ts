/** Read the register: pages, one standard, figures. */
import { Injectable } from '@nestjs/common';
import {
  placeStandard,
  statistics,
  STRUCTURE_TEMPLATES,
  type ListedStandard,
  type Statistics,
} from '@liangxing/system-structure';
import { notFound, RequestContext, TenantDatabase } from '../../../kernel';
import { standardDto, type StandardDto, type StandardsPageDto } from '../dto/standard.dto';
import { organizationDay } from '../register/standard-columns';
import { StandardsRepository, type StandardRow, type StandardsPage } from '../standards.repository';

export type StructureEdition = '2003' | '2017';

/** A row of the register as structure and statistics need it. Rows of no level count as the company's own. */
export function listedStandard(row: StandardRow, edition: StructureEdition): ListedStandard {
  const tree = STRUCTURE_TEMPLATES[edition === '2003' ? 'gb-t-15496-2003' : 'gb-t-15496-2017'];
  const placement = placeStandard(tree, { systemCode: row.systemCode, number: row.number });
  return {
    number: row.number,
    title: row.title,
    level: row.level === 'other' ? 'enterprise' : row.level,
    kind: row.kind ?? undefined,
    nodes: placement.kind === 'placed' ? placement.nodes : [],
    isPlanned: row.isPlanned,
  };
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

  async statistics(context: RequestContext, edition: StructureEdition): Promise<Statistics> {
    const rows = await this.database.read(context, (manager) =>
      this.standards.all(manager, context, organizationDay(new Date())),
    );
    return statistics(
      rows.filter(({ level }) => level !== 'other').map((row) => listedStandard(row, edition)),
    );
  }
}
