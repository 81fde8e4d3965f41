import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  Allow,
  Context,
  IfMatch,
  LargeBody,
  Limit,
  NeedsIfMatch,
  notFound,
  RequestContext,
  TenantDatabase,
  WORD,
} from '../../kernel';
import { WORD_UPLOAD } from '../drafts';
import { askedOperation, ChangeSystemDto } from '../systems';
import { CopyLineDto, CopyTemplateDto } from './dto/copy.dto';
import {
  AddTemplateDto,
  ChangeTemplateDto,
  DuplicateTemplateDto,
  TemplateDto,
  templateDto,
  TemplateHeadDto,
} from './dto/template.dto';
import { TemplatesRepository } from './templates.repository';
import { CopyTemplate } from './use-cases/copy-template';
import { KeepTemplateFiles } from './use-cases/keep-template-files';
import { KeepTemplates } from './use-cases/keep-templates';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });
/** 300 actions in whole sentences. */
const CATALOGUE = { bytes: 1024 * 1024, nodes: 5_000 } as const;

/** 模板 of a consultancy. No route takes a client as a source; the copies name clients to write to. */
@ApiTags('templates')
@Controller('organizations/:organizationId/templates')
export class TemplatesController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly templates: TemplatesRepository,
    private readonly keeper: KeepTemplates,
    private readonly files: KeepTemplateFiles,
    private readonly copier: CopyTemplate,
  ) {}

  @Get()
  @Allow('templates:read')
  @ApiOperation({ operationId: 'templates_list', summary: 'Templates, the latest change first' })
  @ApiOkResponse({ type: [TemplateHeadDto] })
  async list(@Context() context: RequestContext): Promise<TemplateHeadDto[]> {
    const found = await this.database.read(context, (manager) =>
      this.templates.list(manager, context),
    );
    return found.map(TemplateHeadDto.of);
  }

  @Post()
  @Allow('templates:write')
  @LargeBody(CATALOGUE)
  @ApiOperation({
    operationId: 'templates_add',
    summary: 'Prepare a template from what is typed, a shipped structure or a scheme of one’s own',
  })
  @ApiCreatedResponse({ type: TemplateDto })
  async add(
    @Context() context: RequestContext,
    @Body() body: AddTemplateDto,
  ): Promise<TemplateDto> {
    return templateDto(await this.keeper.add(context, body));
  }

  @Get(':id')
  @Allow('templates:read')
  @ApiOperation({ operationId: 'templates_get', summary: 'A template with its content' })
  @ApiOkResponse({ type: TemplateDto })
  async get(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
  ): Promise<TemplateDto> {
    const found = await this.database.read(context, (manager) =>
      this.templates.find(manager, context, id),
    );
    if (found === null) throw notFound();
    return templateDto(found);
  }

  @Patch(':id')
  @Allow('templates:write')
  @NeedsIfMatch()
  @LargeBody(CATALOGUE)
  @ApiOperation({
    operationId: 'templates_change',
    summary: 'Change or archive a template; what was copied before stays as it is',
  })
  @ApiOkResponse({ type: TemplateDto })
  async change(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() changes: ChangeTemplateDto,
  ): Promise<TemplateDto> {
    return templateDto(await this.keeper.change(context, { id, version }, changes));
  }

  @Delete(':id')
  @Allow('templates:write')
  @NeedsIfMatch()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'templates_remove',
    summary: 'Remove a template with its Word files; what was copied stays',
  })
  @ApiNoContentResponse()
  async remove(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.keeper.remove(context, { id, version });
  }

  @Post(':id/drafts/:line/file')
  @Allow('templates:write')
  @Limit('upload')
  @NeedsIfMatch()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: WORD_UPLOAD })
  @ApiOperation({
    operationId: 'templates_addFile',
    summary: 'Upload the Word file of a line (from 1), in the place of the one that it has',
  })
  @ApiCreatedResponse({ type: TemplateDto })
  async addFile(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('line', ParseIntPipe) line: number,
    @IfMatch() version: number,
    @Req() request: Request,
  ): Promise<TemplateDto> {
    return templateDto(await this.files.add(context, { id, version, line }, request));
  }

  @Get(':id/files/:number/content')
  @Allow('templates:read')
  @Limit('download')
  @ApiOperation({
    operationId: 'templates_downloadFile',
    summary: 'A Word file of a template as it was uploaded',
  })
  @ApiProduces(WORD)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async downloadFile(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Res() response: Response,
  ): Promise<void> {
    await this.files.send(context, id, number, response);
  }

  @Post(':id/duplicates')
  @Allow('templates:write')
  @Limit('import')
  @ApiOperation({ operationId: 'templates_duplicate', summary: 'Another template of this content' })
  @ApiCreatedResponse({ type: TemplateDto })
  async duplicate(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Body() { name }: DuplicateTemplateDto,
  ): Promise<TemplateDto> {
    return templateDto(await this.keeper.duplicate(context, id, name));
  }

  @Post(':id/changes')
  @Allow('templates:write')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'templates_changeStructure',
    summary: 'Change a structure by operations, all or none; none of them places a standard',
  })
  @ApiOkResponse({ type: TemplateDto })
  async changeStructure(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { operations }: ChangeSystemDto,
  ): Promise<TemplateDto> {
    const asked = operations.map(askedOperation);
    return templateDto(await this.keeper.changeStructure(context, { id, version }, asked));
  }

  @Post(':id/copies/preview')
  @Allow('templates:write')
  @Limit('import')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'templates_previewCopies',
    summary: 'What a copy would make at each client, and what is there already',
  })
  @ApiOkResponse({ type: [CopyLineDto] })
  async preview(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Body() { clients }: CopyTemplateDto,
  ): Promise<CopyLineDto[]> {
    return (await this.copier.preview(context, id, clients)).map((line) => CopyLineDto.of(line));
  }

  @Post(':id/copies')
  @Allow('templates:write')
  @Limit('import')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'templates_copy',
    summary: 'Copy a template to clients; a line says what became of each',
  })
  @ApiOkResponse({ type: [CopyLineDto] })
  async copy(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { clients }: CopyTemplateDto,
  ): Promise<CopyLineDto[]> {
    return (await this.copier.copy(context, { id, version }, clients)).map((line) =>
      CopyLineDto.of(line),
    );
  }
}
