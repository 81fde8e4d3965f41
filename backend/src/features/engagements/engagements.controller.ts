import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Context,
  IfMatch,
  Limit,
  NeedsIfMatch,
  notFound,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import {
  AnswerOfferDto,
  ClientMoveDto,
  EngagementDto,
  ExtendDto,
  FindConsultancyDto,
  FoundConsultancyDto,
  OfferToConsultancyDto,
} from './dto/engagement.dto';
import { AreasDto } from './dto/terms.dto';
import type { Engagement } from './engagement';
import { GrantsRepository } from './grants.repository';
import { OffersRepository } from './offers.repository';
import { AnswerOffer } from './use-cases/answer-offer';
import { ChangeTerms } from './use-cases/change-terms';
import { EndEngagement } from './use-cases/end-engagement';
import { OfferToConsultancy } from './use-cases/offer-to-consultancy';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

/** 咨询合作 of an enterprise: which consultancies work on its data. */
@ApiTags('engagements')
@Controller('organizations/:organizationId/engagements')
export class EngagementsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly grants: GrantsRepository,
    private readonly offers: OffersRepository,
    private readonly offering: OfferToConsultancy,
    private readonly answering: AnswerOffer,
    private readonly ending: EndEngagement,
    private readonly changing: ChangeTerms,
  ) {}

  @Get()
  @Allow('engagements:read')
  @ApiOperation({
    operationId: 'engagements_list',
    summary: 'Engagements of an enterprise; those that ended keep their line',
  })
  @ApiOkResponse({ type: [EngagementDto] })
  list(@Context() context: RequestContext): Promise<Engagement[]> {
    return this.database.read(context, async (manager) => [
      ...(await this.offers.ofClient(manager, context)),
      ...(await this.grants.list(manager, context)),
    ]);
  }

  @Post('consultancy')
  @Allow('engagements:offer')
  @Limit('find_consultancy')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'engagements_findConsultancy',
    summary: 'Name of the consultancy that the platform opened under this credit code',
  })
  @ApiOkResponse({ type: FoundConsultancyDto })
  findConsultancy(
    @Context() context: RequestContext,
    @Body() { creditCode }: FindConsultancyDto,
  ): Promise<FoundConsultancyDto> {
    return this.offering.find(context, creditCode);
  }

  @Post()
  @Allow('engagements:offer')
  @Limit('invite')
  @HttpCode(204)
  @ApiOperation({ operationId: 'engagements_offer', summary: 'Offer one to a consultancy' })
  @ApiNoContentResponse()
  offer(@Context() context: RequestContext, @Body() body: OfferToConsultancyDto): Promise<void> {
    return this.offering.execute(context, body);
  }

  @Post('answers')
  @Allow('engagements:write')
  @Limit('accept_invitation')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'engagements_answer',
    summary: 'Accept or decline the mailed offer of a consultancy, for this enterprise',
  })
  @ApiNoContentResponse()
  answer(
    @Context() context: RequestContext,
    @Body() { token, answer, ...terms }: AnswerOfferDto,
  ): Promise<void> {
    return this.answering.asClient(context, { token, answer, terms });
  }

  @Post(':id/moves')
  @Allow('engagements:write')
  @HttpCode(204)
  @ApiOperation({ operationId: 'engagements_move', summary: 'Withdraw an offer, or end one' })
  @ApiNoContentResponse()
  move(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Body() { move }: ClientMoveDto,
  ): Promise<void> {
    return move === 'withdraw'
      ? this.ending.withdraw(context, id)
      : this.ending.revoke(context, id);
  }

  @Put(':id/areas')
  @Allow('engagements:write')
  @HttpCode(204)
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'engagements_setAreas', summary: 'Open other areas' })
  @ApiNoContentResponse()
  setAreas(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() areas: AreasDto,
  ): Promise<void> {
    return this.changing.execute(context, id, version, { areas });
  }

  @Put(':id/last-day')
  @Allow('engagements:write')
  @HttpCode(204)
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'engagements_extend', summary: 'Move the last day' })
  @ApiNoContentResponse()
  extend(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @IfMatch() version: number,
    @Body() { until }: ExtendDto,
  ): Promise<void> {
    return this.changing.execute(context, id, version, { until });
  }
}
