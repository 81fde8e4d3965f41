import {
  AGENDA_KINDS,
  LETTER_LIMITS,
  PLAN_LIMITS,
  type AgendaDraftLine,
  type AgendaKind,
  type PlanDraft,
} from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay, NestedList, Nullable } from '../../../kernel';
import type { KeptPlan } from '../plans.repository';

const TIME = /^(([01]\d|2[0-3]):[0-5]\d)?$/;
const MOST_PEOPLE = 50;

const Text = (longest: number, description: string): PropertyDecorator => {
  const all = [
    ApiProperty({ maxLength: longest, description: `${description}; may be empty` }),
    IsString(),
    MaxLength(longest),
  ];
  return (target, key) => {
    for (const each of all) each(target, key);
  };
};

const Day = (description: string): PropertyDecorator => {
  const told = { type: String, format: 'date', nullable: true, description };
  const all = [ApiProperty(told), Nullable(), IsDay()];
  return (target, key) => {
    for (const each of all) each(target, key);
  };
};

class AgendaDraftLineDto implements AgendaDraftLine {
  @ApiProperty({ enum: AGENDA_KINDS })
  @IsIn(AGENDA_KINDS)
  kind!: AgendaKind;

  @Day('Null: not known yet')
  day!: string | null;

  @ApiProperty({ pattern: TIME.source, description: 'Like 09:00; may be empty' })
  @Matches(TIME)
  from!: string;

  @ApiProperty({ pattern: TIME.source, description: 'Like 10:30; may be empty' })
  @Matches(TIME)
  to!: string;

  @Text(PLAN_LIMITS.department, 'Of the enterprise')
  department!: string;

  @Text(PLAN_LIMITS.content, 'What is looked at')
  content!: string;

  @ApiProperty({
    ...{ type: [String], format: 'uuid', maxItems: MOST_PEOPLE, uniqueItems: true },
    description: 'Ids of people of the team',
  })
  @IsArray()
  @ArrayMaxSize(MOST_PEOPLE)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  assessors!: string[];
}

export class PlanDraftDto implements PlanDraft {
  @Text(PLAN_LIMITS.text, 'Purpose')
  purpose!: string;

  @Text(PLAN_LIMITS.text, 'What is evaluated')
  scope!: string;

  @Text(PLAN_LIMITS.text, 'Standards and documents by which it is evaluated')
  basis!: string;

  @Text(PLAN_LIMITS.text, 'How')
  method!: string;

  @Text(PLAN_LIMITS.text, 'What is sampled')
  sampling!: string;

  @Day('The first day; null: not known yet')
  from!: string | null;

  @Day('The last day; null: not known yet')
  to!: string | null;

  @ApiProperty({ type: [AgendaDraftLineDto], maxItems: PLAN_LIMITS.lines })
  @NestedList(() => AgendaDraftLineDto)
  @ArrayMaxSize(PLAN_LIMITS.lines)
  agenda!: AgendaDraftLineDto[];
}

export class KeptPlanDto {
  @ApiProperty({ minimum: 0, description: '0: prefilled, nobody has written it yet' })
  version!: number;

  @ApiProperty({ type: PlanDraftDto }) content!: PlanDraftDto;

  static of({ version, content }: KeptPlan): KeptPlanDto {
    const agenda = content.agenda.map(({ assessors, ...line }) => ({
      ...line,
      assessors: [...assessors],
    }));
    return { version, content: { ...content, agenda } };
  }
}

export class MoveTextDto {
  @ApiProperty({
    maxLength: LETTER_LIMITS.text,
    description: 'The enterprise reads it; may be empty',
  })
  @IsString()
  @MaxLength(LETTER_LIMITS.text)
  text!: string;
}

export class SendPlanDto extends MoveTextDto {
  @ApiProperty({
    ...{ minimum: 1, maximum: 1_000_000 },
    description: 'Version of the plan that was seen',
  })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  planVersion!: number;
}
