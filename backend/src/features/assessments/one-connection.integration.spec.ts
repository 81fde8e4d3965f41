import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { SchemeCatalogue } from '../schemes';
import type { AssessmentDto } from './dto/assessment.dto';

describe('a server with a single database connection', () => {
  let app: TestApp;
  let enterprise: TestOrganization;
  let path: string;

  beforeAll(async () => {
    app = await TestApp.start({ DATABASE_POOL_SIZE: '1' });
    await publishShippedSchemes(app.database);
    enterprise = await app.organization();
    const { body } = await enterprise.api.post<AssessmentDto>(`${enterprise.path}/assessments`, {
      title: '2026 年自我评价',
      schemeId: 'gsp-2004',
    });
    path = `${enterprise.path}/assessments/${body.id}`;
  });
  afterAll(() => app.stop());

  // A process that has just started knows no scheme yet.
  beforeEach(() => {
    Object.assign(app.app.get(SchemeCatalogue), { known: new Map() });
  });

  it('scores, reads the scheme and answers at the same time without waiting for itself', async () => {
    const answers = await Promise.all([
      enterprise.api.get(`${path}/score`),
      enterprise.api.get('/api/schemes'),
      enterprise.api.patch(path, { targetGrade: 'AAAA' }, { ifMatch: 1 }),
      enterprise.api.get(`${path}/score`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('hands work to the queue inside a transaction', async () => {
    const invited = await enterprise.api.post(`${enterprise.path}/members`, {
      email: 'new.colleague@example.com',
      role: 'viewer',
    });
    expect(invited.status).toBeLessThan(300);
  });
});
