import { Module } from '@nestjs/common';
import { CaseFiguresController } from './case-figures.controller';
import { CaseFiguresRepository } from './case-figures.repository';

/** 评审统计: how many cases there are, how long they take, and who works on them. */
@Module({ controllers: [CaseFiguresController], providers: [CaseFiguresRepository] })
export class CaseFiguresModule {}
