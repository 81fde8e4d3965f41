import {
  Body,
  Controller,
  Get,
  HttpCode,
  Ip,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Limit, notFound, PlatformDatabase, Public } from '../../kernel';
import { PublicitiesQueryDto, PublicityDto, SendObjectionDto } from './dto/publicity.dto';
import { PublicitiesRepository } from './publicities.repository';
import { SendObjection } from './use-cases/send-objection';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

/** 公示: decisions that anybody may object to while they are public. */
@ApiTags('publicities')
@Controller('publicities')
export class PublicitiesController {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly publicities: PublicitiesRepository,
    private readonly sending: SendObjection,
  ) {}

  @Get()
  @Public()
  @Limit('verify')
  @ApiOperation({ operationId: 'publicities_list', summary: 'What ends first at the top' })
  @ApiOkResponse({ type: [PublicityDto] })
  list(@Query() { limit = 50, offset = 0 }: PublicitiesQueryDto): Promise<PublicityDto[]> {
    return this.publicities.shown(this.database.manager, limit, offset);
  }

  @Get(':id')
  @Public()
  @Limit('verify')
  @ApiOperation({ operationId: 'publicities_get', summary: 'One that is public today' })
  @ApiOkResponse({ type: PublicityDto })
  get(@Param('id', idPipe) id: string): Promise<PublicityDto> {
    return this.sending.about(id);
  }

  @Post(':id/objections')
  @Public()
  @Limit('objection')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'publicities_object',
    summary: 'Object to it; only the body reads it',
  })
  @ApiNoContentResponse()
  object(
    @Param('id', idPipe) id: string,
    @Ip() address: string,
    @Body() objection: SendObjectionDto,
  ): Promise<void> {
    return this.sending.execute(id, objection, address);
  }
}
