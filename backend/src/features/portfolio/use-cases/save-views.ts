import { Injectable } from '@nestjs/common';
import {
  TenantDatabase,
  validationFailed,
  versionConflict,
  type FieldProblem,
  type RequestContext,
} from '../../../kernel';
import type { SavedView } from '@liangxing/contracts';
import { ViewsRepository, type StoredViews } from '../views.repository';

/** All views of one person, each by its name. */
@Injectable()
export class SaveViews {
  constructor(
    private readonly database: TenantDatabase,
    private readonly repository: ViewsRepository,
  ) {}

  /**
   * @param version that the person has seen
   * @throws ProblemError version_conflict, validation_failed where two have one name or open the page
   */
  async execute(
    context: RequestContext,
    version: number,
    named: readonly SavedView[],
  ): Promise<StoredViews> {
    const views = named.map((view) => ({ ...view, name: view.name.trim() }));
    const problems = problemsOf(views);
    if (problems.length > 0) throw validationFailed(...problems);
    return this.database.transaction(context, async (manager) => {
      if (!(await this.repository.write(manager, context, { views, version })))
        throw versionConflict(await this.repository.find(manager, context));
      return { views, version: version + 1 };
    });
  }
}

function problemsOf(views: readonly SavedView[]): FieldProblem[] {
  return views.flatMap(({ name, isDefault }, at) => {
    const earlier = views.slice(0, at);
    const problems: FieldProblem[] = [];
    if (earlier.some((view) => view.name === name))
      problems.push({ path: `views.${at}.name`, code: 'view_name_taken' });
    if (isDefault && earlier.some((view) => view.isDefault))
      problems.push({ path: `views.${at}.isDefault`, code: 'second_default_view' });
    return problems;
  });
}
