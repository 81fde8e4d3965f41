import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, trailPage } from '../../kernel';
import { PlatformTrailPageDto, PlatformTrailQueryDto } from './dto/platform-trail.dto';
import { PlatformTrailRepository } from './platform-trail.repository';

/** For those whom the settings name; nothing of any organization stands in it. */
@ApiTags('platform')
@Controller('platform/trail')
export class PlatformTrailController {
  constructor(private readonly reader: PlatformTrailRepository) {}

  @Get()
  @Allow('platform:audit')
  @ApiOperation({
    operationId: 'platformTrail_list',
    summary: 'Who did what outside of every organization, newest first',
  })
  @ApiOkResponse({ type: PlatformTrailPageDto })
  async list(
    @Query() { limit, before, ...filter }: PlatformTrailQueryDto,
  ): Promise<PlatformTrailPageDto> {
    return trailPage(await this.reader.lines(filter, limit + 1, before), limit);
  }
}
