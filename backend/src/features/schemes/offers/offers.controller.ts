import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Context, notFound, RequestContext, TenantDatabase } from '../../../kernel';
import { OfferedSchemeDto, OfferSchemeDto, SchemeOfferDto, TakenOverDto } from './offer.dto';
import { OfferScheme } from '../use-cases/offer-scheme';
import { TakeSchemeOver } from '../use-cases/take-scheme-over';
import { OffersRepository } from './offers.repository';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

/** Scoring tables of bodies (评价组织): offered by the one, taken over by enterprises. */
@ApiTags('schemes')
@Controller('organizations/:organizationId')
export class OffersController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly offers: OffersRepository,
    private readonly offering: OfferScheme,
    private readonly takingOver: TakeSchemeOver,
  ) {}

  @Get('scheme-offers')
  @Allow('body:read')
  @ApiOperation({ operationId: 'schemeOffers_list', summary: 'What the body offers enterprises' })
  @ApiOkResponse({ type: [SchemeOfferDto] })
  async list(@Context() context: RequestContext): Promise<SchemeOfferDto[]> {
    const found = await this.database.read(context, (manager) => this.offers.own(manager, context));
    return found.map(SchemeOfferDto.of);
  }

  @Put('scheme-offers/:schemeId')
  @Allow('body:write')
  @ApiOperation({
    operationId: 'schemeOffers_offer',
    summary: 'Offer a version of an own scheme, in place of whichever was offered',
  })
  @ApiOkResponse({ type: [SchemeOfferDto] })
  async offer(
    @Context() context: RequestContext,
    @Param('schemeId') schemeId: string,
    @Body() { version }: OfferSchemeDto,
  ): Promise<SchemeOfferDto[]> {
    return (await this.offering.execute(context, schemeId, version)).map(SchemeOfferDto.of);
  }

  @Delete('scheme-offers/:schemeId')
  @Allow('body:write')
  @ApiOperation({
    operationId: 'schemeOffers_takeBack',
    summary: 'Offer it no longer; what was taken over stays',
  })
  @ApiOkResponse({ type: [SchemeOfferDto] })
  async takeBack(
    @Context() context: RequestContext,
    @Param('schemeId') schemeId: string,
  ): Promise<SchemeOfferDto[]> {
    return (await this.offering.takeBack(context, schemeId)).map(SchemeOfferDto.of);
  }

  @Get('offered-schemes')
  @Allow('own_schemes:read')
  @ApiOperation({
    operationId: 'offeredSchemes_list',
    summary: 'Scoring tables that bodies offer, by the name of the body',
  })
  @ApiOkResponse({ type: [OfferedSchemeDto] })
  async offered(@Context() context: RequestContext): Promise<OfferedSchemeDto[]> {
    const found = await this.database.read(context, (manager) => this.offers.all(manager));
    return found.map(OfferedSchemeDto.of);
  }

  @Post('offered-schemes/:bodyId/:schemeId/copies')
  @Allow('schemes:write')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'offeredSchemes_takeOver',
    summary: 'Take the table over as an own one; the same again gives the version that is there',
  })
  @ApiOkResponse({ type: TakenOverDto })
  async takeOver(
    @Context() context: RequestContext,
    @Param('bodyId', idPipe) bodyId: string,
    @Param('schemeId') schemeId: string,
  ): Promise<TakenOverDto> {
    const { id, version } = await this.takingOver.execute(context, bodyId, schemeId);
    return { id, version };
  }
}
