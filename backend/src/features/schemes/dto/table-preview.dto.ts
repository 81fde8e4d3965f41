import { listItems, type Scheme } from '@liangxing/scheme';
import type { TableProblem } from '@liangxing/scheme/loader';
import { ApiProperty } from '@nestjs/swagger';
import type { TablePreview } from '../use-cases/publish-own-scheme';
import { SchemeSummaryDto, SchemeTitleDto } from './scheme-summary.dto';

type Language = 'zh-CN' | 'en';

/** One thing wrong with a workbook, in the person's language. */
export class TableProblemDto {
  @ApiProperty({ example: 'cell_negative' })
  code: string;

  @ApiProperty({ example: '评价表' })
  sheet: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Null: the whole sheet' })
  row: number | null;

  @ApiProperty({ type: String, nullable: true, example: 'O' })
  column: string | null;

  @ApiProperty({ type: String, nullable: true, example: '扣分（加分）' })
  head: string | null;

  @ApiProperty()
  message: string;

  @ApiProperty({ description: 'How to mend it' })
  mend: string;

  constructor({ code, sheet, row, column, head, message, mend }: TableProblem, language: Language) {
    this.code = code;
    this.sheet = sheet;
    this.row = row;
    this.column = column;
    this.head = head;
    this.message = message[language];
    this.mend = mend[language];
  }
}

class PreviewSectionDto {
  @ApiProperty({ example: '1' })
  id!: string;

  @ApiProperty({ type: SchemeTitleDto })
  title!: SchemeTitleDto;

  @ApiProperty({ description: 'Hundredths of a point' })
  points!: number;

  @ApiProperty()
  bonus!: boolean;

  @ApiProperty()
  items!: number;
}

export class PreviewRouteDto {
  @ApiProperty({ required: false, description: 'Hundredths of a point' })
  basic?: number;

  @ApiProperty({ required: false })
  bonus?: number;

  @ApiProperty({ required: false })
  total?: number;
}

class PreviewGradeDto {
  @ApiProperty({ example: 'AAAA' })
  id!: string;

  @ApiProperty({ type: [PreviewRouteDto] })
  routes!: PreviewRouteDto[];
}

/** What a workbook would publish. */
class PreviewSchemeDto extends SchemeSummaryDto {
  @ApiProperty({ type: [PreviewSectionDto] })
  sections: PreviewSectionDto[];

  @ApiProperty({ type: [PreviewGradeDto] })
  routes: PreviewGradeDto[];

  @ApiProperty({ description: 'Number of deductions and awards' })
  rules: number;

  @ApiProperty({ description: 'Items written by the organization itself' })
  house: number;

  @ApiProperty({ description: 'Items typed from the table it holds' })
  entered: number;

  @ApiProperty({ description: 'Items marked as verified; they are published as entered' })
  relabelled: number;

  @ApiProperty({ type: String, nullable: true })
  previousVersion: string | null;

  @ApiProperty({ description: 'The newest version says the same already' })
  isUnchanged: boolean;

  constructor(read: NonNullable<TablePreview['read']>) {
    const { scheme, origins, previousVersion, isUnchanged } = read;
    super({ scheme });
    this.sections = scheme.sections.map(sectionOf);
    this.routes = scheme.grades.map(({ id, routes }) => ({
      id,
      routes: routes.map(({ basic, bonus, total }) => ({
        ...(basic !== undefined && { basic }),
        ...(bonus !== undefined && { bonus }),
        ...(total !== undefined && { total }),
      })),
    }));
    this.rules = listItems(scheme).reduce((sum, { item }) => sum + item.rules.length, 0);
    this.house = origins.house;
    this.entered = origins.entered;
    this.relabelled = origins.relabelled;
    this.previousVersion = previousVersion;
    this.isUnchanged = isUnchanged;
  }
}

function sectionOf({ id, title, points, bonus, groups }: Scheme['sections'][number]) {
  const items = groups.reduce((sum, group) => sum + group.items.length, 0);
  return { id, title: { ...title }, points, bonus, items };
}

class ForeignTableDto {
  @ApiProperty({ example: '评分表' })
  sheet!: string;

  @ApiProperty({ type: 'integer' })
  items!: number;

  @ApiProperty({ type: 'integer', description: 'Hundredths of a point' })
  points!: number;

  @ApiProperty({ type: 'integer', description: 'Rows that only add up others' })
  sums!: number;

  @ApiProperty({ type: 'integer', description: 'Deductions without an amount' })
  open!: number;
}

export class TablePreviewDto {
  @ApiProperty({ type: [TableProblemDto] })
  problems: TableProblemDto[];

  @ApiProperty({
    type: PreviewSchemeDto,
    nullable: true,
    description: 'Null where there are problems',
  })
  scheme: PreviewSchemeDto | null;

  @ApiProperty({
    type: ForeignTableDto,
    nullable: true,
    description: 'A scoring table in another shape; a workbook can be made of it',
  })
  foreign: ForeignTableDto | null;

  constructor({ problems, foreign, read }: TablePreview, language: Language) {
    this.problems = problems.map((problem) => new TableProblemDto(problem, language));
    this.foreign = foreign === null ? null : { ...foreign };
    this.scheme = read === null ? null : new PreviewSchemeDto(read);
  }
}
