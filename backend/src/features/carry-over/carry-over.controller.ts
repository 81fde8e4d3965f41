import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow, Context, isUuid, RequestContext, validationFailed } from '../../kernel';
import { CarryOver } from './use-cases/carry-over';
import { CarriedOverDto, CarryOverDto, CarryOverOfferDto } from './carry-over.dto';

@ApiTags('assessments')
@Controller('organizations/:organizationId/assessments/:assessmentId/carry-over')
export class CarryOverController {
  constructor(private readonly carrying: CarryOver) {}

  @Get()
  @Allow('assessments:read')
  @ApiQuery({ name: 'from', required: false, description: 'The newest one if left out' })
  @ApiOperation({
    operationId: 'carryOver_offer',
    summary: 'What an evaluation of readiness offers to one by an entered table',
  })
  @ApiOkResponse({ type: CarryOverOfferDto })
  async offer(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) id: string,
    @Query('from') from?: string,
  ): Promise<CarryOverOfferDto> {
    if (from !== undefined && !isUuid(from))
      throw validationFailed({ path: 'from', code: 'not_uuid' });
    return CarryOverOfferDto.of(await this.carrying.offer(context, id, from ?? null));
  }

  @Post()
  @HttpCode(200)
  @Allow('assessments:write')
  @ApiOperation({
    operationId: 'carryOver_execute',
    summary: 'Take over answers and evidence; what was answered already stays',
  })
  @ApiOkResponse({ type: CarriedOverDto })
  async execute(
    @Context() context: RequestContext,
    @Param('assessmentId', ParseUUIDPipe) id: string,
    @Body() { from, itemIds }: CarryOverDto,
  ): Promise<CarriedOverDto> {
    return this.carrying.execute(context, id, from, itemIds);
  }
}
