import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Limit, Public } from '../../kernel';
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
}
