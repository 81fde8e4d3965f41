import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Context,
  IfMatch,
  LargeBody,
  Limit,
  NeedsIfMatch,
  RequestContext,
} from '../../../kernel';
import { CorrectDutyAllocation } from '../use-cases/correct-duty-allocation';
import { CorrectDutiesDto, DutyAllocationDto, DutyCorrectionsDto } from './duty-allocation.dto';
import { ShowDutyAllocation } from '../use-cases/show-duty-allocation';

@ApiTags('organizations')
@Controller('organizations/:organizationId/duty-allocation')
export class DutyAllocationController {
  constructor(
    private readonly shown: ShowDutyAllocation,
    private readonly correcting: CorrectDutyAllocation,
  ) {}

  @Get()
  @Allow('profile:read')
  @Limit('document')
  @ApiOperation({
    operationId: 'duties_get',
    summary: 'Allocation of duties (职能分配表): as the register tells it, and what was corrected',
  })
  @ApiOkResponse({ type: DutyAllocationDto })
  async get(@Context() context: RequestContext): Promise<DutyAllocationDto> {
    return DutyAllocationDto.shown(await this.shown.execute(context));
  }

  @Put()
  @Allow('profile:write')
  @LargeBody({ bytes: 1024 * 1024, nodes: 25_000 })
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'duties_correct',
    summary: 'Keep the corrected marks; an empty list goes back. If-Match "0" at first',
  })
  @ApiOkResponse({ type: DutyCorrectionsDto })
  async correct(
    @Context() context: RequestContext,
    @IfMatch() version: number,
    @Body() { cells }: CorrectDutiesDto,
  ): Promise<DutyCorrectionsDto> {
    return DutyCorrectionsDto.of(await this.correcting.execute(context, version, cells));
  }
}
