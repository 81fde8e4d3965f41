import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationsModule } from '../organizations';
import { ClientImportsController } from './import/client-imports.controller';
import { ClientImportsRepository } from './import/client-imports.repository';
import { ClientsController } from './clients.controller';
import { ClientsRepository } from './clients.repository';
import { EngagementsController } from './engagements.controller';
import { ENGAGEMENTS_ENTITIES } from './entities';
import { GrantsRepository } from './grants.repository';
import { MailedOffersController } from './mailed-offers.controller';
import { OffersRepository } from './offers.repository';
import { AnswerOffer } from './use-cases/answer-offer';
import { AssignPeople } from './use-cases/assign-people';
import { ChangeTerms } from './use-cases/change-terms';
import { DeliverLetter } from './use-cases/deliver-letter';
import { EndEngagement } from './use-cases/end-engagement';
import { ImportClients } from './use-cases/import-clients';
import { OfferImported } from './use-cases/offer-imported';
import { OfferToClient } from './use-cases/offer-to-client';
import { OfferToConsultancy } from './use-cases/offer-to-consultancy';
import { SendEngagementNews } from './use-cases/send-engagement-news';
import { SendOffer } from './use-cases/send-offer';
import { TellEngagement } from './use-cases/tell-engagement';
import { TellOfEnd } from './use-cases/tell-of-end';

@Module({
  imports: [TypeOrmModule.forFeature(ENGAGEMENTS_ENTITIES), OrganizationsModule],
  controllers: [
    EngagementsController,
    ClientsController,
    ClientImportsController,
    MailedOffersController,
  ],
  providers: [
    OffersRepository,
    GrantsRepository,
    ClientsRepository,
    ClientImportsRepository,
    ImportClients,
    OfferImported,
    OfferToConsultancy,
    OfferToClient,
    AnswerOffer,
    EndEngagement,
    ChangeTerms,
    AssignPeople,
    DeliverLetter,
    SendOffer,
    TellEngagement,
    SendEngagementNews,
    TellOfEnd,
  ],
})
export class EngagementsModule {}
