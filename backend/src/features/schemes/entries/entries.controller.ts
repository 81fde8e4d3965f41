import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Req,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import {
  Allow,
  Context,
  IfMatch,
  LargeBody,
  Limit,
  NeedsIfMatch,
  RequestContext,
  TableUploads,
} from '../../../kernel';
import { CheckEntry } from '../use-cases/check-entry';
import { EntryContentDto } from './dto/entry-content.dto';
import {
  EntryDto,
  EntryProblemDto,
  EntrySummaryDto,
  MoveEntryDto,
  SecondReadingDto,
} from './dto/entry.dto';
import { MoveEntry } from '../use-cases/move-entry';
import { ShowEntry } from '../use-cases/show-entry';
import { WriteEntry } from '../use-cases/write-entry';

@ApiTags('schemes')
@Controller('organizations/:organizationId/scheme-entries')
export class EntriesController {
  constructor(
    private readonly shown: ShowEntry,
    private readonly writer: WriteEntry,
    private readonly mover: MoveEntry,
    private readonly checker: CheckEntry,
    private readonly uploads: TableUploads,
  ) {}

  @Get()
  @Allow('own_schemes:read')
  @ApiOperation({
    operationId: 'schemeEntries_list',
    summary: 'Scoring tables that are entered from paper, the latest change first',
  })
  @ApiOkResponse({ type: [EntrySummaryDto] })
  async list(@Context() context: RequestContext): Promise<EntrySummaryDto[]> {
    return (await this.shown.list(context)).map(EntrySummaryDto.summary);
  }

  @Post()
  @Allow('schemes:write')
  @ApiOperation({ operationId: 'schemeEntries_start', summary: 'Begin to enter a scoring table' })
  @ApiCreatedResponse({ type: EntryDto })
  async start(@Context() context: RequestContext): Promise<EntryDto> {
    return EntryDto.of(await this.writer.start(context));
  }

  @Post('workbooks')
  @Allow('schemes:write')
  @Limit('import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiOperation({
    operationId: 'schemeEntries_startFrom',
    summary: 'Begin with a filled-in workbook; a second person still checks it',
  })
  @ApiCreatedResponse({ type: EntryDto })
  async startFrom(@Context() context: RequestContext, @Req() request: Request): Promise<EntryDto> {
    return this.uploads.receive(context, request, async (file) =>
      EntryDto.of(await this.writer.startFrom(context, file)),
    );
  }

  @Get(':id')
  @Allow('own_schemes:read')
  @ApiOperation({
    operationId: 'schemeEntries_get',
    summary: 'One entry; its figures only for those who enter it, until it is entered',
  })
  @ApiOkResponse({ type: EntryDto })
  async get(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<EntryDto> {
    return EntryDto.of(await this.shown.execute(context, id));
  }

  @Get(':id/problems')
  @Allow('own_schemes:read')
  @ApiOperation({
    operationId: 'schemeEntries_problems',
    summary: 'What keeps it from being submitted, each with its place',
  })
  @ApiOkResponse({ type: [EntryProblemDto] })
  async problems(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<EntryProblemDto[]> {
    const problems = await this.shown.problems(context, id);
    return problems.map(EntryProblemDto.of(context.language));
  }

  @Put(':id/content')
  @Allow('schemes:write')
  // A table of 164 items with five deductions each has some 12,000 values.
  @LargeBody({ bytes: 1024 * 1024, nodes: 60_000, keys: 1_000 })
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'schemeEntries_write', summary: 'Keep what was typed' })
  @ApiOkResponse({ type: EntryDto })
  async write(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() content: EntryContentDto,
  ): Promise<EntryDto> {
    return EntryDto.of(await this.writer.execute(context, { id, version }, content));
  }

  @Post(':id/editors')
  @HttpCode(200)
  @Allow('schemes:write')
  @ApiOperation({
    operationId: 'schemeEntries_join',
    summary: 'Enter it together with others; who joins cannot check it',
  })
  @ApiOkResponse({ type: EntryDto })
  async join(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<EntryDto> {
    return EntryDto.of(await this.writer.join(context, id));
  }

  @Post(':id/moves')
  @HttpCode(200)
  @Allow('schemes:write')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'schemeEntries_move',
    summary: 'Submit, take back, revise, give up or resume',
  })
  @ApiOkResponse({ type: EntryDto })
  async move(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { move }: MoveEntryDto,
  ): Promise<EntryDto> {
    return EntryDto.of(await this.mover.execute(context, { id, version }, move));
  }

  @Post(':id/checks')
  @HttpCode(200)
  @Allow('schemes:write')
  // Which fields differ is told: nobody shall try figure after figure until none does.
  @Limit('import')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'schemeEntries_check',
    summary: 'Totals and thresholds read again by another person; where both agree it is entered',
  })
  @ApiOkResponse({ type: EntryDto })
  async check(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() reading: SecondReadingDto,
  ): Promise<EntryDto> {
    return EntryDto.of(await this.checker.execute(context, { id, version }, reading));
  }
}
