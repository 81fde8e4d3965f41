import { Injectable } from '@nestjs/common';
import { PendingObjects } from '../../kernel';
import { WordFiles, WordRows, type WordRow } from '../drafts';
import { TemplateFileEntity } from './entities/template-file.entity';
import type { TemplateContent } from './template';

/** Every question to the Word files of templates; a line of the content names one by its number. */
@Injectable()
export class TemplateFilesRepository extends WordRows<TemplateFileEntity> {
  constructor(words: WordFiles, pending: PendingObjects) {
    super(TemplateFileEntity, 'templateId', words, pending);
  }
}

/** Numbers of the files that the lines name. */
export const numbersIn = (content: TemplateContent): ReadonlySet<number> =>
  new Set('drafts' in content ? content.drafts.flatMap(({ file }) => file ?? []) : []);

/** The file of a line, where it has one. */
export const fileOf = (
  files: readonly WordRow[],
  number: number | null | undefined,
): WordRow | undefined => files.find((file) => file.number === number);
