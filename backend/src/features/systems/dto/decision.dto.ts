import { ApiProperty, getSchemaPath } from '@nestjs/swagger';

/** This standard is what was expected. */
export class CoveredDto {
  @ApiProperty({ enum: ['covered'] }) kind!: 'covered';
  @ApiProperty({ format: 'uuid' }) standardId!: string;
}

export class NotNeededDto {
  @ApiProperty({ enum: ['not_needed'] }) kind!: 'not_needed';
  @ApiProperty() reason!: string;
}

/** What was decided of an expectation: a schema wherever a decision stands. */
export const DECISIONS = [CoveredDto, NotNeededDto].map((dto) => ({ $ref: getSchemaPath(dto) }));
