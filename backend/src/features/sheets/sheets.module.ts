import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { DevicesModule } from '../devices';
import { LettersModule } from '../letters';
import { OrganizationsModule } from '../organizations';
import { PlansModule } from '../plans';
import { CaseReader } from './case-reader';
import { ConclusionController } from './conclusion.controller';
import { ConclusionsRepository } from './conclusions.repository';
import { SHEETS_ENTITIES } from './entities';
import { FindingsController } from './findings.controller';
import { FindingsRepository } from './findings.repository';
import { ResultsRepository } from './results.repository';
import { SheetsController } from './sheets.controller';
import { SheetsRepository } from './sheets.repository';
import { CompareSheets } from './use-cases/compare-sheets';
import { FindingFiles } from './use-cases/finding-files';
import { HandInSheet } from './use-cases/hand-in-sheet';
import { HandToReview } from './use-cases/hand-to-review';
import { HoldClosingMeeting } from './use-cases/hold-closing-meeting';
import { JudgeFinding } from './use-cases/judge-finding';
import { KeepFindings } from './use-cases/keep-findings';
import { ReadSheet } from './use-cases/read-sheet';
import { RecordScore } from './use-cases/record-score';
import { SaveConclusion } from './use-cases/save-conclusion';
import { SettleItem } from './use-cases/settle-item';

/** 评分: what the team finds of a case, item by item, and what it hands to the review. */
@Module({
  imports: [
    TypeOrmModule.forFeature(SHEETS_ENTITIES),
    CasesModule,
    DevicesModule,
    LettersModule,
    OrganizationsModule,
    PlansModule,
  ],
  controllers: [SheetsController, FindingsController, ConclusionController],
  providers: [
    CaseReader,
    SheetsRepository,
    FindingsRepository,
    ConclusionsRepository,
    ResultsRepository,
    ReadSheet,
    RecordScore,
    HandInSheet,
    CompareSheets,
    SettleItem,
    KeepFindings,
    FindingFiles,
    JudgeFinding,
    SaveConclusion,
    HoldClosingMeeting,
    HandToReview,
  ],
  exports: [ResultsRepository],
})
export class SheetsModule {}
