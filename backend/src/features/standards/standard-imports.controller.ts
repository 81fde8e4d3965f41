import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import {
  Allow,
  Context,
  Limit,
  notFound,
  RequestContext,
  TableUploads,
  TenantDatabase,
} from '../../kernel';
import {
  ImportDto,
  importDto,
  ImportMappingDto,
  importRowDto,
  ImportRowsDto,
  ImportRowsQueryDto,
  UndoImportDto,
} from './dto/import.dto';
import { ImportsRepository } from './imports.repository';
import { idOf } from './register/id-of';
import { CommitImport, UndoImport } from './use-cases/decide-import';
import { PreviewImport } from './use-cases/preview-import';

@ApiTags('standards')
@Controller('organizations/:organizationId/standard-imports')
export class StandardImportsController {
  constructor(
    private readonly previewing: PreviewImport,
    private readonly committing: CommitImport,
    private readonly undoing: UndoImport,
    private readonly imports: ImportsRepository,
    private readonly database: TenantDatabase,
    private readonly uploads: TableUploads,
  ) {}

  @Post()
  @Allow('standards:write')
  @Limit('import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiOperation({
    operationId: 'standardImports_create',
    summary: 'Upload a spreadsheet for preview',
  })
  @ApiCreatedResponse({ type: ImportDto })
  async create(@Context() context: RequestContext, @Req() request: Request): Promise<ImportDto> {
    return this.uploads.receive(context, request, async (file) =>
      importDto(await this.previewing.upload(context, file)),
    );
  }

  @Get()
  @Allow('standards:read')
  @ApiOperation({ operationId: 'standardImports_list', summary: 'Imports, newest first' })
  @ApiOkResponse({ type: [ImportDto] })
  async list(@Context() context: RequestContext): Promise<ImportDto[]> {
    const stored = await this.database.read(context, (manager) =>
      this.imports.list(manager, context),
    );
    return stored.map(importDto);
  }

  @Get(':id')
  @Allow('standards:read')
  @ApiOperation({ operationId: 'standardImports_get', summary: 'One import' })
  @ApiOkResponse({ type: ImportDto })
  async get(@Context() context: RequestContext, @Param('id') id: string): Promise<ImportDto> {
    const stored = await this.database.read(context, (manager) =>
      this.imports.find(manager, context, idOf(id)),
    );
    if (stored === null) throw notFound();
    return importDto(stored);
  }

  @Get(':id/rows')
  @Allow('standards:read')
  @ApiOperation({
    operationId: 'standardImports_rows',
    summary: 'Rows of a preview with their problems',
  })
  @ApiOkResponse({ type: ImportRowsDto })
  async rows(
    @Context() context: RequestContext,
    @Param('id') id: string,
    @Query() query: ImportRowsQueryDto,
  ): Promise<ImportRowsDto> {
    const { filter = 'all', offset = 0, limit = 100 } = query;
    const page = await this.database.read(context, async (manager) => {
      const stored = await this.imports.find(manager, context, idOf(id));
      if (stored === null) throw notFound();
      const read = await this.imports.rows(manager, context, stored.id, { filter, offset, limit });
      return { ...read, stored };
    });
    return {
      total: page.total,
      rows: page.rows.map((row) => importRowDto(row, page.stored, context.language)),
    };
  }

  @Put(':id/mapping')
  @Allow('standards:write')
  @Limit('import')
  @ApiOperation({
    operationId: 'standardImports_remap',
    summary: 'Map sheet, head and columns anew',
  })
  @ApiOkResponse({ type: ImportDto })
  async remap(
    @Context() context: RequestContext,
    @Param('id') id: string,
    @Body() mapping: ImportMappingDto,
  ): Promise<ImportDto> {
    return importDto(await this.previewing.remap(context, idOf(id), mapping));
  }

  @Post(':id/commit')
  @HttpCode(200)
  @Allow('standards:write')
  @Limit('import')
  @ApiOperation({
    operationId: 'standardImports_commit',
    summary: 'Write the previewed rows into the register',
  })
  @ApiOkResponse({ type: ImportDto })
  async commit(@Context() context: RequestContext, @Param('id') id: string): Promise<ImportDto> {
    return importDto(await this.committing.execute(context, idOf(id)));
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Allow('standards:write')
  @Limit('import')
  @ApiOperation({ operationId: 'standardImports_undo', summary: 'Take a committed import back' })
  @ApiOkResponse({ type: ImportDto })
  async undo(
    @Context() context: RequestContext,
    @Param('id') id: string,
    @Body() body: UndoImportDto,
  ): Promise<ImportDto> {
    return importDto(await this.undoing.execute(context, idOf(id), body.keepChanged ?? false));
  }
}
