import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../kernel';
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
    // One more than is shown tells whether there are older ones.
    const lines = await this.reader.lines(filter, limit + 1, before);
    return {
      lines: lines.slice(0, limit).map((line) => ({ ...line, details: { ...line.details } })),
      hasOlder: lines.length > limit,
    };
  }
}
