import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EntityManager } from 'typeorm';
import {
  Allow,
  Context,
  Limit,
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { CatalogueRepository, type CatalogueEntry } from './catalogue.repository';
import {
  CatalogueEntryDto,
  catalogueEntryDto,
  CataloguePageDto,
  CatalogueQueryDto,
  FeedbackDto,
  FeedbackInputDto,
} from './dto/catalogue.dto';
import { CatalogueFeedbackDto, catalogueFeedbackDto } from './dto/maintenance.dto';
import { AnswerFeedback } from './use-cases/answer-feedback';
import { GiveFeedback } from './use-cases/give-feedback';

function entryIdOf(text: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw notFound();
  return Number(text);
}

/** The same catalogue for every organization; the route carries one so that its members may read it. */
@ApiTags('catalogue')
@Controller('organizations/:organizationId/catalogue')
export class CatalogueController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly catalogue: CatalogueRepository,
    private readonly feedback: GiveFeedback,
    private readonly answers: AnswerFeedback,
  ) {}

  @Get()
  @Allow('catalogue:read')
  @ApiOperation({ operationId: 'catalogue_search', summary: 'Search the catalogue of standards' })
  @ApiOkResponse({ type: CataloguePageDto })
  search(
    @Context() context: RequestContext,
    @Query() { q, status, plans, limit = 50 }: CatalogueQueryDto,
  ): Promise<CataloguePageDto> {
    const day = organizationDay(new Date());
    return this.database.read(context, async (manager) => {
      const query = { q, status, plans: plans === 'true', limit };
      const { entries, isCut } = await this.catalogue.search(manager, day, query);
      return { rows: await this.dtos(manager, entries, day), isCut };
    });
  }

  @Get('feedback')
  @Allow('catalogue:read')
  @ApiOperation({
    operationId: 'catalogue_ownFeedback',
    summary: 'What members of the organization reported, with the answers',
  })
  @ApiOkResponse({ type: [CatalogueFeedbackDto] })
  async ownFeedback(@Context() context: RequestContext): Promise<CatalogueFeedbackDto[]> {
    return (await this.answers.ofOrganization(context)).map(catalogueFeedbackDto);
  }

  @Get(':entryId')
  @Allow('catalogue:read')
  @ApiOperation({ operationId: 'catalogue_get', summary: 'One entry of the catalogue' })
  @ApiOkResponse({ type: CatalogueEntryDto })
  async get(
    @Context() context: RequestContext,
    @Param('entryId') entryId: string,
  ): Promise<CatalogueEntryDto> {
    const id = entryIdOf(entryId);
    const [dto] = await this.database.read(context, async (manager) => {
      const entry = await this.catalogue.find(manager, id);
      return entry === null ? [] : this.dtos(manager, [entry], organizationDay(new Date()));
    });
    if (dto === undefined) throw notFound();
    return dto;
  }

  @Post(':entryId/feedback')
  @Allow('catalogue:read')
  @Limit('feedback')
  @ApiOperation({
    operationId: 'catalogue_giveFeedback',
    summary: 'Tell the maintainers of the catalogue what is wrong with an entry',
  })
  @ApiCreatedResponse({ type: FeedbackDto })
  async give(
    @Context() context: RequestContext,
    @Param('entryId') entryId: string,
    @Body() { message, source = '' }: FeedbackInputDto,
  ): Promise<FeedbackDto> {
    return { id: await this.feedback.execute(context, entryIdOf(entryId), { message, source }) };
  }

  private async dtos(
    manager: EntityManager,
    entries: readonly CatalogueEntry[],
    day: string,
  ): Promise<CatalogueEntryDto[]> {
    const keys = entries.map(({ identityKey }) => identityKey);
    const known = await this.catalogue.replacementsFrom(manager, keys);
    return entries.map((entry) => {
      const newer = known.filter(({ oldKey }) => oldKey === entry.identityKey);
      return catalogueEntryDto(
        entry,
        newer.map(({ newKey }) => newKey),
        day,
      );
    });
  }
}
