import { Module } from '@nestjs/common';
import { CaseFiguresController } from './case-figures.controller';
import { CaseFiguresRepository } from './case-figures.repository';
import { ResultFiguresRepository } from './result-figures.repository';
import { ExportResultFigures } from './use-cases/export-result-figures';
import { ReadResultFigures } from './use-cases/read-result-figures';

/** 评审统计: how many cases there are, how long they take, who works on them, and what results say over cases. */
@Module({
  controllers: [CaseFiguresController],
  providers: [
    CaseFiguresRepository,
    ResultFiguresRepository,
    ReadResultFigures,
    ExportResultFigures,
  ],
})
export class CaseFiguresModule {}
