import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { DRAFT_OUTLINES } from '@liangxing/dossier';
import type { Response } from 'express';
import {
  Allow,
  Context,
  downloadHeaders,
  IfMatch,
  Limit,
  NeedsIfMatch,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { DraftWord } from './use-cases/draft-word';
import { DraftsRepository } from './drafts.repository';
import {
  ChangeDraftDto,
  DraftDto,
  DraftOutlineDto,
  MoveDraftDto,
  StartDraftDto,
} from './dto/draft.dto';
import { MoveDraft } from './use-cases/move-draft';
import { WriteDrafts } from './use-cases/write-drafts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@ApiTags('drafts')
@Controller('organizations/:organizationId')
export class DraftsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly drafts: DraftsRepository,
    private readonly writer: WriteDrafts,
    private readonly mover: MoveDraft,
    private readonly word: DraftWord,
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
  @ApiOkResponse({ type: [DraftDto] })
  async list(@Context() context: RequestContext): Promise<DraftDto[]> {
    const found = await this.database.read(context, (manager) =>
      this.drafts.list(manager, context),
    );
    return found.map((draft) => DraftDto.of({ draft, steps: [] }));
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
  @ApiOperation({ operationId: 'drafts_downloadWord', summary: 'The draft as a Word file' })
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
}
