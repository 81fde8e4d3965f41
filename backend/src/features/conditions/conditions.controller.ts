import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Context, IfMatch, NeedsIfMatch, RequestContext } from '../../kernel';
import { AnswerCondition } from './use-cases/answer-condition';
import { AnswerConditionDto, ConditionDto } from './dto/condition.dto';
import { ShowConditions } from './use-cases/show-conditions';

@ApiTags('conditions')
@Controller('organizations/:organizationId/assessments/:assessmentId/conditions')
export class ConditionsController {
  constructor(
    private readonly shown: ShowConditions,
    private readonly answering: AnswerCondition,
  ) {}

  @Get()
  @Allow('assessments:read')
  @ApiOperation({
    operationId: 'conditions_list',
    summary: 'Conditions of an application, in the order of the scheme',
  })
  @ApiOkResponse({ type: [ConditionDto] })
  async list(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
  ): Promise<ConditionDto[]> {
    return (await this.shown.execute(context, assessmentId)).map(ConditionDto.of);
  }

  @Put(':conditionId')
  @Allow('assessments:write')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'conditions_put',
    summary: 'Say whether one condition is met; If-Match "0" at first',
  })
  @ApiOkResponse({ type: ConditionDto })
  async put(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Param('conditionId') conditionId: string,
    @IfMatch() expectedVersion: number,
    @Body() { answer, proof, checkedOn }: AnswerConditionDto,
  ): Promise<ConditionDto> {
    const fields = { answer, proof, checkedOn };
    const command = { assessmentId, conditionId, expectedVersion, fields };
    return ConditionDto.of(await this.answering.execute(context, command));
  }
}
