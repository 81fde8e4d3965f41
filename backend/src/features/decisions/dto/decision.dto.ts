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
import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
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
import { OTHERS_ONLY, type PartInCase } from '../independence';
import { ReadResultDto } from './result.dto';

const { text: longestText, scope: longestScope } = CERTIFICATE_LIMITS;
const HINDRANCES = ['person_was_in_team', 'person_reviewed', 'person_decided'] as const;

class WithTextDto {
  @ApiProperty({ maxLength: longestText, description: 'The enterprise reads it' })
  @IsString()
  @MaxLength(longestText)
  text!: string;
}

class WithReasonDto {
  @ApiProperty({ maxLength: longestText, description: 'Why; the enterprise reads it' })
  @IsString()
  @IsWritten()
  @MaxLength(longestText)
  text!: string;
}

export class ReviewDto extends WithTextDto {
  @ApiProperty({ enum: REVIEW_VERDICTS })
  @IsIn(REVIEW_VERDICTS)
  verdict!: ReviewVerdict;
}

export class DecideCaseDto extends WithTextDto {
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

export class AnswerObjectionDto extends WithReasonDto {
  @ApiProperty({ enum: OBJECTION_VERDICTS, description: 'Upheld, the case is decided again' })
  @IsIn(OBJECTION_VERDICTS)
  verdict!: ObjectionVerdict;
}

export class AnswerAppealDto extends WithReasonDto {
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

class CasePublicityDto {
  @ApiProperty({ format: 'uuid' }) id!: string;

  @ApiProperty() grade!: string;

  @ApiProperty() scope!: string;

  @ApiProperty({ format: 'date' }) fromOn!: string;

  @ApiProperty({ format: 'date', description: 'The last day' }) untilOn!: string;

  @ApiProperty({ enum: PUBLICITY_STATES }) state!: PublicityState;

  @ApiProperty({ description: 'The last day is over' }) isOver!: boolean;

  @ApiProperty({ type: [ObjectionDto] }) objections!: ObjectionDto[];
}

/** What the person who asks may not do here, and why. */
class HindrancesDto {
  @ApiProperty({ enum: HINDRANCES, nullable: true })
  review!: (typeof HINDRANCES)[number] | null;

  @ApiProperty({ enum: HINDRANCES, nullable: true })
  decide!: (typeof HINDRANCES)[number] | null;

  @ApiProperty({ enum: HINDRANCES, nullable: true })
  answerAppeal!: (typeof HINDRANCES)[number] | null;
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
        objections: read.objections.map(ObjectionDto.of),
      },
      hindrances: {
        review: OTHERS_ONLY.review(part),
        decide: OTHERS_ONLY.decide(part),
        answerAppeal: OTHERS_ONLY.answer_appeal(part),
      },
    };
  }
}
