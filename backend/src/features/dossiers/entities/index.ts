import { DossierEntity } from './dossier.entity';
import { DossierEvidenceEntity } from './dossier-evidence.entity';
import { IssuedDossierEntity } from './issued-dossier.entity';

/** The tables of this room. */
export const DOSSIERS_ENTITIES = [DossierEntity, DossierEvidenceEntity, IssuedDossierEntity];
