import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Context, RequestContext } from '../../kernel';
import { CoverageDto, CoverageQueryDto, SystemProgressDto } from './dto/coverage.dto';
import { ReadCoverage } from './use-cases/read-coverage';

@ApiTags('systems')
@Controller('organizations/:organizationId')
export class SystemCoverageController {
  constructor(private readonly reader: ReadCoverage) {}

  @Get('systems/:id/coverage')
  @Allow('systems:read')
  @ApiOperation({
    operationId: 'systems_coverage',
    summary: 'What a complete system holds against what this one holds',
  })
  @ApiOkResponse({ type: CoverageDto })
  async coverage(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { industry }: CoverageQueryDto,
  ): Promise<CoverageDto> {
    const found = await this.reader.execute(context, id, industry);
    return CoverageDto.of(found, context.language);
  }

  @Get('system-progress')
  @Allow('systems:read')
  @ApiOperation({
    operationId: 'systems_progress',
    summary: 'How complete the primary system is, and what to do next',
  })
  @ApiOkResponse({ type: SystemProgressDto })
  async progress(@Context() context: RequestContext): Promise<SystemProgressDto> {
    return SystemProgressDto.of(await this.reader.progress(context), context.language);
  }
}
