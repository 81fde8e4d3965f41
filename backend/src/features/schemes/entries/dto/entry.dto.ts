import {
  SCHEME_ENTRY_STATES,
  SCHEME_ENTRY_VERBS,
  schemeEntryVerbsFrom,
  type SchemeEntryState,
  type SchemeEntryVerb,
} from '@liangxing/contracts';
import type { EntryProblem, RouteReading, SecondReading } from '@liangxing/scheme';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsIn } from 'class-validator';
import { NestedList } from '../../../../kernel';
import { SchemePublisherDto } from '../../dto/usable-scheme.dto';
import type { EntryCheck, EntryView } from '../entry';
import { EntryContentDto, EntrySourceDto } from './entry-content.dto';
import { IsPercent, IsPoints, Text } from './entry-fields';

class PartReadingDto {
  @Text(30) id!: string;
  @IsPoints() points!: number | null;
}

class RouteReadingDto implements RouteReading {
  @Text(61) id!: string;
  @IsPoints() basic!: number | null;
  @IsPoints() bonus!: number | null;
  @IsPoints() total!: number | null;
  @IsPercent() share!: number | null;
  @IsPercent() partShare!: number | null;
}

class GateReadingDto {
  @Text(30) id!: string;
  @IsPercent() percent!: number | null;
}

/** What the second person reads from the paper; null where it names nothing. */
export class SecondReadingDto implements SecondReading {
  @IsPoints() basicPoints!: number | null;
  @IsPoints() bonusPoints!: number | null;

  @ApiProperty({ type: [PartReadingDto] })
  @ArrayMaxSize(50)
  @NestedList(() => PartReadingDto)
  parts!: PartReadingDto[];

  @ApiProperty({ type: [RouteReadingDto] })
  @ArrayMaxSize(50)
  @NestedList(() => RouteReadingDto)
  routes!: RouteReadingDto[];

  @ApiProperty({ type: [GateReadingDto] })
  @ArrayMaxSize(50)
  @NestedList(() => GateReadingDto)
  gates!: GateReadingDto[];
}

export class MoveEntryDto {
  @ApiProperty({ enum: SCHEME_ENTRY_VERBS })
  @IsIn(SCHEME_ENTRY_VERBS)
  move!: SchemeEntryVerb;
}

class EntryCheckDto {
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ description: 'Both read the same' }) agreed!: boolean;
  @ApiProperty({ type: [String], example: ['parts.2'], description: 'Never what was typed' })
  differing!: string[];
  @ApiProperty({ format: 'date-time' }) checkedAt!: string;
  @ApiProperty({ type: SchemePublisherDto }) checkedBy!: SchemePublisherDto;

  static of({ number, differing, checkedAt, checkedBy }: EntryCheck): EntryCheckDto {
    return {
      number,
      agreed: differing.length === 0,
      differing: [...differing],
      checkedAt: checkedAt.toISOString(),
      checkedBy,
    };
  }
}

class FormPartDto {
  @ApiProperty() id!: string;
  @ApiProperty() title!: string;
  @ApiProperty() bonus!: boolean;
}

class FormRouteDto {
  @ApiProperty() id!: string;
  @ApiProperty() grade!: string;
}

class FormGateDto {
  @ApiProperty() id!: string;
  @ApiProperty() text!: string;
}

/** Rows of the second reading, without a figure. */
class ReadingFormDto {
  @ApiProperty({ type: [FormPartDto] }) parts!: FormPartDto[];
  @ApiProperty({ type: [FormRouteDto] }) routes!: FormRouteDto[];
  @ApiProperty({ type: [FormGateDto] }) gates!: FormGateDto[];
}

/** An entry in the list. */
export class EntrySummaryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ enum: SCHEME_ENTRY_STATES }) state!: SchemeEntryState;
  @ApiProperty() title!: string;
  @ApiProperty({ type: EntrySourceDto }) source!: EntrySourceDto;
  @ApiProperty({ description: 'Of the workbook that it was taken from, or empty' })
  fileName!: string;
  @ApiProperty({ type: [SchemePublisherDto], description: 'None of them may check it' })
  editors!: SchemePublisherDto[];
  @ApiProperty() isEditor!: boolean;
  @ApiProperty({ enum: SCHEME_ENTRY_VERBS, isArray: true, description: 'What its state allows' })
  moves!: SchemeEntryVerb[];
  @ApiProperty({ type: String, nullable: true }) schemeId!: string | null;
  @ApiProperty({ type: String, nullable: true }) schemeVersion!: string | null;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
  @ApiProperty({ type: SchemePublisherDto }) updatedBy!: SchemePublisherDto;

  static summary({ entry, isEditor }: EntryView): EntrySummaryDto {
    const { id, version, state, content, fileName, editors, updatedAt, updatedBy } = entry;
    return {
      ...{ id, version, state, title: content.title, source: content.source, fileName },
      editors: [...editors],
      isEditor,
      moves: [...schemeEntryVerbsFrom(state)],
      schemeId: entry.schemeId,
      schemeVersion: entry.schemeVersion,
      updatedAt: updatedAt.toISOString(),
      updatedBy,
    };
  }
}

export class EntryDto extends EntrySummaryDto {
  @ApiProperty({
    type: EntryContentDto,
    nullable: true,
    description: 'Null while others enter it or have it checked',
  })
  content!: EntryContentDto | null;

  @ApiProperty({ type: ReadingFormDto, nullable: true, description: 'While a check is asked for' })
  form!: ReadingFormDto | null;

  @ApiProperty({ type: [EntryCheckDto], description: 'Newest first' })
  checks!: EntryCheckDto[];

  @ApiProperty({
    type: SecondReadingDto,
    nullable: true,
    description: 'What the person who asks typed in their last check',
  })
  ownReading!: SecondReadingDto | null;

  static of(view: EntryView): EntryDto {
    return {
      ...EntrySummaryDto.summary(view),
      content: view.content as EntryContentDto | null,
      form: view.form as ReadingFormDto | null,
      checks: view.checks.map(EntryCheckDto.of),
      ownReading: view.ownReading as SecondReadingDto | null,
    };
  }
}

export class EntryProblemDto {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['source', 'parts', 'items', 'grades'] })
  step!: EntryProblem['place']['step'];
  @ApiProperty({ description: 'Number of the part, item or grade; empty: the step itself' })
  row!: string;
  @ApiProperty() field!: string;
  @ApiProperty() message!: string;

  static of(language: 'zh-CN' | 'en') {
    return ({ code, place, message }: EntryProblem): EntryProblemDto => ({
      code,
      ...place,
      message: message[language],
    });
  }
}
