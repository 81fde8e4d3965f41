import {
  ENTRY_RULE_KINDS,
  type EntryContent,
  type EntryGate,
  type EntryGroup,
  type EntryItem,
  type EntryPart,
  type EntryRoute,
  type EntryRule,
  type EntryRuleKind,
  type EntrySource,
  type EntryStep,
  type SchemePolicies,
} from '@liangxing/scheme';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { Nested, NestedList } from '../../../../kernel';
import { IsPercent, IsPoints, ShortTexts, Text } from './entry-fields';

export class EntrySourceDto implements EntrySource {
  @Text(300, 'The document: number and title') document!: string;
  @Text(200) edition!: string;
  @Text(200, 'Who holds the copy') holder!: string;
  @Text(100, 'Pages of the table: 12～18') pages!: string;
}

class EntryPartDto implements EntryPart {
  @Text(30) id!: string;
  @Text(500) title!: string;
  @IsPoints() points!: number | null;
  @ApiProperty() @IsBoolean() bonus!: boolean;
  @IsPoints('Hundredths: 85 counts 0.85 times') factor!: number | null;
}

class EntryGroupDto implements EntryGroup {
  @Text(30) id!: string;
  @Text(30, 'Id of its part') part!: string;
  @Text(500) title!: string;
  @IsPoints() points!: number | null;
  @IsPoints('Hundredths') factor!: number | null;
}

class EntryStepDto implements EntryStep {
  @Text(30) id!: string;
  @Text(2000) label!: string;
  @IsPercent() percent!: number | null;
  @IsPoints() amount!: number | null;
}

class EntryRuleDto implements EntryRule {
  @Text(30) id!: string;

  @ApiProperty({ enum: ENTRY_RULE_KINDS })
  @IsIn(ENTRY_RULE_KINDS)
  kind!: EntryRuleKind;

  @Text(2000) text!: string;
  @IsPoints() amount!: number | null;
  @IsPoints() max!: number | null;

  @ApiProperty({ description: '追加扣除: taken from the total, beyond the points of the item' })
  @IsBoolean()
  beyond!: boolean;

  @ApiProperty({ type: [EntryStepDto], description: 'Of choice and rate' })
  @ArrayMaxSize(20)
  @NestedList(() => EntryStepDto)
  steps!: EntryStepDto[];
}

class EntryItemDto implements EntryItem {
  @Text(30) id!: string;
  @Text(30, 'Id of its group, or of its part') under!: string;
  @Text(200) clause!: string;
  @Text(2000) topic!: string;
  @Text(2000) asked!: string;
  @IsPoints() points!: number | null;
  @ApiProperty() @IsBoolean() star!: boolean;
  @ShortTexts(50, 2000) evidence!: string[];

  @ApiProperty({ type: [EntryRuleDto] })
  @ArrayMaxSize(40)
  @NestedList(() => EntryRuleDto)
  rules!: EntryRuleDto[];

  @ShortTexts(50, 30, 'Items of the readiness scheme whose answers and evidence serve it')
  mappedTo!: string[];
}

class EntryRouteDto implements EntryRoute {
  @Text(61) id!: string;
  @Text(30) grade!: string;
  @IsPoints() basic!: number | null;
  @IsPoints() bonus!: number | null;
  @IsPoints() total!: number | null;
  @IsPercent('Least share of the basic points') share!: number | null;
  @IsPercent('Least share of the points of each basic part') partShare!: number | null;
}

class EntryGateDto implements EntryGate {
  @Text(30) id!: string;

  @ApiProperty({ enum: ['section_share', 'veto'] })
  @IsIn(['section_share', 'veto'])
  kind!: 'section_share' | 'veto';

  @ShortTexts(50, 30) parts!: string[];
  @ShortTexts(200, 30) items!: string[];
  @ShortTexts(200, 61) rules!: string[];
  @IsPercent() percent!: number | null;
  @Text(30, 'Highest grade that may still be had; empty: none') capAt!: string;
  @Text(2000) text!: string;
}

class EntryPoliciesDto implements SchemePolicies {
  @ApiProperty({ enum: ['full_marks', 'reweight', 'exclude'] })
  @IsIn(['full_marks', 'reweight', 'exclude'])
  notApplicable!: SchemePolicies['notApplicable'];

  @ApiProperty()
  @IsBoolean()
  notApplicableNeedsApproval!: boolean;

  @ApiProperty({ enum: ['none', 'not_required'] })
  @IsIn(['none', 'not_required'])
  star!: SchemePolicies['star'];
}

/** A scoring table while it is entered. Points in hundredths, shares in percent; null is not yet typed. */
export class EntryContentDto implements EntryContent {
  @ApiProperty()
  @IsString()
  @MaxLength(200)
  title!: string;

  @ApiProperty({ type: EntrySourceDto })
  @Nested(() => EntrySourceDto)
  source!: EntrySourceDto;

  @IsPoints() basicPoints!: number | null;
  @IsPoints() bonusPoints!: number | null;
  @IsPoints('What the parts add up to, where that is brought to basicPoints')
  tablePoints!: number | null;

  @ApiProperty({ type: [EntryPartDto] })
  @ArrayMaxSize(50)
  @NestedList(() => EntryPartDto)
  parts!: EntryPartDto[];

  @ApiProperty({ type: [EntryGroupDto] })
  @ArrayMaxSize(200)
  @NestedList(() => EntryGroupDto)
  groups!: EntryGroupDto[];

  @ApiProperty({ type: [EntryItemDto] })
  @IsArray()
  @ArrayMaxSize(500)
  @NestedList(() => EntryItemDto)
  items!: EntryItemDto[];

  @ApiProperty({ type: [EntryRouteDto] })
  @ArrayMaxSize(50)
  @NestedList(() => EntryRouteDto)
  routes!: EntryRouteDto[];

  @ApiProperty({ type: [EntryGateDto] })
  @ArrayMaxSize(50)
  @NestedList(() => EntryGateDto)
  gates!: EntryGateDto[];

  @ApiProperty({ type: EntryPoliciesDto })
  @Nested(() => EntryPoliciesDto)
  policies!: EntryPoliciesDto;
}
