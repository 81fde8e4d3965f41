import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { EVIDENCE_STATES, type EvidenceState } from '@liangxing/contracts';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { Optional, PageLimit, PageOffset } from '../../../kernel';
import type { EvidenceUse, LibraryFile, LibraryPage } from '../evidence-library.repository';
import { EvidenceDto } from './evidence.dto';

export class EvidenceLibraryQueryDto {
  @ApiPropertyOptional({
    description: 'Part of title, file name, or number of a standard or action; or an item',
  })
  @Optional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ enum: EVIDENCE_STATES, default: 'all' })
  @Optional()
  @IsIn(EVIDENCE_STATES)
  state?: EvidenceState;

  @PageOffset()
  offset?: number;

  @PageLimit()
  limit?: number;
}

class EvidenceUseDto implements EvidenceUse {
  @ApiProperty({ enum: ['item', 'condition', 'standard', 'action', 'attachment'] })
  kind!: EvidenceUse['kind'];

  @ApiProperty({ description: 'Of standard, action or condition; the number of an item' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  assessmentId!: string | null;

  @ApiProperty({ example: 'ZG-007' }) number!: string;

  @ApiProperty({ description: 'Of assessment or standard; finding of an action' })
  title!: string;
}

export class LibraryFileDto extends EvidenceDto {
  @ApiProperty({ type: [EvidenceUseDto], description: 'Places that it serves' })
  uses!: EvidenceUseDto[];

  @ApiProperty({
    type: 'integer',
    isArray: true,
    description: 'Numbers of the dossiers that hold it',
  })
  dossiers!: number[];

  static override of(file: LibraryFile): LibraryFileDto {
    const uses = file.uses.map((use) => ({ ...use }));
    return { ...EvidenceDto.of(file), uses, dossiers: [...file.dossiers] };
  }
}

class EvidenceStateCountsDto implements Record<EvidenceState, number> {
  @ApiProperty({ type: 'integer' }) all!: number;
  @ApiProperty({ type: 'integer', description: 'Serving anything' }) in_use!: number;
  @ApiProperty({ type: 'integer' }) unused!: number;
  @ApiProperty({ type: 'integer', description: 'Valid for at most 30 days more' })
  expiring!: number;
  @ApiProperty({ type: 'integer' }) expired!: number;
}

export class EvidenceLibraryDto {
  @ApiProperty({ type: EvidenceStateCountsDto, description: 'Files in each state, as searched' })
  counts!: EvidenceStateCountsDto;

  @ApiProperty({ type: [LibraryFileDto] }) files!: LibraryFileDto[];

  static of({ counts, files }: LibraryPage): EvidenceLibraryDto {
    return { counts: { ...counts }, files: files.map(LibraryFileDto.of) };
  }
}
