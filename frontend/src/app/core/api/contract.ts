/**
 * The shapes that the screens work with, checked against those generated from the OpenAPI document:
 * when the server answers otherwise, this file does not compile. Nothing of it reaches the browser.
 */
import type { OwnSession } from '../../features/accounts/own-sessions.service';
import type {
  Evidence,
  EvidenceChange,
  EvidenceLibrary,
  EvidenceUsage,
} from '../../features/evidence/evidence';
import type { Overview } from '../../features/overview/overview';
import type { Member } from '../../features/organizations/organizations.service';
import type { Profile, ProfileContent } from '../../features/organizations/profile/profile';
import type { Standard, StandardChange, StandardPage } from '../../features/standards/standard';
import type {
  ImportMapping,
  ImportRowPage,
  StandardImport,
} from '../../features/standards/standard-import';
import type { Session } from '../session/session';
import type {
  ChangeEvidenceDto,
  EvidenceDto,
  EvidenceLibraryDto,
  EvidenceUsageDto,
  ImportDto,
  ImportMappingDto,
  ImportRowsDto,
  MemberDto,
  OverviewDto,
  OwnSessionDto,
  ProfileDto,
  SaveProfileDto,
  SessionDto,
  StandardDto,
  WrittenStandardDto,
  StandardsPageDto,
} from './generated/models';

/** The generator makes lists mutable and says nothing of `readonly`; the screens never write into an answer. */
type Mutable<T> = T extends readonly (infer Entry)[]
  ? Mutable<Entry>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;
type Gives<Answer extends Wanted, Wanted> = Answer;
type Takes<Accepted, Sent extends Accepted> = Sent;

export type Contract = [
  Gives<SessionDto, Session>,
  Gives<OwnSessionDto, OwnSession>,
  Gives<EvidenceUsageDto, EvidenceUsage>,
  Gives<EvidenceDto, Evidence>,
  Gives<EvidenceLibraryDto, EvidenceLibrary>,
  Gives<OverviewDto, Overview>,
  Gives<MemberDto, Member>,
  Gives<ProfileDto, Profile>,
  Gives<StandardDto, Standard>,
  Gives<StandardsPageDto, StandardPage>,
  Gives<ImportDto, StandardImport>,
  Gives<ImportRowsDto, ImportRowPage>,
  Takes<ChangeEvidenceDto, Mutable<EvidenceChange>>,
  Takes<SaveProfileDto, Mutable<ProfileContent>>,
  Takes<WrittenStandardDto, Mutable<StandardChange>>,
  Takes<ImportMappingDto, Mutable<ImportMapping>>,
];
