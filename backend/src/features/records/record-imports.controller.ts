import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { RECORD_KIND_IDS, type RecordKindId } from '@liangxing/contracts';
import type { Request } from 'express';
import { Allow, Context, Limit, RequestContext, TableUploads } from '../../kernel';
import {
  RecordFileQueryDto,
  RecordImportDto,
  recordImportDto,
  UndoRecordImportDto,
} from './dto/record-import.dto';
import { RecordKindPipe } from './record-kind.pipe';
import { ImportRecords } from './use-cases/import-records';

const kindParam = { name: 'kind', enum: RECORD_KIND_IDS };

@ApiTags('records')
@Controller('organizations/:organizationId/records/:kind/imports')
export class RecordImportsController {
  constructor(
    private readonly importing: ImportRecords,
    private readonly uploads: TableUploads,
  ) {}

  @Post()
  @Allow('records:write')
  @Limit('import')
  @ApiParam(kindParam)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiOperation({
    operationId: 'recordImports_create',
    summary: 'Upload a spreadsheet and see what each row would do',
  })
  @ApiCreatedResponse({ type: RecordImportDto })
  async create(
    @Context() context: RequestContext,
    @Param('kind', RecordKindPipe) kind: RecordKindId,
    @Query() query: RecordFileQueryDto,
    @Req() request: Request,
  ): Promise<RecordImportDto> {
    const choices = {
      sheet: query.sheet,
      leftOut: {
        hidden: query.leavesOutHidden === 'true',
        struck: query.leavesOutStruck === 'true',
      },
      isTakenAnyway: query.anyway === 'true',
    };
    return this.uploads.receive(context, request, async (file) =>
      recordImportDto(await this.importing.preview(context, kind, file, choices), context.language),
    );
  }

  @Post(':id/commit')
  @HttpCode(200)
  @Allow('records:write')
  @Limit('import')
  @ApiParam(kindParam)
  @ApiOperation({
    operationId: 'recordImports_commit',
    summary: 'Write the rows without problems into the list',
  })
  @ApiOkResponse({ type: RecordImportDto })
  async commit(
    @Context() context: RequestContext,
    @Param('kind', RecordKindPipe) kind: RecordKindId,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RecordImportDto> {
    return recordImportDto(await this.importing.commit(context, kind, id), context.language);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Allow('records:write')
  @Limit('import')
  @ApiParam(kindParam)
  @ApiOperation({ operationId: 'recordImports_undo', summary: 'Take a committed import back' })
  @ApiOkResponse({ type: RecordImportDto })
  async undo(
    @Context() context: RequestContext,
    @Param('kind', RecordKindPipe) kind: RecordKindId,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { keepChanged = false }: UndoRecordImportDto,
  ): Promise<RecordImportDto> {
    const view = await this.importing.undo(context, kind, id, keepChanged);
    return recordImportDto(view, context.language);
  }
}
