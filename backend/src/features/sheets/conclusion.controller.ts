import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Context,
  IfMatch,
  NeedsIfMatch,
  notFound,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { caseDto, CaseDto } from '../cases';
import { CaseReader } from './case-reader';
import { ConclusionsRepository } from './conclusions.repository';
import { ConclusionDto, ConclusionFieldsDto, LeadMoveDto } from './dto/conclusion.dto';
import { HandToReview } from './use-cases/hand-to-review';
import { HoldClosingMeeting } from './use-cases/hold-closing-meeting';
import { SaveConclusion } from './use-cases/save-conclusion';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

/** What the team comes to, and the moves of its lead. */
@ApiTags('sheets')
@Controller('organizations/:organizationId/cases/:id')
export class ConclusionController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: CaseReader,
    private readonly conclusions: ConclusionsRepository,
    private readonly saving: SaveConclusion,
    private readonly closing: HoldClosingMeeting,
    private readonly handing: HandToReview,
  ) {}

  @Get('conclusion')
  @Allow('cases:read')
  @ApiOperation({
    operationId: 'sheets_conclusion',
    summary: 'What the team comes to, as far as it is written',
  })
  @ApiOkResponse({ type: ConclusionDto })
  get(@Context() context: RequestContext, @Param('id', idPipe) id: string): Promise<ConclusionDto> {
    return this.database.read(context, async (manager) => {
      await this.reader.find(manager, context, id);
      return ConclusionDto.of(await this.conclusions.find(manager, context, id));
    });
  }

  @Put('conclusion')
  @Allow('cases:evaluate')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'sheets_conclude',
    summary: 'Write the conclusion; If-Match "0" at first',
  })
  @ApiOkResponse({ type: ConclusionDto })
  async put(
    @Context() context: RequestContext,
    @Param('id', idPipe) caseId: string,
    @IfMatch() version: number,
    @Body() fields: ConclusionFieldsDto,
  ): Promise<ConclusionDto> {
    const { summary, strengths, improvements, recommendation, grade } = fields;
    const written = { summary, strengths, improvements, recommendation, grade };
    return ConclusionDto.of(await this.saving.execute(context, { caseId, version }, written));
  }

  @Post('closing-meeting')
  @Allow('cases:evaluate')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'sheets_close',
    summary: 'The lead holds the closing meeting; findings go to the enterprise',
  })
  @ApiOkResponse({ type: CaseDto })
  async close(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { text }: LeadMoveDto,
  ): Promise<CaseDto> {
    return caseDto(await this.closing.execute(context, { id, version }, text));
  }

  @Post('hand-over')
  @Allow('cases:evaluate')
  @NeedsIfMatch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'sheets_hand_over',
    summary: 'The lead hands the result, frozen, to the review',
  })
  @ApiOkResponse({ type: CaseDto })
  async handOver(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { text }: LeadMoveDto,
  ): Promise<CaseDto> {
    return caseDto(await this.handing.execute(context, { id, version }, text));
  }
}
