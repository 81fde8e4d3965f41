import { listItems, targetGradesOf, type Scheme } from '@liangxing/scheme';
import { ApiProperty } from '@nestjs/swagger';

export class SchemeTitleDto {
  @ApiProperty()
  'zh-CN': string;

  @ApiProperty({ required: false })
  en?: string;
}

/** One published scheme version in the list. */
export class SchemeSummaryDto {
  @ApiProperty({ example: 'gsp-2004' })
  id: string;

  @ApiProperty({ example: '1.0.0' })
  version: string;

  @ApiProperty({ type: SchemeTitleDto })
  title: SchemeTitleDto;

  @ApiProperty({ enum: ['scored', 'readiness'] })
  kind: 'scored' | 'readiness';

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'First day on which it no longer holds',
  })
  validUntil: string | null;

  @ApiProperty({ type: String, nullable: true })
  supersededBy: string | null;

  @ApiProperty({ description: 'Number of items, bonus items included' })
  items: number;

  @ApiProperty({ description: 'Hundredths of a point' })
  basicPoints: number;

  @ApiProperty({ description: 'Hundredths of a point' })
  bonusPoints: number;

  @ApiProperty({ type: [String], description: 'Grades from the highest' })
  grades: string[];

  @ApiProperty({
    type: [String],
    description: 'What may be applied for, from the lowest; also where the scheme gives no grade',
  })
  targetGrades: string[];

  @ApiProperty({
    type: String,
    enum: ['2003', '2017'],
    nullable: true,
    description: 'Form of the standard systems that it evaluates: GB/T 15496 of that year',
  })
  form: '2003' | '2017' | null;

  @ApiProperty({ description: 'Stands for comparison; nobody is evaluated by it any more' })
  isHistorical: boolean;

  constructor({ scheme }: { readonly scheme: Scheme }) {
    this.id = scheme.id;
    this.version = scheme.version;
    this.title = { ...scheme.title };
    this.kind = scheme.kind;
    this.validUntil = scheme.validUntil ?? null;
    this.supersededBy = scheme.supersededBy ?? null;
    this.items = listItems(scheme).length;
    this.basicPoints = scheme.basicPoints;
    this.bonusPoints = scheme.bonusPoints;
    this.grades = scheme.grades.map(({ id }) => id);
    this.targetGrades = [...targetGradesOf(scheme)];
    this.form = scheme.form ?? null;
    this.isHistorical = scheme.isHistorical ?? false;
  }
}
