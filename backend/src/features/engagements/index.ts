export { EngagementsModule } from './engagements.module';
export { DELIVER_LETTER } from './use-cases/deliver-letter';
export { SEND_ENGAGEMENT_NEWS } from './use-cases/send-engagement-news';
export { OFFER_IMPORTED } from './use-cases/offer-imported';
export { SEND_OFFER } from './use-cases/send-offer';
export { TELL_ENGAGEMENT } from './use-cases/tell-engagement';
export { TELL_OF_END } from './use-cases/tell-of-end';
