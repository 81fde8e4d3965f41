import {
  COPY_OUTCOMES,
  ENTERPRISE_CODE,
  MOST_COPIES,
  MOST_NAMES_TOLD,
  type CopyOutcome,
  type WordField,
} from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsUUID, Matches } from 'class-validator';
import { NestedList, Optional } from '../../../kernel';
import { wordFields } from '../../drafts';
import type { CopyLine } from '../copies/clients-in-turn';

export class CopyTargetDto {
  @ApiProperty({ format: 'uuid' })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.toLowerCase() : value,
  )
  @IsUUID()
  clientId!: string;

  @ApiPropertyOptional({ description: 'Where the own numbers of the client do not tell it' })
  @Optional()
  @Matches(ENTERPRISE_CODE)
  code?: string;
}

export class CopyTemplateDto {
  @ApiProperty({ type: [CopyTargetDto], minItems: 1, maxItems: MOST_COPIES })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_COPIES)
  @ArrayUnique((target: CopyTargetDto | null) => target?.clientId)
  @NestedList(() => CopyTargetDto)
  clients!: CopyTargetDto[];
}

export class CopyLineDto {
  @ApiProperty({ format: 'uuid' }) clientId!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null of whoever is no client' })
  clientName!: string | null;

  @ApiProperty({ enum: COPY_OUTCOMES, description: 'Of a preview: what would become of it' })
  outcome!: CopyOutcome;

  @ApiProperty({ type: 'integer', description: 'How much is made at the client' })
  freshCount!: number;

  @ApiProperty({ type: [String], maxItems: MOST_NAMES_TOLD, description: 'The first names of it' })
  fresh!: string[];

  @ApiProperty({ type: 'integer', description: 'How much stands there already, and stays' })
  presentCount!: number;

  @ApiProperty({ type: [String], maxItems: MOST_NAMES_TOLD, description: 'The first names of it' })
  present!: string[];

  @ApiProperty({
    enum: wordFields,
    isArray: true,
    description: 'Fields of Word files among it of which nothing is known at the client',
  })
  emptyFields!: WordField[];

  @ApiProperty({ type: String, nullable: true, description: 'Why the client refuses' })
  problem!: string | null;

  static of({ fresh, present, emptyFields, ...line }: CopyLine): CopyLineDto {
    return {
      ...line,
      emptyFields: [...emptyFields],
      ...{ freshCount: fresh.length, fresh: firstNames(fresh) },
      ...{ presentCount: present.length, present: firstNames(present) },
    };
  }
}

/** In characters; a finding may be a page long. */
const LONGEST_NAME = 60;

function firstNames(names: readonly string[]): string[] {
  return names.slice(0, MOST_NAMES_TOLD).map((name) => {
    const characters = Array.from(name);
    return characters.length <= LONGEST_NAME
      ? name
      : `${characters.slice(0, LONGEST_NAME).join('')}…`;
  });
}
