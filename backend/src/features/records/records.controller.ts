import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { RECORD_KIND_IDS, type RecordKindId } from '@liangxing/contracts';
import type { Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  IfMatch,
  Limit,
  NeedsIfMatch,
  notFound,
  RequestContext,
  TenantDatabase,
  XLSX,
} from '../../kernel';
import {
  ProveRecordsDto,
  RecordCountDto,
  RecordDto,
  RecordEvidenceDto,
  RecordFilterDto,
  RecordsPageDto,
  RecordsQueryDto,
  WriteRecordDto,
} from './dto/record.dto';
import { RecordKindPipe } from './record-kind.pipe';
import { RecordsRepository } from './records.repository';
import { ExportRecords } from './use-cases/export-records';
import { ProveRecords } from './use-cases/prove-records';
import { WriteRecords } from './use-cases/write-records';

const kindParam = { name: 'kind', enum: RECORD_KIND_IDS };

@ApiTags('records')
@Controller('organizations/:organizationId')
export class RecordsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly records: RecordsRepository,
    private readonly writing: WriteRecords,
    private readonly exporting: ExportRecords,
    private readonly proving: ProveRecords,
  ) {}

  @Get('record-counts')
  @Allow('records:read')
  @ApiOperation({ operationId: 'records_counts', summary: 'Records of every list by year' })
  @ApiOkResponse({ type: [RecordCountDto] })
  counts(@Context() context: RequestContext): Promise<RecordCountDto[]> {
    return this.database.read(context, (manager) =>
      this.records.counts(manager, context),
    ) as Promise<RecordCountDto[]>;
  }

  @Get('records/:kind')
  @Allow('records:read')
  @ApiParam(kindParam)
  @ApiOperation({ operationId: 'records_list', summary: 'Search a list, newest first' })
  @ApiOkResponse({ type: RecordsPageDto })
  async list(
    @Context() context: RequestContext,
    @Param('kind', RecordKindPipe) kind: RecordKindId,
    @Query() { offset = 0, limit = 100, ...filter }: RecordsQueryDto,
  ): Promise<RecordsPageDto> {
    const { total, rows } = await this.database.read(context, (manager) =>
      this.records.page(manager, context, kind, filter, { offset, limit }),
    );
    return { total, rows: rows.map(RecordDto.of) };
  }

  @Get('records/:kind/export')
  @Allow('records:read')
  @Limit('document')
  @ApiParam(kindParam)
  @ApiOperation({ operationId: 'records_export', summary: 'A list as a workbook' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @Context() context: RequestContext,
    @Param('kind', RecordKindPipe) kind: RecordKindId,
    @Query() filter: RecordFilterDto,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, content } = await this.exporting.execute(context, kind, filter);
    response.set(downloadHeaders(fileName, XLSX, 'attachment')).send(content);
  }

  @Post('records/:kind/evidence')
  @HttpCode(200)
  @Allow('records:write')
  @Limit('document')
  @ApiParam(kindParam)
  @ApiOperation({
    operationId: 'records_prove',
    summary: 'Make a list a proof of the items that ask for it',
  })
  @ApiOkResponse({ type: RecordEvidenceDto })
  async prove(
    @Context() context: RequestContext,
    @Param('kind', RecordKindPipe) kind: RecordKindId,
    @Body() { assessmentId, year }: ProveRecordsDto,
  ): Promise<RecordEvidenceDto> {
    const { evidence, itemIds } = await this.proving.execute(
      context,
      kind,
      assessmentId,
      year ?? null,
    );
    const { id: evidenceId, title, current: revision } = evidence;
    return { evidenceId, title, revision, itemIds: [...itemIds] };
  }

  @Post('records/:kind')
  @Allow('records:write')
  @ApiParam(kindParam)
  @ApiOperation({ operationId: 'records_create', summary: 'Add a record' })
  @ApiCreatedResponse({ type: RecordDto })
  async create(
    @Context() context: RequestContext,
    @Param('kind', RecordKindPipe) kind: RecordKindId,
    @Body() given: WriteRecordDto,
  ): Promise<RecordDto> {
    return RecordDto.of(await this.writing.add(context, kind, given));
  }

  @Get('records/:kind/:id')
  @Allow('records:read')
  @ApiParam(kindParam)
  @ApiOperation({ operationId: 'records_get', summary: 'One record' })
  @ApiOkResponse({ type: RecordDto })
  async get(
    @Context() context: RequestContext,
    @Param('kind', RecordKindPipe) kind: RecordKindId,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RecordDto> {
    const found = await this.database.read(context, (manager) =>
      this.records.find(manager, context, kind, id),
    );
    if (found === null) throw notFound();
    return RecordDto.of(found);
  }

  @Put('records/:kind/:id')
  @Allow('records:write')
  @NeedsIfMatch()
  @ApiParam(kindParam)
  @ApiOperation({ operationId: 'records_update', summary: 'Change a record' })
  @ApiOkResponse({ type: RecordDto })
  async update(
    @Context() context: RequestContext,
    @Param('kind', RecordKindPipe) kind: RecordKindId,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() given: WriteRecordDto,
  ): Promise<RecordDto> {
    return RecordDto.of(await this.writing.change(context, kind, { id, version }, given));
  }

  @Delete('records/:kind/:id')
  @Allow('records:write')
  @NeedsIfMatch()
  @HttpCode(204)
  @ApiParam(kindParam)
  @ApiOperation({ operationId: 'records_delete', summary: 'Remove a record' })
  @ApiNoContentResponse()
  async remove(
    @Context() context: RequestContext,
    @Param('kind', RecordKindPipe) kind: RecordKindId,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.writing.remove(context, kind, { id, version });
  }
}
