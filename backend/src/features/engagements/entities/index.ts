import { AccessGrantEntity } from './access-grant.entity';
import { ClientAssignmentEntity } from './client-assignment.entity';
import { ClientImportEntity } from './client-import.entity';
import { ClientEntity } from './client.entity';
import { EngagementOfferEntity } from './engagement-offer.entity';

/** The tables of this room. */
export const ENGAGEMENTS_ENTITIES = [
  AccessGrantEntity,
  ClientAssignmentEntity,
  ClientImportEntity,
  ClientEntity,
  EngagementOfferEntity,
];
