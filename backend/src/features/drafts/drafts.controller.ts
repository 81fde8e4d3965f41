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
import { DRAFT_OUTLINES } from '@liangxing/dossier';
import type { Request, Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  IfMatch,
  Limit,
  NeedsIfMatch,
  RequestContext,
  TenantDatabase,
  WORD,
} from '../../kernel';
import { DraftWord } from './use-cases/draft-word';
import { DraftsRepository } from './drafts.repository';
import {
  ChangeDraftDto,
  DraftDto,
  DraftHeadDto,
  DraftOutlineDto,
  MoveDraftDto,
  StartDraftDto,
  WORD_UPLOAD,
} from './dto/draft.dto';
import { KeepDraftFile } from './use-cases/keep-draft-file';
import { MoveDraft } from './use-cases/move-draft';
import { WriteDrafts } from './use-cases/write-drafts';

@ApiTags('drafts')
@Controller('organizations/:organizationId')
export class DraftsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly drafts: DraftsRepository,
    private readonly writer: WriteDrafts,
    private readonly mover: MoveDraft,
    private readonly word: DraftWord,
    private readonly files: KeepDraftFile,
  ) {}

  @Get('draft-outlines')
  @Allow('standards:read')
  @ApiOperation({ operationId: 'drafts_listOutlines', summary: 'Outlines of common standards' })
  @ApiOkResponse({ type: [DraftOutlineDto] })
  outlines(): DraftOutlineDto[] {
    return DRAFT_OUTLINES.map(DraftOutlineDto.of);
  }

  @Get('drafts')
  @Allow('standards:read')
  @ApiOperation({ operationId: 'drafts_list', summary: 'Own standards, the latest change first' })
  @ApiOkResponse({ type: [DraftHeadDto] })
  async list(@Context() context: RequestContext): Promise<DraftHeadDto[]> {
    const found = await this.database.read(context, (manager) =>
      this.drafts.list(manager, context),
    );
    return found.map((draft) => DraftHeadDto.head(draft));
  }

  @Post('drafts')
  @Allow('standards:write')
  @ApiOperation({
    operationId: 'drafts_start',
    summary: 'Start a draft; it stands in the register as planned',
  })
  @ApiCreatedResponse({ type: DraftDto })
  async start(
    @Context() context: RequestContext,
    @Body() { standardId, ...content }: StartDraftDto,
  ): Promise<DraftDto> {
    return DraftDto.of(await this.writer.start(context, content, standardId ?? null));
  }

  @Get('drafts/:id')
  @Allow('standards:read')
  @ApiOperation({ operationId: 'drafts_get', summary: 'A draft with the steps of its life' })
  @ApiOkResponse({ type: DraftDto })
  async get(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DraftDto> {
    return DraftDto.of(
      await this.database.read(context, (manager) => this.writer.view(manager, context, id)),
    );
  }

  @Patch('drafts/:id')
  @Allow('standards:write')
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'drafts_change', summary: 'Change a draft' })
  @ApiOkResponse({ type: DraftDto })
  async change(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() changes: ChangeDraftDto,
  ): Promise<DraftDto> {
    return DraftDto.of(await this.writer.change(context, id, version, changes));
  }

  @Delete('drafts/:id')
  @Allow('standards:write')
  @NeedsIfMatch()
  @HttpCode(204)
  @ApiOperation({ operationId: 'drafts_delete', summary: 'Remove a draft that is not in force' })
  @ApiNoContentResponse()
  async remove(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.writer.remove(context, id, version);
  }

  @Post('drafts/:id/moves')
  @Allow('standards:write')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'drafts_move',
    summary: 'Review, approve, put into force, withdraw; the register follows',
  })
  @ApiOkResponse({ type: DraftDto })
  async move(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { byUserId = null, issuedOn = null, inForceOn = null, by, note, ...rest }: MoveDraftDto,
  ): Promise<DraftDto> {
    const told = { ...rest, by: by.trim(), byUserId, note: note.trim(), issuedOn, inForceOn };
    return DraftDto.of(await this.mover.execute(context, id, version, told));
  }

  @Post('drafts/:id/revision')
  @Allow('standards:write')
  @Limit('upload')
  @ApiOperation({
    operationId: 'drafts_revise',
    summary: 'Start the next edition of a standard in force; asking twice gives the same draft',
  })
  @ApiCreatedResponse({ type: DraftDto })
  async revise(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DraftDto> {
    return DraftDto.of(await this.writer.revise(context, id));
  }

  @Get('drafts/:id/word')
  @Allow('standards:read')
  @Limit('document')
  @ApiOperation({
    operationId: 'drafts_downloadWord',
    summary:
      'The draft as a Word file: its own with the fields filled in, else made of the outline',
  })
  @ApiProduces(WORD)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, bytes } = await this.word.execute(context, id);
    response.set(downloadHeaders(fileName, WORD, 'attachment')).send(bytes);
  }

  @Post('drafts/:id/files')
  @Allow('standards:write')
  @Limit('upload')
  @NeedsIfMatch()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: WORD_UPLOAD })
  @ApiOperation({
    operationId: 'drafts_addFile',
    summary: 'Upload a Word file of its own, or the next version of it, until it is approved',
  })
  @ApiCreatedResponse({ type: DraftDto })
  async addFile(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Req() request: Request,
  ): Promise<DraftDto> {
    return DraftDto.of(await this.files.add(context, { id, version }, request));
  }

  @Delete('drafts/:id/files/:number')
  @Allow('standards:write')
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'drafts_removeFile', summary: 'Remove a version of its Word file' })
  @ApiOkResponse({ type: DraftDto })
  async removeFile(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
    @IfMatch() version: number,
  ): Promise<DraftDto> {
    return DraftDto.of(await this.files.remove(context, { id, version }, number));
  }

  @Get('drafts/:id/files/:number/content')
  @Allow('standards:read')
  @Limit('download')
  @ApiOperation({
    operationId: 'drafts_downloadFile',
    summary: 'A version of its Word file as it was uploaded',
  })
  @ApiProduces(WORD)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async downloadFile(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Res() response: Response,
  ): Promise<void> {
    await this.files.send(context, id, number, response);
  }
}
