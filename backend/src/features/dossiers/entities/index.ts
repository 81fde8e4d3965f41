import { DossierAttachmentEntity } from './dossier-attachment.entity';
import { DossierAttachmentListEntity } from './dossier-attachment-list.entity';
import { DossierEntity } from './dossier.entity';
import { DutyCorrectionEntity } from './duty-correction.entity';
import { IssuedDossierEntity } from './issued-dossier.entity';

/** The tables of this room. */
export const DOSSIERS_ENTITIES = [
  DossierAttachmentEntity,
  DossierAttachmentListEntity,
  DossierEntity,
  DutyCorrectionEntity,
  IssuedDossierEntity,
];
