import { EvidenceActionLinkEntity } from './evidence-action-link.entity';
import { EvidenceConditionLinkEntity } from './evidence-condition-link.entity';
import { EvidenceEntity } from './evidence.entity';
import { EvidenceHoldEntity } from './evidence-hold.entity';
import { EvidenceItemLinkEntity } from './evidence-item-link.entity';
import { EvidenceRevisionEntity } from './evidence-revision.entity';
import { EvidenceStandardLinkEntity } from './evidence-standard-link.entity';

/** The tables of this room. */
export const EVIDENCE_ENTITIES = [
  EvidenceActionLinkEntity,
  EvidenceConditionLinkEntity,
  EvidenceEntity,
  EvidenceHoldEntity,
  EvidenceItemLinkEntity,
  EvidenceRevisionEntity,
  EvidenceStandardLinkEntity,
];
