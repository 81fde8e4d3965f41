import { RegisterActEntity } from './register-act.entity';
import { RegisterActRowEntity } from './register-act-row.entity';
import { StandardEntity } from './standard.entity';
import { StandardImportEntity } from './standard-import.entity';
import { StandardImportPieceEntity } from './standard-import-piece.entity';

/** The tables of this room. */
export const STANDARDS_ENTITIES = [
  RegisterActEntity,
  RegisterActRowEntity,
  StandardEntity,
  StandardImportEntity,
  StandardImportPieceEntity,
];
