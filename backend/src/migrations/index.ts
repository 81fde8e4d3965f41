import { KeepResultsOfEvaluations1764000881100 } from './1764000881100-keep-results-of-evaluations';
import { KnowWhoMayEvaluate1764000882000 } from './1764000882000-know-who-may-evaluate';
import { PlanEvaluations1764000882100 } from './1764000882100-plan-evaluations';
import { LetTeamsScore1764000883000 } from './1764000883000-let-teams-score';
import { DecideAndCertify1764000884000 } from './1764000884000-decide-and-certify';
import { TakeCasesAlong1764000886000 } from './1764000886000-take-cases-along';
import { KnowFindingsOfDevices1764000890000 } from './1764000890000-know-findings-of-devices';
import { CarryCasesToTheirCertificates1764000881000 } from './1764000881000-carry-cases-to-their-certificates';
import { FoundTenancy1764000100000 } from './1764000100000-found-tenancy';
import { KnowPeopleAndTheirSessions1764000100100 } from './1764000100100-know-people-and-their-sessions';
import { JoinPeopleInOrganizations1764000100200 } from './1764000100200-join-people-in-organizations';
import { KeepAnAuditTrail1764000100300 } from './1764000100300-keep-an-audit-trail';
import { QueueBackgroundWork1764000100400 } from './1764000100400-queue-background-work';
import { KeepARegisterOfStandards1764000401000 } from './1764000401000-keep-a-register-of-standards';
import { KeepPublishedSchemes1764000501000 } from './1764000501000-keep-published-schemes';
import { RecordAssessmentsAndAnswers1764000502000 } from './1764000502000-record-assessments-and-answers';
import { StoreEvidence1764000503000 } from './1764000503000-store-evidence';
import { TrackCorrectiveActions1764000504000 } from './1764000504000-track-corrective-actions';
import { FreezeAndIssueDossiers1764000505000 } from './1764000505000-freeze-and-issue-dossiers';
import { HoldEvidenceOfDossiers1764000601000 } from './1764000601000-hold-evidence-of-dossiers';
import { NarrowWhatRolesReach1764000602000 } from './1764000602000-narrow-what-roles-reach';
import { KeepSchemesOfAnOrganization1764000611000 } from './1764000611000-keep-schemes-of-an-organization';
import { KeepACatalogueOfStandards1764000631000 } from './1764000631000-keep-a-catalogue-of-standards';
import { CheckRegistersAgainstTheCatalogue1764000632000 } from './1764000632000-check-registers-against-the-catalogue';
import { BuildStandardSystems1764000621000 } from './1764000621000-build-standard-systems';
import { WriteEnterpriseStandards1764000641000 } from './1764000641000-write-enterprise-standards';
import { SetUpTheDocumentsOfASystem1764000651000 } from './1764000651000-set-up-the-documents-of-a-system';
import { KeepListsOfTheEnterprise1764000661000 } from './1764000661000-keep-lists-of-the-enterprise';
import { LetMaintainersKeepTheCatalogue1764000672000 } from './1764000672000-let-maintainers-keep-the-catalogue';
import { NameTheOrganizationsWithWork1764000681000 } from './1764000681000-name-the-organizations-with-work';
import { ShowSessionsAndConfirmAddresses1764000702000 } from './1764000702000-show-sessions-and-confirm-addresses';
import { MailConfirmedAddressesOnly1764000703000 } from './1764000703000-mail-confirmed-addresses-only';
import { ReadSeveralSheetsAtOnce1764000711000 } from './1764000711000-read-several-sheets-at-once';
import { GiveAssessmentsAnEnd1764000721000 } from './1764000721000-give-assessments-an-end';
import { DoWhatIsAskedTwiceOnce1764000731000 } from './1764000731000-do-what-is-asked-twice-once';
import { ReadTablesAlikeAtEveryDoor1764000761000 } from './1764000761000-read-tables-alike-at-every-door';
import { KeepWhatPeopleLookedUp1764000762000 } from './1764000762000-keep-what-people-looked-up';
import { FindTitlesByOneCharacter1764000781000 } from './1764000781000-find-titles-by-one-character';
import { PackWhatAnImportRead1764000791000 } from './1764000791000-pack-what-an-import-read';
import { KeepImportsInPieces1764000801000 } from './1764000801000-keep-imports-in-pieces';
import { TakeBackWhatWasLookedUp1764000801100 } from './1764000801100-take-back-what-was-looked-up';
import { TellOfResetMailsThatFailed1764000801110 } from './1764000801110-tell-of-reset-mails-that-failed';
import { KeepWhatWasCountedAndMeasured1764000802000 } from './1764000802000-keep-what-was-counted-and-measured';
import { FindEvidenceAgain1764000741000 } from './1764000741000-find-evidence-again';
import { KeepWhatLeavesTheRegister1764000751000 } from './1764000751000-keep-what-leaves-the-register';
import { MarkOnlyRowsWithProblems1764000752000 } from './1764000752000-mark-only-rows-with-problems';
import { ConfirmConditionsOfAnApplication1764000803000 } from './1764000803000-confirm-conditions-of-an-application';
import { EnterATableByTwoPersons1764000808000 } from './1764000808000-enter-a-table-by-two-persons';
import { AttachFilesToDossiers1764000809000 } from './1764000809000-attach-files-to-dossiers';
import { AllocateDutiesByHand1764000809100 } from './1764000809100-allocate-duties-by-hand';
import { WatchStandards1764000810000 } from './1764000810000-watch-standards';
import { ClassifyStandards1764000811000 } from './1764000811000-classify-standards';
import { ClassifyTheCatalogue1764000811100 } from './1764000811100-classify-the-catalogue';
import { GivePlansTheirTime1764000771000 } from './1764000771000-give-plans-their-time';
import { TellOfMailsThatFailed1764000772000 } from './1764000772000-tell-of-mails-that-failed';
import { EnterByMembershipOrGrant1764000820000 } from './1764000820000-enter-by-membership-or-grant';
import { KeepATrailOfThePlatform1764000821000 } from './1764000821000-keep-a-trail-of-the-platform';
import { FreezeTheMaterialOfDossiers1764000831000 } from './1764000831000-freeze-the-material-of-dossiers';
import { HoldEvidenceForAnyHolder1764000831100 } from './1764000831100-hold-evidence-for-any-holder';
import { RememberWhatIsNotRecordedYet1764000833000 } from './1764000833000-remember-what-is-not-recorded-yet';
import { EnterWithASessionThatRuns1764000838000 } from './1764000838000-enter-with-a-session-that-runs';
import { KnowCodesByTheirOrganization1764000839000 } from './1764000839000-know-codes-by-their-organization';
import { KnowFilesByTheirOrganization1764000833100 } from './1764000833100-know-files-by-their-organization';
import { KnowPeopleByTheirAccounts1764000832000 } from './1764000832000-know-people-by-their-accounts';
import { KnowTheTeamByItsAccounts1764000832100 } from './1764000832100-know-the-team-by-its-accounts';
import { KnowNamesInDocumentsByTheirAccounts1764000848000 } from './1764000848000-know-names-in-documents-by-their-accounts';
import { KnowTheStandingOfOrganizations1764000850000 } from './1764000850000-know-the-standing-of-organizations';
import { ApplyForAnOrganization1764000850100 } from './1764000850100-apply-for-an-organization';
import { LetThePlatformOpenOrganizations1764000850200 } from './1764000850200-let-the-platform-open-organizations';
import { CloseOrganizations1764000860000 } from './1764000860000-close-organizations';
import { ExportEverything1764000860100 } from './1764000860100-export-everything';
import { DeleteOrganizations1764000860200 } from './1764000860200-delete-organizations';
import { KnowHowFarClientsAre1764000863000 } from './1764000863000-know-how-far-clients-are';
import { AgreeOnEngagements1764000862000 } from './1764000862000-agree-on-engagements';
import { EnterAssignedClients1764000862100 } from './1764000862100-enter-assigned-clients';
import { AnswerAcrossOrganizations1764000862200 } from './1764000862200-answer-across-organizations';
import { ProvePeopleByASecondFactor1764000861000 } from './1764000861000-prove-people-by-a-second-factor';
import { RequireASecondFactor1764000861100 } from './1764000861100-require-a-second-factor';
import { ChangeAddresses1764000861200 } from './1764000861200-change-addresses';
import { CopyLinksOfInvitations1764000861300 } from './1764000861300-copy-links-of-invitations';
import { LetProgramsInByAccessTokens1764000864000 } from './1764000864000-let-programs-in-by-access-tokens';
import { EnterByAllThatIsKnown1764000866000 } from './1764000866000-enter-by-all-that-is-known';
import { StartClientsInBulk1764000867000 } from './1764000867000-start-clients-in-bulk';
import { KeepLinesOfEndedEngagements1764000872000 } from './1764000872000-keep-lines-of-ended-engagements';
import { ReadAListOfClientsOnce1764000875000 } from './1764000875000-read-a-list-of-clients-once';
import { SendDossiersToBodies1764000880000 } from './1764000880000-send-dossiers-to-bodies';
import { ReadClientsWithLessWork1764000885000 } from './1764000885000-read-clients-with-less-work';
import { KeepPastTermsOfTeams1764000888000 } from './1764000888000-keep-past-terms-of-teams';
import { PlanRenewalsOfCertificates1764000888100 } from './1764000888100-plan-renewals-of-certificates';
import { ObjectToOpenBodies1764000887000 } from './1764000887000-object-to-open-bodies';
import { CountResultsOverCases1764000889000 } from './1764000889000-count-results-over-cases';
import { ShareObjectionsFairly1764000889100 } from './1764000889100-share-objections-fairly';
import { KeepWhatOutlivesOrganizations1764000889200 } from './1764000889200-keep-what-outlives-organizations';
import { OfferOwnForms1764000889300 } from './1764000889300-offer-own-forms';
import { OfferSchemesToApplicants1764000891000 } from './1764000891000-offer-schemes-to-applicants';
import { KeepWordFilesOfDrafts1764000874000 } from './1764000874000-keep-word-files-of-drafts';
import { PrepareTemplatesForClients1764000870000 } from './1764000870000-prepare-templates-for-clients';
import { SignInByPasskeys1764000873000 } from './1764000873000-sign-in-by-passkeys';
import { TellWhoseIdentityIsLinked1764000873100 } from './1764000873100-tell-whose-identity-is-linked';
import { SignInByAProvider1764000868000 } from './1764000868000-sign-in-by-a-provider';

