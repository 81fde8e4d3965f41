import type { Scheme, SchemeItem } from '@liangxing/scheme';
import { loadScheme } from '@liangxing/scheme/loader';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packsFolder, publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { AnswerDto } from './dto/answer.dto';
import type { AssessmentDto } from './dto/assessment.dto';

const name = 'gb-t-19273-2017.yaml';
const newest = loadScheme([{ name, text: readFileSync(join(packsFolder, name), 'utf8') }]);
/** What 2.0.0 added. */
const ADDED = /^(?:1\.2\.6|2\.1\.[67]|2\.9\.[345]|2\.10\.[34]|3\.1\.[456]|3\.4\.\d)$/u;

const { readiness: _thresholds, ...plain } = newest;
/** As it was published at first: fewer items, nothing of need and checks. */
const former: Scheme = {
  ...plain,
  version: '1.0.0',
  sections: newest.sections.map((section) => ({
    ...section,
    groups: section.groups
      .map((group) => ({
        ...group,
        items: group.items
          .filter(({ id }) => !ADDED.test(id))
          .map(({ need: _n, checks: _c, nodes: _o, records: _r, ...item }): SchemeItem => item),
      }))
      .filter(({ items }) => items.length > 0),
  })),
};

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  const document = JSON.stringify(former).replaceAll("'", "''");
  await app.database.superuser(
    `INSERT INTO scheme_versions (id, version, document, sha256, published_at)
     VALUES ('${former.id}', '1.0.0', '${document}'::jsonb, '${'0'.repeat(64)}', now() - interval '1 day')`,
  );
  await publishShippedSchemes(app.database);
  enterprise = await app.organization();
});
afterAll(() => app.stop());

const start = async (more: object): Promise<AssessmentDto> => {
  const { body, status } = await enterprise.api.post<AssessmentDto>(
    `${enterprise.path}/assessments`,
    { title: '自我评价', schemeId: former.id, ...more },
  );
  expect(status).toBe(201);
  return body;
};

describe('a self-evaluation by an earlier version of the scheme in force', () => {
  it('stays with its version, takes answers, and hands them over to one by the newest', async () => {
    const old = await start({ schemeVersion: '1.0.0' });
    const path = `${enterprise.path}/assessments/${old.id}`;
    const answer = { state: 'met', rules: {}, finding: '劳动合同已抽查', reason: '抽查符合' };
    const put = (itemId: string) =>
      enterprise.api.put(`${path}/answers/${itemId}`, answer, { ifMatch: 0 });
    expect([(await put('2.9.1')).status, (await put('2.9.3')).status]).toEqual([200, 422]);
    const { body: read } = await enterprise.api.get<AssessmentDto>(path);
    expect(read.schemeVersion).toBe('1.0.0');
    expect((await enterprise.api.get(`${path}/score`)).status).toBe(200);

    const next = await start({ copyFrom: old.id });
    expect(next.schemeVersion).toBe(newest.version);
    const { body: answers } = await enterprise.api.get<AnswerDto[]>(
      `${enterprise.path}/assessments/${next.id}/answers`,
    );
    expect(answers).toMatchObject([{ itemId: '2.9.1', state: 'met', finding: answer.finding }]);
  });
});
