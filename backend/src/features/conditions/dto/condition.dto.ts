import { CONDITION_ANSWERS, type ConditionAnswer } from '@liangxing/contracts';
import type { LocalizedText } from '@liangxing/scheme';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { Answered, IsDay, Nullable } from '../../../kernel';
import type { ConditionFields, ConditionOfAssessment } from '../condition';

class ConditionTextDto {
  @ApiProperty() 'zh-CN'!: string;

  @ApiProperty({ description: 'The Chinese text where there is no English one' })
  en!: string;

  static of(text: LocalizedText): ConditionTextDto {
    return { 'zh-CN': text['zh-CN'], en: text.en ?? text['zh-CN'] };
  }
}

export class AnswerConditionDto implements ConditionFields {
  @ApiProperty({ enum: CONDITION_ANSWERS, description: 'yes: the condition is met' })
  @IsIn(CONDITION_ANSWERS)
  answer!: ConditionAnswer;

  @ApiProperty({ type: String, required: false, default: '', description: 'What proves it' })
  @IsString()
  @MaxLength(2000)
  proof = '';

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    required: false,
    description: 'Day on which it was looked at; not after today',
  })
  @Nullable()
  @IsDay()
  checkedOn: string | null = null;
}

class ConditionOfferDto {
  @ApiProperty({ enum: ['yes', 'no'], nullable: true, type: String })
  answer!: 'yes' | 'no' | null;

  @ApiProperty({ type: ConditionTextDto })
  said!: ConditionTextDto;
}

class ConditionAuthorDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

/** One condition of the scheme with what was said of it. */
export class ConditionDto extends Answered(AnswerConditionDto) {
  @ApiProperty({ example: 'registered' })
  id!: string;

  @ApiProperty({ description: 'Empty: unknown' })
  clause!: string;

  @ApiProperty({ type: ConditionTextDto })
  text!: ConditionTextDto;

  @ApiProperty({ type: [ConditionTextDto], description: 'What usually proves it' })
  usualProof!: ConditionTextDto[];

  @ApiProperty({ enum: ['verified', 'house', 'entered'] })
  provenance!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: '0: nobody has said anything yet' })
  version!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  updatedAt!: string | null;

  @ApiProperty({ type: ConditionAuthorDto, nullable: true })
  updatedBy!: ConditionAuthorDto | null;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Files that serve it' })
  evidenceCount!: number;

  @ApiProperty({
    type: ConditionOfferDto,
    nullable: true,
    description: 'What the product itself knows; never an answer by itself',
  })
  offer!: ConditionOfferDto | null;

  static of({ condition, stored, evidenceCount, offer }: ConditionOfAssessment): ConditionDto {
    return {
      id: condition.id,
      clause: condition.clause ?? '',
      text: ConditionTextDto.of(condition.text),
      usualProof: condition.proof.map(ConditionTextDto.of),
      provenance: condition.provenance,
      answer: stored.answer,
      proof: stored.proof,
      checkedOn: stored.checkedOn,
      version: stored.version,
      updatedAt: stored.updatedAt?.toISOString() ?? null,
      updatedBy: stored.updatedBy === null ? null : { ...stored.updatedBy },
      evidenceCount,
      offer: offer === null ? null : { answer: offer.answer, said: { ...offer.said } },
    };
  }
}
