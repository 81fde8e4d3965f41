import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LETTERS_ENTITIES } from './entities';
import { LettersRepository } from './letters.repository';
import { ReadLetters } from './use-cases/read-letters';
import { SendAgain } from './use-cases/send-again';
import { WriteLetter } from './use-cases/write-letter';

/** What passes between an enterprise and a body: frozen letters, each brought by a job. */
@Module({
  imports: [TypeOrmModule.forFeature(LETTERS_ENTITIES)],
  providers: [LettersRepository, WriteLetter, ReadLetters, SendAgain],
  exports: [LettersRepository, WriteLetter, ReadLetters],
})
export class LettersModule {}
