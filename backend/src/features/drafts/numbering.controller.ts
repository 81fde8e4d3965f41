import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Context, IfMatch, NeedsIfMatch, RequestContext } from '../../kernel';
import {
  NextNumberDto,
  NextNumberQueryDto,
  NumberingDto,
  numberingDto,
  SaveNumberingDto,
} from './dto/numbering.dto';
import { KeepNumbering } from './use-cases/keep-numbering';

@ApiTags('drafts')
@Controller('organizations/:organizationId/numbering-rule')
export class NumberingController {
  constructor(private readonly numbering: KeepNumbering) {}

  @Get()
  @Allow('standards:read')
  @ApiOperation({
    operationId: 'numbering_get',
    summary: 'How the enterprise numbers its standards',
  })
  @ApiOkResponse({ type: NumberingDto })
  async get(@Context() context: RequestContext): Promise<NumberingDto> {
    return numberingDto(await this.numbering.read(context));
  }

  @Put()
  @Allow('standards:write')
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'numbering_save', summary: 'Set it; version 0 for the first time' })
  @ApiOkResponse({ type: NumberingDto })
  async save(
    @Context() context: RequestContext,
    @IfMatch() version: number,
    @Body() body: SaveNumberingDto,
  ): Promise<NumberingDto> {
    return numberingDto(await this.numbering.save(context, { ...body, version }));
  }

  @Get('next')
  @Allow('standards:read')
  @ApiOperation({ operationId: 'numbering_next', summary: 'The next free number' })
  @ApiOkResponse({ type: NextNumberDto })
  async next(
    @Context() context: RequestContext,
    @Query() { node = '', ...asked }: NextNumberQueryDto,
  ): Promise<NextNumberDto> {
    return { number: await this.numbering.next(context, { ...asked, node }) };
  }
}
