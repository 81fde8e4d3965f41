import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Context, Limit, notFound, RequestContext, TenantDatabase } from '../../kernel';
import { ClientsRepository } from './clients.repository';
import {
  AssignedDto,
  AssignPeopleDto,
  ClientDto,
  ConsultancyMoveDto,
  OfferToClientDto,
} from './dto/client.dto';
import type { Assigned, Client } from './engagement';
import { OffersRepository } from './offers.repository';
import { AnswerOffer } from './use-cases/answer-offer';
import { AssignPeople } from './use-cases/assign-people';
import { EndEngagement } from './use-cases/end-engagement';
import { OfferToClient } from './use-cases/offer-to-client';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

/** 客户 of a consultancy: with whom it has an engagement, and who works for them. */
@ApiTags('engagements')
@Controller('organizations/:organizationId/clients')
export class ClientsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clients: ClientsRepository,
    private readonly offers: OffersRepository,
    private readonly offering: OfferToClient,
    private readonly answering: AnswerOffer,
    private readonly ending: EndEngagement,
    private readonly assigning: AssignPeople,
  ) {}

  @Get()
  @Allow('engagements:read')
  @ApiOperation({
    operationId: 'clients_list',
    summary: 'Offers of both sides that wait, and all clients; those that ended keep their line',
  })
  @ApiOkResponse({ type: [ClientDto] })
  list(@Context() context: RequestContext): Promise<Client[]> {
    return this.database.read(context, async (manager) =>
      context.kind === 'consultancy'
        ? [
            ...(await this.offers.ofConsultancy(manager, context)),
            ...(await this.clients.list(manager, context)),
          ]
        : [],
    );
  }

  @Post()
  @Allow('engagements:offer')
  @Limit('invite')
  @HttpCode(204)
  @ApiOperation({ operationId: 'clients_offer', summary: 'Offer an engagement by mail' })
  @ApiNoContentResponse()
  offer(@Context() context: RequestContext, @Body() body: OfferToClientDto): Promise<void> {
    return this.offering.execute(context, body);
  }

  @Post(':id/withdrawal')
  @Allow('engagements:offer')
  @HttpCode(204)
  @ApiOperation({ operationId: 'clients_withdraw', summary: 'Withdraw an offer of one’s own' })
  @ApiNoContentResponse()
  withdraw(@Context() context: RequestContext, @Param('id', idPipe) id: string): Promise<void> {
    return this.ending.withdraw(context, id);
  }

  @Post(':id/moves')
  @Allow('engagements:write')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'clients_move',
    summary: 'Accept or decline the offer of a client, or end an engagement',
  })
  @ApiNoContentResponse()
  move(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Body() { move }: ConsultancyMoveDto,
  ): Promise<void> {
    return move === 'resign'
      ? this.ending.resign(context, id)
      : this.answering.asConsultancy(context, id, move);
  }

  @Put(':id/people')
  @Allow('engagements:write')
  @ApiOperation({ operationId: 'clients_assign', summary: 'Say who works for a client' })
  @ApiOkResponse({ type: [AssignedDto] })
  assign(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
    @Body() { userIds }: AssignPeopleDto,
  ): Promise<Assigned[]> {
    return this.assigning.execute(context, id, userIds);
  }
}
