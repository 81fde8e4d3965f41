import { Injectable } from '@nestjs/common';
import { listItems, targetGradesOf } from '@liangxing/scheme';
import { TenantDatabase, type RequestContext } from '../../../kernel';
import { MaterialsRepository } from '../../cases';
import { isLead, isScorer } from '../../plans';
import { CaseReader } from '../case-reader';
import {
  ScoredAnswerDto,
  SelfAnswerDto,
  type SheetDto,
  type SheetMaterialDto,
} from '../dto/sheet.dto';
import { selfAnswers } from '../self-answers';
import { SheetsRepository } from '../sheets.repository';

/** The own sheet and what it is about. */
@Injectable()
export class ReadSheet {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: CaseReader,
    private readonly sheets: SheetsRepository,
    private readonly materials: MaterialsRepository,
  ) {}

  /** Of others it tells how far they are, and nothing of what they judge. @throws ProblemError not_found */
  sheet(context: RequestContext, caseId: string): Promise<SheetDto> {
    return this.database.read(context, async (manager) => {
      const { found, team } = await this.reader.find(manager, context, caseId);
      const { userId } = context;
      const material = await this.reader.material(manager, context, found);
      const basic = new Set(
        listItems(material.scheme.document)
          .filter(({ section }) => !section.bonus)
          .map(({ item }) => item.id),
      );
      const sheets = await this.sheets.list(manager, context, caseId);
      const judged = await this.sheets.counts(manager, context, caseId);
      const answers = await this.sheets.answers(manager, context, { caseId, userId });
      const given = new Set(
        answers.filter(({ state }) => state !== 'unanswered').map(({ itemId }) => itemId),
      );
      const scores = isScorer(team, userId);
      return {
        ...{ isScorer: scores, isLead: isLead(team, userId), items: basic.size },
        state: sheets.find((sheet) => sheet.userId === userId)?.state ?? null,
        team: team
          .filter(({ role }) => role !== 'expert')
          .map((member) => {
            const sheet = sheets.find((one) => one.userId === member.userId);
            const items = judged.get(member.userId) ?? [];
            return {
              ...{ userId: member.userId, name: member.name, role: member.role },
              ...{ isRemoved: member.removedAt !== null, state: sheet?.state ?? 'open' },
              answered: items.filter((id) => basic.has(id)).length,
              handedInAt: sheet?.handedInAt?.toISOString() ?? null,
            };
          }),
        answers: answers.map((answer) => ScoredAnswerDto.of(answer)),
        self: selfAnswers(material)
          .filter(({ itemId }) => !scores || given.has(itemId))
          .map(SelfAnswerDto.of),
      };
    });
  }

  /** What is evaluated, as it was frozen; nothing of how the enterprise judged itself. @throws ProblemError not_found */
  material(context: RequestContext, caseId: string): Promise<SheetMaterialDto> {
    return this.database.read(context, async (manager) => {
      const { found } = await this.reader.find(manager, context, caseId);
      const material = await this.reader.material(manager, context, found);
      const arrived = await this.materials.files(manager, context, caseId, found.material);
      const { scheme, facts, readiness, assessment, evidence, profile } = material;
      return {
        ...{ material: found.material, scheme: scheme.document, facts, readiness },
        targetGrade: assessment.targetGrade,
        grades: [...targetGradesOf(scheme.document)],
        departments: profile.departments.map(({ name }) => name),
        files: arrived.map(({ storageKey, sha256: _sha256, ...file }) => ({
          ...{ ...file, isThere: storageKey !== null },
          itemIds: [...(evidence.find(({ id }) => id === file.evidenceId)?.itemIds ?? [])],
        })),
      };
    });
  }
}
