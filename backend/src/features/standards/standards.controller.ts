import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  IfMatch,
  Limit,
  NeedsIfMatch,
  Optional,
  RequestContext,
  XLSX,
} from '../../kernel';
import { WrittenStandardDto } from './dto/standard-input.dto';
import {
  AlikeStandardDto,
  RegisterFacetsDto,
  StandardDto,
  StandardsPageDto,
} from './dto/standard.dto';
import { AlikeQueryDto, StandardsQueryDto } from './dto/standards-query.dto';
import { EXPORT_FORMATS, type ExportFormat } from './export/export-format';
import { idOf } from './register/id-of';
import { ExportStandards } from './use-cases/export-standards';
import { FindAlike } from './use-cases/find-alike';
import { ChangeStandard, RegisterStandard } from './use-cases/keep-standards';
import { ReadStandards } from './use-cases/read-standards';

class ExportQueryDto {
  @ApiPropertyOptional({ enum: EXPORT_FORMATS })
  @Optional()
  @IsIn(EXPORT_FORMATS)
  format?: ExportFormat;
}
class StatisticsNameDto {
  @ApiProperty() 'zh-CN'!: string;
  @ApiProperty() en!: string;
}
class StatisticsRowDto {
  @ApiProperty() key!: string;
  @ApiProperty({ type: StatisticsNameDto }) name!: StatisticsNameDto;
  @ApiProperty({ type: 'integer' }) expected!: number;
  @ApiProperty({ type: 'integer' }) existing!: number;
  @ApiPropertyOptional({
    type: 'integer',
    description: 'Tenths of a per cent; absent where nothing is expected.',
  })
  ratioTenths?: number;
}
class StandardStatisticsDto {
  @ApiProperty({ type: [StatisticsRowDto] }) byLevel!: StatisticsRowDto[];
  @ApiProperty({ type: [StatisticsRowDto] }) byKind!: StatisticsRowDto[];
  @ApiProperty({ type: StatisticsRowDto }) total!: StatisticsRowDto;
}

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: XLSX,
  csv: 'text/csv',
};

@ApiTags('standards')
@Controller('organizations/:organizationId/standards')
export class StandardsController {
  constructor(
    private readonly reading: ReadStandards,
    private readonly registering: RegisterStandard,
    private readonly changing: ChangeStandard,
    private readonly finding: FindAlike,
    private readonly exporting: ExportStandards,
  ) {}

  @Get()
  @Allow('standards:read')
  @ApiOperation({ operationId: 'standards_list', summary: 'Search the register' })
  @ApiOkResponse({ type: StandardsPageDto })
  list(
    @Context() context: RequestContext,
    @Query() query: StandardsQueryDto,
  ): Promise<StandardsPageDto> {
    const { sort = 'position', offset = 0, limit = 100, ...filter } = query;
    return this.reading.page(context, { ...filter, sort, offset, limit });
  }

  @Post()
  @Allow('standards:write')
  @ApiOperation({ operationId: 'standards_create', summary: 'Register a standard' })
  @ApiCreatedResponse({ type: StandardDto })
  create(
    @Context() context: RequestContext,
    @Body() { addsNevertheless = false, ...input }: WrittenStandardDto,
  ): Promise<StandardDto> {
    return this.registering.execute(context, input, addsNevertheless);
  }

  @Get('statistics')
  @Allow('standards:read')
  @ApiOperation({
    operationId: 'standards_statistics',
    summary: 'Counts by level and kind (统计表)',
  })
  @ApiOkResponse({ type: StandardStatisticsDto })
  async statistics(@Context() context: RequestContext): Promise<StandardStatisticsDto> {
    const { byLevel, byKind, total } = await this.reading.statistics(context);
    return { byLevel: [...byLevel], byKind: [...byKind], total };
  }

  @Get('export')
  @Allow('standards:read')
  @Limit('document')
  @ApiOperation({ operationId: 'standards_export', summary: 'The register as a file' })
  @ApiOkResponse({
    content: Object.fromEntries(
      Object.values(MEDIA_TYPES).map((type) => [
        type,
        { schema: { type: 'string', format: 'binary' } },
      ]),
    ),
  })
  async export(
    @Context() context: RequestContext,
    @Query() query: ExportQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    const format = query.format ?? 'xlsx';
    const { content, fileName } = await this.exporting.execute(context, format);
    response.set(downloadHeaders(fileName, MEDIA_TYPES[format], 'attachment')).end(content);
  }

  @Get('facets')
  @Allow('standards:read')
  @ApiOperation({
    operationId: 'standards_facets',
    summary: 'What the register can be narrowed to',
  })
  @ApiOkResponse({ type: RegisterFacetsDto })
  async facets(@Context() context: RequestContext): Promise<RegisterFacetsDto> {
    const { departments, unchecked } = await this.reading.facets(context);
    return { departments: [...departments], unchecked };
  }

  @Get('alike')
  @Allow('standards:read')
  @ApiOperation({
    operationId: 'standards_alike',
    summary: 'The same standard as it is registered already, also in another edition',
  })
  @ApiOkResponse({ type: [AlikeStandardDto] })
  alike(
    @Context() context: RequestContext,
    @Query() { number = '', title = '', except }: AlikeQueryDto,
  ): Promise<AlikeStandardDto[]> {
    return this.finding.execute(context, { number, title, except });
  }

  @Get(':id')
  @Allow('standards:read')
  @ApiOperation({ operationId: 'standards_get', summary: 'One standard' })
  @ApiOkResponse({ type: StandardDto })
  get(@Context() context: RequestContext, @Param('id') id: string): Promise<StandardDto> {
    return this.reading.one(context, idOf(id));
  }

  @Patch(':id')
  @Allow('standards:write')
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'standards_update', summary: 'Change a standard' })
  @ApiOkResponse({ type: StandardDto })
  update(
    @Context() context: RequestContext,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { addsNevertheless = false, ...change }: WrittenStandardDto,
  ): Promise<StandardDto> {
    return this.changing.execute(context, { id: idOf(id), version, change, addsNevertheless });
  }
}
