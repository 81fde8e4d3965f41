import {
  DESK_VERBS,
  CASE_STATES,
  LETTER_LIMITS,
  type DeskVerb,
  type CaseState,
} from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsIn, IsString, MaxLength } from 'class-validator';
import { IsDay, IsWritten, NestedList, Optional } from '../../../kernel';
import { LetterDto, MissingPartDto, type Letter } from '../../letters';
import type { Case, CaseFile, CaseMaterial, QueuedCase, SelfEvaluation } from '../case';
import {
  TOLD_AS_WHOLE,
  type ChangedEntry,
  type ChangedItem,
  type MaterialChanges,
} from '../material-changes';

const { text: longestText, missing: mostMissing } = LETTER_LIMITS;
const figure = { type: 'integer', nullable: true } as const;

class LocalizedDto {
  @ApiProperty() 'zh-CN'!: string;

  @ApiPropertyOptional() en?: string;
}

class SelfEvaluationDto implements SelfEvaluation {
  @ApiProperty() schemeId!: string;

  @ApiProperty({ type: LocalizedDto }) schemeTitle!: LocalizedDto;

  @ApiProperty({ description: 'Empty: none was named' }) targetGrade!: string;

  @ApiProperty({ type: String, nullable: true }) grade!: string | null;

  @ApiProperty({ ...figure, description: 'Hundredths of a point; null: none are given' })
  total!: number | null;

  @ApiProperty({ ...figure, description: 'Hundredths of a percent; null: points are given' })
  readiness!: number | null;
}

export class CaseDto {
  @ApiProperty({ format: 'uuid' }) id!: string;

  @ApiProperty({ minimum: 1 }) version!: number;

  @ApiProperty({ description: 'Of this body, like 2026-0001' }) number!: string;

  @ApiProperty() enterpriseName!: string;

  @ApiProperty({ enum: CASE_STATES }) state!: CaseState;

  @ApiProperty({ description: 'Number of the certificate that it renews; empty: of none' })
  renews!: string;

  @ApiProperty({ minimum: 1, description: 'The newest material that arrived' }) material!: number;

  @ApiProperty({ format: 'date-time' }) receivedAt!: string;

  @ApiProperty({ format: 'date-time' }) changedAt!: string;
}

export function caseDto({ receivedAt, changedAt, ...found }: Case): CaseDto {
  const { id, version, number, enterpriseName, state, renews, material } = found;
  return {
    ...{ id, version, number, enterpriseName, state, renews, material },
    ...{ receivedAt: receivedAt.toISOString(), changedAt: changedAt.toISOString() },
  };
}

export class QueuedCaseDto extends CaseDto {
  @ApiProperty({ type: SelfEvaluationDto, description: 'By the newest material' })
  selfEvaluation!: SelfEvaluationDto;

  static of({ selfEvaluation, ...found }: QueuedCase): QueuedCaseDto {
    return { ...caseDto(found), selfEvaluation };
  }
}

class CaseMaterialDto extends SelfEvaluationDto {
  @ApiProperty({ minimum: 1 }) number!: number;

  @ApiProperty({ minimum: 1, description: 'Version of the dossier' }) dossierNumber!: number;

  @ApiProperty({ description: 'By which anyone can verify its PDF' }) code!: string;

  @ApiProperty({ description: 'Bytes' }) pdfSize!: number;

  @ApiProperty() pdfSha256!: string;

  @ApiProperty({ description: 'The PDF arrived' }) hasPdf!: boolean;

  @ApiProperty({ format: 'date-time' }) arrivedAt!: string;

  static of({ arrivedAt, ...material }: CaseMaterial): CaseMaterialDto {
    return { ...material, arrivedAt: arrivedAt.toISOString() };
  }
}

export class OwnTableDto {
  @ApiProperty({
    ...{ type: String, nullable: true },
    description: 'The version of the scheme of this body that it is; null: none of them',
  })
  version!: string | null;
}

class CaseFileDto {
  @ApiProperty({ format: 'uuid' }) evidenceId!: string;

  @ApiProperty({ minimum: 1 }) revision!: number;

  @ApiProperty() title!: string;

