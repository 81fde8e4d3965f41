import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Context,
  IfMatch,
  NeedsIfMatch,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { BodiesRepository } from './bodies.repository';
import { BodyProfileDto, WriteBodyDto } from './dto/body.dto';
import { KeepProfile } from './use-cases/keep-profile';

/** 机构介绍 of a body. */
@ApiTags('bodies')
@Controller('organizations/:organizationId/body-profile')
export class BodiesController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly bodies: BodiesRepository,
    private readonly keeping: KeepProfile,
  ) {}

  @Get()
  @Allow('body:read')
  @ApiOperation({ operationId: 'bodies_profile', summary: 'What the body says of itself' })
  @ApiOkResponse({ type: BodyProfileDto })
  async profile(@Context() context: RequestContext): Promise<BodyProfileDto> {
    const found = await this.database.read(context, (manager) =>
      this.bodies.profile(manager, context),
    );
    return BodyProfileDto.of(found);
  }

  @Put()
  @Allow('body:write')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'bodies_write',
    summary: 'Say it anew; If-Match "0" at first',
  })
  @ApiOkResponse({ type: BodyProfileDto })
  async write(
    @Context() context: RequestContext,
    @IfMatch() version: number,
    @Body() facts: WriteBodyDto,
  ): Promise<BodyProfileDto> {
    return BodyProfileDto.of(await this.keeping.execute(context, version, facts));
  }
}
