import { RecordAccountEntity } from './record-account.entity';
import { RecordEntity } from './record.entity';
import { RecordEvidenceEntity } from './record-evidence.entity';
import { RecordImportEntity } from './record-import.entity';

/** The tables of this room. */
export const RECORDS_ENTITIES = [
  RecordAccountEntity,
  RecordEntity,
  RecordEvidenceEntity,
  RecordImportEntity,
];
