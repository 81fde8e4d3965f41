import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Context, RequestContext } from '../../kernel';
import { OverviewDto, OverviewQueryDto } from './overview.dto';
import type { Overview } from './overview';
import { ReadOverview } from './use-cases/read-overview';

@ApiTags('overview')
@Controller('organizations/:organizationId/overview')
export class OverviewController {
  constructor(private readonly readOverview: ReadOverview) {}

  @Get()
  @Allow('overview:read')
  @ApiOperation({ operationId: 'overview_get', summary: 'State of the application at a glance' })
  @ApiOkResponse({ type: OverviewDto })
  get(
    @Context() context: RequestContext,
    @Query() { assessment }: OverviewQueryDto,
  ): Promise<Overview> {
    return this.readOverview.execute(context, new Date(), assessment);
  }
}
