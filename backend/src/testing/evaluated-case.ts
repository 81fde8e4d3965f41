import type { CaseState } from '@liangxing/contracts';
import { ResultsRepository, type CountedResult, type EvaluationResult } from '../features/sheets';
import { TenantDatabase } from '../kernel';
import type { TestApp, TestOrganization } from './test-app';

/** What a team found of a case that it evaluated, for tests of what follows. */
export function resultOf(more: Partial<EvaluationResult> = {}): EvaluationResult {
  const score = { grade: 'AAA', total: 43_100, readiness: null, isProvisional: false };
  return {
    ...{ format: 'liangxing-evaluation', version: 1, caseNumber: '2026-0001' },
    bodyName: '江南评价中心',
    enterprise: {
      ...{ name: '苏州良佳精密机械有限公司', creditCode: '91320500MA1EXAMP0X' },
      ...{ address: '江苏省苏州市工业园区示例路 1 号', products: ['精密轴承', '机床主轴'] },
    },
    dossier: { number: 1, code: '7K2M-9Q4T-XB3D-0FHZ' },
    scheme: {
      ...{ id: 'gsp-2004', title: { 'zh-CN': 'GB/T 19273-2003' }, kind: 'scored' },
      sections: [{ id: 's1', title: { 'zh-CN': '标准体系' } }],
    },
    targetGrade: 'AAAA',
    team: [
      { name: '李强', role: 'lead' },
      { name: '赵敏', role: 'assessor' },
    ],
    plan: null,
    items: [
      {
        ...{ itemId: '1.1', clause: '5.1', topic: { 'zh-CN': '方针目标' }, sectionId: 's1' },
        ...{ most: 1_000, note: '', differed: false, reason: '' },
        self: { state: 'assessed', points: 1_000 },
        settled: { state: 'assessed', points: 800 },
      },
    ],
    score,
    self: { ...score, total: 46_000 },
    findings: [],
    conclusion: {
      ...{ summary: '体系完整，运行有效。', strengths: '', improvements: '' },
      ...{ recommendation: 'grant', grade: 'AAA' },
    },
    handedOver: { by: '李强', on: '2026-11-30' },
    ...more,
  };
}

const NOTHING_COUNTED: CountedResult = { items: [], agreements: [] };

/** A case as if its team had handed its result over, or as it stands later: written behind the API. */
export async function evaluated(
  app: TestApp,
  body: TestOrganization,
  caseId: string,
  {
    state = 'reviewing',
    result = resultOf(),
    counted = NOTHING_COUNTED,
  }: { state?: CaseState; result?: EvaluationResult; counted?: CountedResult } = {},
): Promise<void> {
  await app.database.superuser('UPDATE cases SET state = $2 WHERE id = $1', [caseId, state]);
  const results = app.app.get(ResultsRepository, { strict: false });
  await app.app
    .get(TenantDatabase)
    .transaction(body.context, (manager) =>
      results.keep(manager, body.context, caseId, result, counted),
    );
}
