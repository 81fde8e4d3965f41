import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow, Context, downloadHeaders, LargeBody, Limit, RequestContext } from '../../kernel';
import { DraftWord } from './use-cases/draft-word';
import { DraftStateQueryDto, MoveDraftsDto, StartDraftsDto } from './dto/draft-batch.dto';
import { DraftDto } from './dto/draft.dto';
import { MoveDraft } from './use-cases/move-draft';
import { StartDrafts } from './use-cases/start-drafts';

const ZIP = 'application/zip';

/** Many drafts at once: started together, decided by one meeting, edited in one folder. */
@ApiTags('drafts')
@Controller('organizations/:organizationId/draft-batches')
export class DraftBatchesController {
  constructor(
    private readonly starter: StartDrafts,
    private readonly mover: MoveDraft,
    private readonly word: DraftWord,
  ) {}

  @Post()
  @Allow('standards:write')
  @Limit('import')
  // 300 drafts, each with its drafters.
  @LargeBody({ nodes: 30_000 })
  @ApiOperation({ operationId: 'drafts_startSeveral', summary: 'Start several drafts, or none' })
  @ApiCreatedResponse({ type: [DraftDto] })
  async start(
    @Context() context: RequestContext,
    @Body() { drafts, isNumbered }: StartDraftsDto,
  ): Promise<DraftDto[]> {
    return (await this.starter.execute(context, drafts, isNumbered)).map(DraftDto.of);
  }

  @Post('moves')
  @Allow('standards:write')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'drafts_moveSeveral',
    summary: 'Take several drafts along one move, or none',
  })
  @ApiOkResponse({ type: [DraftDto] })
  async move(
    @Context() context: RequestContext,
    @Body()
    {
      drafts,
      byUserId = null,
      issuedOn = null,
      inForceOn = null,
      by,
      note,
      ...rest
    }: MoveDraftsDto,
  ): Promise<DraftDto[]> {
    const told = { ...rest, by: by.trim(), byUserId, note: note.trim(), issuedOn, inForceOn };
    return (await this.mover.several(context, drafts, told)).map(DraftDto.of);
  }

  @Get('word')
  @Allow('standards:read')
  @Limit('document')
  @ApiOperation({
    operationId: 'drafts_downloadWords',
    summary: 'The Word files of all drafts in a state, as a ZIP file',
  })
  @ApiProduces(ZIP)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @Context() context: RequestContext,
    @Query() { state }: DraftStateQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    const bytes = await this.word.inState(context, state);
    response.set(downloadHeaders('标准草案.zip', ZIP, 'attachment')).send(bytes);
  }
}
