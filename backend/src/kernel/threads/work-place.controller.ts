import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow';
import { Context } from '../access/context.decorator';
import { RequestContext } from '../access/request-context';
import { ThreadPool } from './thread-pool';

class WorkPlaceDto {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 0,
    description: 'How many begin before it; 0: under way; null: unknown here, or done.',
  })
  before!: number | null;
}

/** Where a file or document of one's own stands in the line, while its request is open. */
@ApiTags('system')
@Controller('organizations/:organizationId/work')
export class WorkPlaceController {
  constructor(private readonly pool: ThreadPool) {}

  @Get(':correlationId')
  @Allow('organizations:read')
  @ApiOperation({
    operationId: 'work_place',
    summary: 'How many pieces of work begin before that of an open request, by its correlation id',
  })
  @ApiOkResponse({ type: WorkPlaceDto })
  get(
    @Context() { userId }: RequestContext,
    @Param('correlationId') correlationId: string,
  ): WorkPlaceDto {
    return { before: this.pool.placeOf({ userId, correlationId }) };
  }
}
