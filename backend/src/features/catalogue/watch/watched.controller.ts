import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Context,
  LargeBody,
  Limit,
  organizationDay,
  RequestContext,
  TenantDatabase,
} from '../../../kernel';
import { VerifiedStandardsDto } from '../dto/verification.dto';
import { CheckCurrency } from '../use-cases/check-currency';
import { KeepWatched } from '../use-cases/keep-watched';
import { ReadWatched } from './read-watched';
import {
  AddedWatchedDto,
  MarkedReadDto,
  ReadWatchedDto,
  WatchedDto,
  WatchedFindingDto,
  WatchedInputDto,
  watchedDto,
} from './watched.dto';
import { VerifyWatched } from '../use-cases/verify-watched';
import { WatchedRepository } from './watched.repository';

@ApiTags('currency')
@Controller('organizations/:organizationId/currency/watched')
export class WatchedController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly watched: WatchedRepository,
    private readonly reading: ReadWatched,
    private readonly keeping: KeepWatched,
    private readonly verifying: VerifyWatched,
    private readonly checking: CheckCurrency,
  ) {}

  @Get()
  @Allow('standards:read')
  @ApiOperation({
    operationId: 'watched_list',
    summary: 'Standards that the enterprise follows, with what changed since it last looked',
  })
  @ApiOkResponse({ type: [WatchedDto] })
  list(@Context() context: RequestContext): Promise<WatchedDto[]> {
    return this.database.read(context, async (manager) => {
      const followed = await this.watched.list(manager, context);
      const day = organizationDay(new Date());
      const known = await this.reading.known(manager, context, day, followed);
      return followed.flatMap((one) => {
        const found = known.get(one.identityKey);
        return found === undefined ? [] : [watchedDto(one, found)];
      });
    });
  }

  @Post()
  @HttpCode(200)
  @Allow('standards:write')
  @Limit('import')
  @LargeBody({ bytes: 64 * 1024, nodes: 10 })
  @ApiOperation({
    operationId: 'watched_add',
    summary: 'Follow the standards whose numbers are pasted',
  })
  @ApiOkResponse({ type: AddedWatchedDto })
  async add(
    @Context() context: RequestContext,
    @Body() { numbers }: WatchedInputDto,
  ): Promise<AddedWatchedDto> {
    const { ids, already, unread } = await this.keeping.add(context, numbers, new Date());
    return { ids: [...ids], already: [...already], unread: [...unread] };
  }

  @Post('read')
  @HttpCode(200)
  @Allow('standards:write')
  // 500 ids with their stamps.
  @LargeBody({ bytes: 64 * 1024, nodes: 3_000 })
  @ApiOperation({ operationId: 'watched_markRead', summary: 'Mark what was shown as read' })
  @ApiOkResponse({ type: MarkedReadDto })
  async markRead(
    @Context() context: RequestContext,
    @Body() { shown }: ReadWatchedDto,
  ): Promise<MarkedReadDto> {
    return { marked: await this.keeping.markRead(context, shown, new Date()) };
  }

  @Post(':id/verifications')
  @HttpCode(200)
  @Allow('standards:write')
  @Limit('import')
  @ApiOperation({
    operationId: 'watched_verify',
    summary: 'Note what was looked up about a followed standard',
  })
  @ApiOkResponse({ type: VerifiedStandardsDto })
  async verify(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WatchedFindingDto,
  ): Promise<VerifiedStandardsDto> {
    const { result, replacedBy = '', checkedOn, source, evidenceId = null } = body;
    const finding = {
      ...{ result, checkedOn, source, evidenceId },
      replacedBy: result === 'replaced' ? replacedBy : '',
    };
    const done = await this.verifying.execute(context, id, finding, new Date());
    await this.checking.execute(context, new Date(), false);
    return { ...done, ids: [...done.ids] };
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('standards:write')
  @ApiOperation({ operationId: 'watched_remove', summary: 'Follow a standard no longer' })
  @ApiNoContentResponse()
  remove(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.keeping.remove(context, id);
  }

  @Post(':id/restore')
  @HttpCode(204)
  @Allow('standards:write')
  @ApiOperation({ operationId: 'watched_restore', summary: 'Take the removal back' })
  @ApiNoContentResponse()
  restore(
    @Context() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.keeping.restore(context, id);
  }
}
