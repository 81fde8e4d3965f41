import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Score } from '@liangxing/scoring';
import { Allow, Context, notFound, RequestContext } from '../../kernel';
import { ReadinessDto } from './readiness.dto';
import { ScoredAssessments, type ScoredAssessment } from './scored-assessments';

@ApiTags('assessments')
@Controller('organizations/:organizationId/assessments/:assessmentId')
export class ReadinessController {
  constructor(private readonly scored: ScoredAssessments) {}

  @Get('score')
  @Allow('assessments:read')
  @ApiOperation({ operationId: 'answers_score', summary: 'The score, derived from the answers' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async score(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
  ): Promise<Score> {
    return (await this.find(context, assessmentId)).score;
  }

  @Get('readiness')
  @Allow('assessments:read')
  @ApiOperation({
    operationId: 'assessments_readiness',
    summary: 'State of every readiness item with its reasons; nothing where points are given',
  })
  @ApiOkResponse({ type: ReadinessDto })
  async readiness(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
  ): Promise<ReadinessDto> {
    return ReadinessDto.of(await this.find(context, assessmentId), context.language);
  }

  private async find(context: RequestContext, assessmentId: string): Promise<ScoredAssessment> {
    const found = await this.scored.read(context, assessmentId);
    if (found === null) throw notFound();
    return found;
  }
}
