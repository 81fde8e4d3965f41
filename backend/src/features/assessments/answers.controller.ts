import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  checkedKey,
  Context,
  IDEMPOTENCY_HEADER,
  IfMatch,
  NeedsIfMatch,
  notFound,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { AnswersRepository } from './answers.repository';
import { AssessmentsReader } from './assessments-reader';
import { AnswerChangeDto, AnswerContentDto, AnswerDto, contentOf } from './dto/answer.dto';
import { RecordAnswer } from './use-cases/record-answer';

@ApiTags('assessments')
@Controller('organizations/:organizationId/assessments/:assessmentId')
export class AnswersController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: AssessmentsReader,
    private readonly answers: AnswersRepository,
    private readonly recordAnswer: RecordAnswer,
  ) {}

  @Get('answers')
  @Allow('assessments:read')
  @ApiOperation({ operationId: 'answers_list', summary: 'Every answer of a self-evaluation' })
  @ApiOkResponse({ type: [AnswerDto] })
  async list(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
  ): Promise<AnswerDto[]> {
    return this.database.read(context, async (manager) => {
      if ((await this.reader.find(manager, context, assessmentId)) === null) throw notFound();
      return (await this.answers.list(manager, context, assessmentId)).map(AnswerDto.of);
    });
  }

  @Put('answers/:itemId')
  @Allow('assessments:write')
  @NeedsIfMatch()
  @ApiHeader({
    name: IDEMPOTENCY_HEADER,
    required: false,
    description: 'Repeating a request with its key changes nothing.',
  })
  @ApiOperation({ operationId: 'answers_put', summary: 'Answer one item; If-Match "0" at first' })
  @ApiOkResponse({ type: AnswerDto })
  async put(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Param('itemId') itemId: string,
    @IfMatch() expectedVersion: number,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: AnswerContentDto,
  ): Promise<AnswerDto> {
    const answer = await this.recordAnswer.execute(context, {
      assessmentId,
      itemId,
      expectedVersion,
      idempotencyKey: checkedKey(key),
      content: contentOf(body),
    });
    return AnswerDto.of(answer);
  }

  @Get('answers/:itemId/history')
  @Allow('assessments:read')
  @ApiOperation({ operationId: 'answers_history', summary: 'Every answer there was, newest first' })
  @ApiOkResponse({ type: [AnswerChangeDto] })
  async history(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Param('itemId') itemId: string,
  ): Promise<AnswerChangeDto[]> {
    return this.database.read(context, async (manager) => {
      if ((await this.reader.find(manager, context, assessmentId)) === null) throw notFound();
      const changes = await this.answers.history(manager, context, assessmentId, itemId);
      return changes.map(AnswerChangeDto.of);
    });
  }
}
