import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  checkedKey,
  Context,
  IDEMPOTENCY_HEADER,
  IfMatch,
  Limit,
  NeedsIfMatch,
  notFound,
  RequestContext,
} from '../../kernel';
import { ComparisonDto, SettleItemDto } from './dto/comparison.dto';
import { ScoredAnswerDto, ScoredContentDto, SheetDto, SheetMaterialDto } from './dto/sheet.dto';
import { CompareSheets } from './use-cases/compare-sheets';
import { HandInSheet } from './use-cases/hand-in-sheet';
import { ReadSheet } from './use-cases/read-sheet';
import { RecordScore } from './use-cases/record-score';
import { SettleItem } from './use-cases/settle-item';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

/** 评分 of a case: everybody alone, then together. */
@ApiTags('sheets')
@Controller('organizations/:organizationId/cases/:id')
export class SheetsController {
  constructor(
    private readonly reading: ReadSheet,
    private readonly recording: RecordScore,
    private readonly handingIn: HandInSheet,
    private readonly comparing: CompareSheets,
    private readonly settling: SettleItem,
  ) {}

  @Get('sheet')
  @Allow('cases:read')
  @ApiOperation({ operationId: 'sheets_get', summary: 'The own sheet, and how far the team is' })
  @ApiOkResponse({ type: SheetDto })
  get(@Context() context: RequestContext, @Param('id', idPipe) id: string): Promise<SheetDto> {
    return this.reading.sheet(context, id);
  }

  @Get('sheet/material')
  @Allow('cases:read')
  @ApiOperation({ operationId: 'sheets_material', summary: 'What is evaluated, as it was frozen' })
  @ApiOkResponse({ type: SheetMaterialDto })
  material(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
  ): Promise<SheetMaterialDto> {
    return this.reading.material(context, id);
  }

  @Put('sheet/answers/:itemId')
  @Allow('cases:evaluate')
  @NeedsIfMatch()
  @ApiHeader({
    name: IDEMPOTENCY_HEADER,
    required: false,
    description: 'Repeating a request with its key changes nothing.',
  })
  @ApiOperation({ operationId: 'sheets_answer', summary: 'Judge one item; If-Match "0" at first' })
  @ApiOkResponse({ type: ScoredAnswerDto })
  async answer(
    @Context() context: RequestContext,
    @Param('id', idPipe) caseId: string,
    @Param('itemId') itemId: string,
    @IfMatch() expectedVersion: number,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: ScoredContentDto,
  ): Promise<ScoredAnswerDto> {
    const { state, rules, finding, reason, approval, measured } = body;
    const content = { state, rules, finding, reason, approval, measured };
    const idempotencyKey = checkedKey(key);
    const command = { caseId, itemId, expectedVersion, idempotencyKey, content };
    const { answer, self } = await this.recording.execute(context, command);
    return ScoredAnswerDto.of(answer, self);
  }

  @Post('sheet/hand-in')
  @Allow('cases:evaluate')
  @HttpCode(200)
  @ApiOperation({ operationId: 'sheets_hand_in', summary: 'Hand the own sheet in' })
  @ApiOkResponse({ type: SheetDto })
  async handIn(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
  ): Promise<SheetDto> {
    await this.handingIn.execute(context, id);
    return this.reading.sheet(context, id);
  }

  @Get('sheets')
  @Allow('cases:read')
  @Limit('document')
  @ApiOperation({
    operationId: 'sheets_compare',
    summary: 'The sheets that were handed in side by side, for who has handed in',
  })
  @ApiOkResponse({ type: ComparisonDto })
  compare(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
  ): Promise<ComparisonDto> {
    return this.comparing.execute(context, id);
  }

  @Put('settled/:itemId')
  @Allow('cases:evaluate')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'sheets_settle',
    summary: 'The lead settles an item with a reason; If-Match "0" at first',
  })
  @ApiOkResponse({ type: ComparisonDto })
  async settle(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Param('itemId') itemId: string,
    @IfMatch() version: number,
    @Body() { state, rules, approval, note, reason }: SettleItemDto,
  ): Promise<ComparisonDto> {
    const content = { state, rules, approval, note, reason };
    await this.settling.execute(context, id, { itemId, version }, content);
    return this.comparing.execute(context, id);
  }
}
