import { TestApp } from '../../testing/test-app';
import type { MovePlanDto } from './dto/move.dto';
import type { SystemDto } from './dto/system.dto';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

describe('the move of what was decided', () => {
  it('carries own nodes, trims and decisions, and is taken back without a trace', async () => {
    const enterprise = await app.organization();
    const systems = `${enterprise.path}/systems`;
    const templateId = 'gb-t-15496-2003';
    const { body: from } = await enterprise.api.post<SystemDto>(systems, { templateId });
    const made = await enterprise.api.post<SystemDto>(
      `${systems}/${from.id}/changes`,
      {
        operations: [
          { op: 'add', key: 'cu', parent: 'J04', name: { 'zh-CN': '铜材', en: 'Copper' } },
          { op: 'trim', key: 'J09', reason: '不安装' },
          { op: 'trim', key: 'G10', reason: '不安装' },
          { op: 'trim', key: 'J02', reason: '来图加工' },
          { op: 'rename', key: 'J05', name: { 'zh-CN': '工艺和装配', en: 'Process' } },
          {
            op: 'decide',
            expectation: 'G04/purchase-control',
            decision: { kind: 'not_needed', reason: '集团统一采购' },
          },
        ],
      },
      { ifMatch: from.version },
    );
    expect(made.status).toBe(200);
    const before = await enterprise.api.get<SystemDto>(`${systems}/${from.id}`);
    const preview = await enterprise.api.get<MovePlanDto>(
      `${systems}/${from.id}/move-preview?to=gb-t-15496-2017`,
    );
    expect(preview.body.ownNodes).toMatchObject([{ fromKey: 'cu', parent: 'CP3.2' }]);
    const decided = preview.body.decisions.map(({ kind, fromKey, toKey }) => [
      kind,
      fromKey,
      toKey,
    ]);
    expect(decided).toEqual([
      ['trim', 'J02', null],
      ['name', 'J05', 'CP3.3'],
      ['trim', 'J09', 'CP3.8'],
      ['trim', 'G10', 'CP3.8'],
      ['decision', 'G04', 'CP3.2'],
    ]);
    const moved = await enterprise.api.post<SystemDto>(
      `${systems}/${from.id}/move`,
      { to: 'gb-t-15496-2017' },
      { ifMatch: preview.body.version },
    );
    const node = (key: string) => moved.body.nodes.find((one) => one.key === key);
    expect(node('cu')).toMatchObject({ parent: 'CP3.2', code: 'CP3.2.1', origin: 'own' });
    expect(node('CP3.8')?.trimmed).toBe('不安装');
    expect(node('CP3.3')?.name['zh-CN']).toBe('工艺和装配');
    expect(Object.keys(moved.body.decisions)).toEqual(['CP3.2/purchase-control']);

    await enterprise.api.delete(`${systems}/${moved.body.id}`, undefined, { ifMatch: 1 });
    const back = await enterprise.api.get<SystemDto>(`${systems}/${from.id}`);
    expect(back.body).toEqual(before.body);
    const changes = await enterprise.api.get<object[]>(`${systems}/${from.id}/changes`);
    expect(changes.body).toHaveLength(1);
  });
});
