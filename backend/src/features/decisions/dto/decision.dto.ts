import {
  APPEAL_VERDICTS,
  CERTIFICATE_LIMITS,
  DECISIONS,
  OBJECTION_VERDICTS,
  PUBLICITY_DAYS,
  REVIEW_VERDICTS,
  type AppealVerdict,
  type Decision,
  type ObjectionVerdict,
  type ReviewVerdict,
} from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsWritten, Optional } from '../../../kernel';
import type { KeptResult } from '../../sheets';
import {
  DECISION_MOVES,
  PUBLICITY_STATES,
  type DecisionMove,
  type DecisionStep,
  type Objection,
  type Publicity,
  type PublicityState,
} from '../decision';
import { HINDRANCES, OTHERS_ONLY, type Hindrance, type PartInCase } from '../independence';
import { ReadResultDto } from './result.dto';

const { text: longestText, scope: longestScope } = CERTIFICATE_LIMITS;

class DecisionTextDto {
  @ApiProperty({ maxLength: longestText, description: 'The enterprise reads it' })
  @IsString()
  @MaxLength(longestText)
  text!: string;
}

class DecisionReasonDto {
  @ApiProperty({ maxLength: longestText, description: 'Why; the enterprise reads it' })
  @IsString()
  @IsWritten()
  @MaxLength(longestText)
  text!: string;
}

export class ReviewDto extends DecisionTextDto {
  @ApiProperty({ enum: REVIEW_VERDICTS })
  @IsIn(REVIEW_VERDICTS)
  verdict!: ReviewVerdict;
}

export class DecideCaseDto extends DecisionTextDto {
  @ApiProperty({ enum: DECISIONS })
  @IsIn(DECISIONS)
  decision!: Decision;

  @ApiPropertyOptional({ maxLength: 20, description: 'Of a grant' })
  @Optional()
  @IsString()
  @MaxLength(20)
  grade?: string;

  @ApiPropertyOptional({ maxLength: longestScope, description: 'Of a grant' })
  @Optional()
  @IsString()
  @MaxLength(longestScope)
  scope?: string;

  @ApiPropertyOptional({
    minimum: PUBLICITY_DAYS.least,
    maximum: PUBLICITY_DAYS.most,
    description: 'For how many days a grant is made public',
  })
  @Optional()
  @IsInt()
  @Min(PUBLICITY_DAYS.least)
  @Max(PUBLICITY_DAYS.most)
  days?: number;
}

/** As many as may wait for an answer to one publicity. */
const MOST_TOGETHER = 200;

export class AnswerObjectionDto extends DecisionReasonDto {
  @ApiProperty({ enum: OBJECTION_VERDICTS, description: 'Upheld, the case is decided again' })
  @IsIn(OBJECTION_VERDICTS)
  verdict!: ObjectionVerdict;
}

export class AnswerObjectionsDto extends AnswerObjectionDto {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: MOST_TOGETHER })
  @IsUUID(undefined, { each: true })
  @ArrayUnique((id: unknown) => String(id).toLowerCase())
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TOGETHER)
  objectionIds!: string[];
}

export class AnswerAppealDto extends DecisionReasonDto {
  @ApiProperty({ enum: APPEAL_VERDICTS })
  @IsIn(APPEAL_VERDICTS)
  verdict!: AppealVerdict;
}

class DecisionStepDto {
  @ApiProperty({ minimum: 1 }) number!: number;

  @ApiProperty({ enum: DECISION_MOVES }) move!: DecisionMove;

  @ApiProperty() text!: string;

  @ApiProperty({ minimum: 1 }) resultNumber!: number;

  @ApiProperty({ description: 'Of a grant; else empty' }) grade!: string;

  @ApiProperty({ description: 'Of a grant; else empty' }) scope!: string;

  @ApiProperty() madeByName!: string;

  @ApiProperty({ format: 'date-time' }) madeAt!: string;

  static of({ madeAt, number, move, text, ...step }: DecisionStep): DecisionStepDto {
    const { resultNumber, grade, scope, madeByName } = step;
    return {
      ...{ number, move, text, resultNumber, grade, scope, madeByName },
      madeAt: madeAt.toISOString(),
    };
  }
}

class ObjectionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;

  @ApiProperty() name!: string;

  @ApiProperty() contact!: string;

  @ApiProperty() text!: string;

  @ApiProperty({ format: 'date-time' }) receivedAt!: string;

  @ApiProperty({ enum: OBJECTION_VERDICTS, nullable: true, description: 'Null: it waits' })
  verdict!: ObjectionVerdict | null;

  @ApiProperty() answer!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt!: string | null;

  @ApiProperty() answeredByName!: string;

  static of(objection: Objection): ObjectionDto {
    const { id, name, contact, text, receivedAt, verdict, answer, answeredAt } = objection;
    return {
      ...{ id, name, contact, text, verdict, answer, answeredByName: objection.answeredByName },
      receivedAt: receivedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
    };
  }
}

class ObjectionCountsDto {
  @ApiProperty({ minimum: 0 }) waiting!: number;

  @ApiProperty({ minimum: 0 }) upheld!: number;

  @ApiProperty({ minimum: 0 }) dismissed!: number;

  static of(objections: readonly Objection[]): ObjectionCountsDto {
    const count = (which: ObjectionVerdict | null): number =>
      objections.filter(({ verdict }) => verdict === which).length;
    return { waiting: count(null), upheld: count('upheld'), dismissed: count('dismissed') };
  }
}

class CasePublicityDto {
  @ApiProperty({ format: 'uuid' }) id!: string;

  @ApiProperty() grade!: string;

  @ApiProperty() scope!: string;

  @ApiProperty({ format: 'date' }) fromOn!: string;

  @ApiProperty({ format: 'date', description: 'The last day' }) untilOn!: string;

  @ApiProperty({ enum: PUBLICITY_STATES }) state!: PublicityState;

  @ApiProperty({ description: 'The last day is over' }) isOver!: boolean;

  @ApiProperty({
    type: [ObjectionDto],
    nullable: true,
    description: 'Of every publicity of the case; null: of no business of who asks',
  })
  objections!: ObjectionDto[] | null;

  @ApiProperty({ type: ObjectionCountsDto }) objectionCounts!: ObjectionCountsDto;
}

/** What the person who asks may not do here, and why. */
class HindrancesDto {
  @ApiProperty({ enum: HINDRANCES, nullable: true })
  review!: Hindrance | null;

  @ApiProperty({ enum: HINDRANCES, nullable: true })
  decide!: Hindrance | null;

  @ApiProperty({ enum: HINDRANCES, nullable: true })
  answerObjection!: Hindrance | null;

  @ApiProperty({ enum: HINDRANCES, nullable: true })
  answerAppeal!: Hindrance | null;
}

export class CaseDecisionDto {
  @ApiProperty({ type: ReadResultDto, nullable: true, description: 'Null: none was handed over' })
  result!: ReadResultDto | null;

  @ApiProperty({ type: [String], description: 'What can be granted, lowest first' })
  grades!: string[];

  @ApiProperty({ type: [DecisionStepDto] }) steps!: DecisionStepDto[];

  @ApiProperty({ type: CasePublicityDto, nullable: true })
  publicity!: CasePublicityDto | null;

  @ApiProperty({ type: HindrancesDto }) hindrances!: HindrancesDto;

  static of(read: {
    readonly result: KeptResult | null;
    readonly grades: readonly string[];
    readonly steps: readonly DecisionStep[];
    readonly publicity: Publicity | null;
    readonly objections: readonly Objection[];
    /** Whether who asks may read them. */
    readonly readsObjections: boolean;
    readonly part: PartInCase;
    readonly today: string;
  }): CaseDecisionDto {
    const { result, publicity, part } = read;
    return {
      result: result && ReadResultDto.of(result),
      grades: [...read.grades],
      steps: read.steps.map(DecisionStepDto.of),
      publicity: publicity && {
        ...{ id: publicity.id, grade: publicity.grade, scope: publicity.scope },
        ...{ fromOn: publicity.fromOn, untilOn: publicity.untilOn, state: publicity.state },
        isOver: publicity.untilOn < read.today,
        objections: read.readsObjections ? read.objections.map(ObjectionDto.of) : null,
        objectionCounts: ObjectionCountsDto.of(read.objections),
      },
      hindrances: {
        review: OTHERS_ONLY.review(part),
        decide: OTHERS_ONLY.decide(part),
        answerObjection: OTHERS_ONLY.answer_objection(part),
        answerAppeal: OTHERS_ONLY.answer_appeal(part),
      },
    };
  }
}
