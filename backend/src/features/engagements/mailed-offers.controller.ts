import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Context, Limit, Public, RequestContext } from '../../kernel';
import { SeenOfferDto } from './dto/engagement.dto';
import type { SeenOffer } from './engagement';
import { AnswerOffer } from './use-cases/answer-offer';

@ApiTags('engagements')
@Controller('engagement-offers/:token')
export class MailedOffersController {
  constructor(private readonly answering: AnswerOffer) {}

  @Get()
  @Public()
  @Limit('see_invitation')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'engagementOffers_get', summary: 'Who offers, and what' })
  @ApiOkResponse({ type: SeenOfferDto })
  get(@Param('token') token: string): Promise<SeenOffer> {
    return this.answering.see(token);
  }

  @Post('refusal')
  @Allow('account:use')
  @Limit('accept_invitation')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'engagementOffers_decline',
    summary: 'Decline without answering for an enterprise',
  })
  @ApiNoContentResponse()
  decline(@Context() context: RequestContext, @Param('token') token: string): Promise<void> {
    return this.answering.withoutEnterprise(context, token);
  }
}