  @ApiProperty() fileName!: string;

  @ApiProperty() mediaType!: string;

  @ApiProperty({ description: 'Bytes' }) size!: number;

  @ApiProperty() sha256!: string;

  @ApiProperty({ description: 'It arrived' }) isThere!: boolean;

  static of({ storageKey, ...file }: CaseFile): CaseFileDto {
    return { ...file, isThere: storageKey !== null };
  }
}

export class CaseDetailDto extends CaseDto {
  @ApiProperty({ type: [CaseMaterialDto], description: 'In the order in which they arrived' })
  materials!: CaseMaterialDto[];

  @ApiProperty({ type: [CaseFileDto], description: 'Of the newest material, by title' })
  files!: CaseFileDto[];

  @ApiProperty({ type: [LetterDto], description: 'In the order in which they were written' })
  letters!: LetterDto[];

  static with(
    found: Case,
    parts: {
      readonly materials: readonly CaseMaterial[];
      readonly files: readonly CaseFile[];
      readonly letters: readonly Letter[];
    },
  ): CaseDetailDto {
    return {
      ...caseDto(found),
      materials: parts.materials.map(CaseMaterialDto.of),
      files: parts.files.map(CaseFileDto.of),
      letters: parts.letters.map((letter) => LetterDto.of(letter, 'body')),
    };
  }
}

export class AskEnterpriseDto {
  @ApiProperty({ maxLength: longestText })
  @IsString()
  @IsWritten()
  @MaxLength(longestText)
  text!: string;

  @ApiPropertyOptional({ format: 'date', description: 'By which day' })
  @Optional()
  @IsDay()
  due?: string;
}

export class MoveCaseDto {
  @ApiProperty({ enum: DESK_VERBS })
  @IsIn(DESK_VERBS)
  move!: DeskVerb;

  @ApiProperty({ maxLength: longestText, description: 'The enterprise reads it; may be empty' })
  @IsString()
  @MaxLength(longestText)
  text!: string;

  @ApiPropertyOptional({ format: 'date', description: 'By which day, of a correction' })
  @Optional()
  @IsDay()
  due?: string;

  @ApiPropertyOptional({
    type: [MissingPartDto],
    maxItems: mostMissing,
    description: 'What lacks, of a correction',
  })
  @Optional()
  @NestedList(() => MissingPartDto)
  @ArrayMaxSize(mostMissing)
  missing?: MissingPartDto[];
}

class ChangedItemDto implements ChangedItem {
  @ApiProperty() itemId!: string;

  @ApiProperty({ type: LocalizedDto }) topic!: LocalizedDto;

  @ApiProperty() stateBefore!: string;

  @ApiProperty() stateAfter!: string;

  @ApiProperty(figure) earnedBefore!: number | null;

  @ApiProperty(figure) earnedAfter!: number | null;
}

const CHANGES = ['added', 'removed', 'changed'] as const;

class ChangedEntryDto implements ChangedEntry {
  @ApiProperty({ enum: CHANGES }) change!: (typeof CHANGES)[number];

  @ApiProperty() name!: string;
}

export class MaterialChangesDto {
  @ApiProperty({ type: [String], description: 'Fields of the profile' }) profile!: string[];

  @ApiProperty({ type: [ChangedItemDto] }) items!: ChangedItemDto[];

  @ApiProperty({ type: [ChangedEntryDto] }) standards!: ChangedEntryDto[];

  @ApiProperty({ type: [ChangedEntryDto] }) evidence!: ChangedEntryDto[];

  @ApiProperty({ type: [ChangedEntryDto] }) actions!: ChangedEntryDto[];

  @ApiProperty({ enum: TOLD_AS_WHOLE, isArray: true, description: 'Told as a whole' })
  parts!: (typeof TOLD_AS_WHOLE)[number][];

  static of(changes: MaterialChanges): MaterialChangesDto {
    const { profile, items, standards, evidence, actions, parts } = changes;
    return {
      ...{ profile: [...profile], items: [...items], standards: [...standards] },
      ...{ evidence: [...evidence], actions: [...actions], parts: [...parts] },
    };
  }
}