/** Every migration, oldest first; one line each. */
export const MIGRATIONS = [
  FoundTenancy1764000100000,
  KnowPeopleAndTheirSessions1764000100100,
  JoinPeopleInOrganizations1764000100200,
  KeepAnAuditTrail1764000100300,
  QueueBackgroundWork1764000100400,
  KeepARegisterOfStandards1764000401000,
  KeepPublishedSchemes1764000501000,
  RecordAssessmentsAndAnswers1764000502000,
  StoreEvidence1764000503000,
  TrackCorrectiveActions1764000504000,
  FreezeAndIssueDossiers1764000505000,
  HoldEvidenceOfDossiers1764000601000,
  NarrowWhatRolesReach1764000602000,
  KeepSchemesOfAnOrganization1764000611000,
  KeepACatalogueOfStandards1764000631000,
  CheckRegistersAgainstTheCatalogue1764000632000,
  BuildStandardSystems1764000621000,
  WriteEnterpriseStandards1764000641000,
  SetUpTheDocumentsOfASystem1764000651000,
  KeepListsOfTheEnterprise1764000661000,
  LetMaintainersKeepTheCatalogue1764000672000,
  NameTheOrganizationsWithWork1764000681000,
  ShowSessionsAndConfirmAddresses1764000702000,
  MailConfirmedAddressesOnly1764000703000,
  ReadSeveralSheetsAtOnce1764000711000,
  GiveAssessmentsAnEnd1764000721000,
  DoWhatIsAskedTwiceOnce1764000731000,
  FindEvidenceAgain1764000741000,
  KeepWhatLeavesTheRegister1764000751000,
  MarkOnlyRowsWithProblems1764000752000,
  ReadTablesAlikeAtEveryDoor1764000761000,
  KeepWhatPeopleLookedUp1764000762000,
  GivePlansTheirTime1764000771000,
  TellOfMailsThatFailed1764000772000,
  FindTitlesByOneCharacter1764000781000,
  PackWhatAnImportRead1764000791000,
  KeepImportsInPieces1764000801000,
  TakeBackWhatWasLookedUp1764000801100,
  TellOfResetMailsThatFailed1764000801110,
  KeepWhatWasCountedAndMeasured1764000802000,
  ConfirmConditionsOfAnApplication1764000803000,
  EnterATableByTwoPersons1764000808000,
  AttachFilesToDossiers1764000809000,
  AllocateDutiesByHand1764000809100,
  WatchStandards1764000810000,
  ClassifyStandards1764000811000,
  ClassifyTheCatalogue1764000811100,
  EnterByMembershipOrGrant1764000820000,
  KeepATrailOfThePlatform1764000821000,
  FreezeTheMaterialOfDossiers1764000831000,
  HoldEvidenceForAnyHolder1764000831100,
  RememberWhatIsNotRecordedYet1764000833000,
  KnowFilesByTheirOrganization1764000833100,
  KnowPeopleByTheirAccounts1764000832000,
  KnowTheTeamByItsAccounts1764000832100,
  EnterWithASessionThatRuns1764000838000,
  KnowCodesByTheirOrganization1764000839000,
  KnowNamesInDocumentsByTheirAccounts1764000848000,
  KnowTheStandingOfOrganizations1764000850000,
  ApplyForAnOrganization1764000850100,
  LetThePlatformOpenOrganizations1764000850200,
  CloseOrganizations1764000860000,
  ExportEverything1764000860100,
  DeleteOrganizations1764000860200,
  ProvePeopleByASecondFactor1764000861000,
  RequireASecondFactor1764000861100,
  ChangeAddresses1764000861200,
  CopyLinksOfInvitations1764000861300,
  AgreeOnEngagements1764000862000,
  EnterAssignedClients1764000862100,
  AnswerAcrossOrganizations1764000862200,
  KnowHowFarClientsAre1764000863000,
  LetProgramsInByAccessTokens1764000864000,
  EnterByAllThatIsKnown1764000866000,
  StartClientsInBulk1764000867000,
  KeepLinesOfEndedEngagements1764000872000,
  ReadAListOfClientsOnce1764000875000,
  SendDossiersToBodies1764000880000,
  CarryCasesToTheirCertificates1764000881000,
  KeepResultsOfEvaluations1764000881100,
  KnowWhoMayEvaluate1764000882000,
  PlanEvaluations1764000882100,
  LetTeamsScore1764000883000,
  ReadClientsWithLessWork1764000885000,
  DecideAndCertify1764000884000,
  TakeCasesAlong1764000886000,
  ObjectToOpenBodies1764000887000,
  KeepPastTermsOfTeams1764000888000,
  PlanRenewalsOfCertificates1764000888100,
  OfferSchemesToApplicants1764000891000,
  PrepareTemplatesForClients1764000870000,
  SignInByAProvider1764000868000,
  KeepWordFilesOfDrafts1764000874000,
  SignInByPasskeys1764000873000,
  TellWhoseIdentityIsLinked1764000873100,
  CountResultsOverCases1764000889000,
  ShareObjectionsFairly1764000889100,
  KeepWhatOutlivesOrganizations1764000889200,
  OfferOwnForms1764000889300,
  KnowFindingsOfDevices1764000890000,
];
