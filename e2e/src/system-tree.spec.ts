import { type Page, expect, test } from '@playwright/test';
import { api, registerWithEnterprise, saved } from './person';
import { seriousFindings } from './serious-findings';

interface NodeView {
  readonly key: string;
  readonly parent: string | null;
  readonly code: string;
  readonly name: { readonly 'zh-CN': string };
}
interface SystemView {
  readonly id: string;
  readonly templateId: string;
  readonly isPrimary: boolean;
  readonly nodes: readonly NodeView[];
}
interface PlacesView {
  readonly rows: readonly { readonly title: string; readonly nodes: readonly string[] }[];
}

const REGISTER = [
  { systemCode: 'G04', number: 'Q/SZSX G0401-2024', title: '采购控制程序' },
  { systemCode: 'G02', number: 'Q/SZSX G0203-2024', title: '员工培训管理办法' },
  { systemCode: 'J08', number: 'GB/T 191-2008', title: '包装储运图示标志' },
];

/** An enterprise with three standards in a system of the 2003 form, open on the page. */
async function enterpriseWithSystem(page: Page): Promise<{ home: string; tenant: string }> {
  const organizationId = await registerWithEnterprise(page, '苏州树形机械有限公司');
  const home = `/o/${organizationId}`;
  const tenant = `/api/organizations/${organizationId}`;
  for (const body of REGISTER) await api(page, 'POST', `${tenant}/standards`, { body });
  await api(page, 'POST', `${tenant}/systems`, { body: { templateId: 'gb-t-15496-2003' } });
  await page.goto(`${home}/system`);
  await expect(page.getByTestId('system-tree')).toBeVisible();
  return { home, tenant };
}

async function systemsOf(page: Page, tenant: string): Promise<readonly SystemView[]> {
  return api(page, 'GET', `${tenant}/systems`);
}

async function primary(page: Page, tenant: string): Promise<SystemView> {
  const [first] = await systemsOf(page, tenant);
  return api(page, 'GET', `${tenant}/systems/${first?.id ?? ''}`);
}

async function placesOf(page: Page, tenant: string, title: string): Promise<readonly string[]> {
  const { id } = await primary(page, tenant);
  const { rows } = await api<PlacesView>(page, 'GET', `${tenant}/systems/${id}/places`);
  return rows.find((row) => row.title === title)?.nodes ?? [];
}

const childrenOf = ({ nodes }: SystemView, parent: string): readonly string[] =>
  nodes.filter((node) => node.parent === parent).map(({ name }) => name['zh-CN']);

test('the tree is built by mouse and by keyboard, and every step can be taken back', async ({
  page,
}) => {
  const { tenant } = await enterpriseWithSystem(page);
  await page.getByTestId('toggle-J').click();

  await test.step('an own node is added and renamed', async () => {
    await page.getByTestId('node-G04').click();
    await page.getByTestId('add-child').click();
    await page.getByTestId('ask-zh').fill('外协管理标准');
    await page.getByTestId('ask-done').click();
    await saved(page);
    expect(childrenOf(await primary(page, tenant), 'G04')).toEqual(['外协管理标准']);
    await page.getByTestId('rename-node').click();
    await page.getByTestId('ask-zh').fill('外包和外协管理标准');
    await page.getByTestId('ask-done').click();
    await saved(page);
    expect(childrenOf(await primary(page, tenant), 'G04')).toEqual(['外包和外协管理标准']);
  });

  await test.step('a code that is taken is refused, with the one that is free', async () => {
    await page.getByTestId('node-G05').click();
    await page.getByTestId('rename-node').click();
    await page.getByTestId('ask-code').fill('G06');
    await page.getByTestId('ask-done').click();
    await expect(page.getByTestId('ask-wrong')).toContainText('G06');
    await page.keyboard.press('Escape');
    await page.getByTestId('leave-sure').click();
    await expect(page.getByTestId('ask')).toHaveCount(0);
  });

  await test.step('a node is dragged, and moved by keys', async () => {
    const before = childrenOf(await primary(page, tenant), 'G');
    await page.getByTestId('node-G07').dragTo(page.getByTestId('node-G06'), {
      targetPosition: { x: 60, y: 2 },
    });
    await saved(page);
    const dragged = childrenOf(await primary(page, tenant), 'G');
    expect(dragged.indexOf(before[6] ?? '')).toBe(5);
    await page.getByTestId('node-G07').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await saved(page);
    expect(childrenOf(await primary(page, tenant), 'G')).toEqual(before);
    await page.getByTestId('undo').click();
    await saved(page);
    expect(childrenOf(await primary(page, tenant), 'G')).toEqual(dragged);
    await page.getByTestId('redo').click();
    await saved(page);
    expect(childrenOf(await primary(page, tenant), 'G')).toEqual(before);
  });

  await test.step('a standard stands in a second node, which then becomes its main one', async () => {
    await page.getByTestId('node-G04').click();
    await page.getByTestId('choose-all').check();
    await page.getByTestId('also-place').click();
    await page.getByTestId('choice-search').fill('G06');
    await page.getByTestId('choice-G06').click();
    await saved(page);
    expect(await placesOf(page, tenant, '采购控制程序')).toEqual(['G04', 'G06']);
    await page.getByTestId('node-G06').click();
    // Until its panel stands, the one before shows what is chosen there.
    await expect(page.getByTestId('node-panel').getByRole('heading', { level: 2 })).toContainText(
      'G06',
    );
    await page.getByTestId('choose-all').check();
    await page.getByTestId('make-main').click();
    await saved(page);
    expect(await placesOf(page, tenant, '采购控制程序')).toEqual(['G06', 'G04']);
  });

  await test.step('the history tells it all', async () => {
    await page.getByTestId('panel-history').click();
    await expect(page.getByTestId('system-history')).toContainText('外包和外协管理标准');
    expect(await seriousFindings(page)).toEqual([]);
  });
});

test('what the server has not taken is still there after a reload, and is sent then', async ({
  page,
}) => {
  const { tenant } = await enterpriseWithSystem(page);
  await page.route('**/changes', (route) => route.abort());
  await page.getByTestId('node-J').click();
  await page.getByTestId('rename-node').click();
  await page.getByTestId('ask-zh').fill('技术标准子体系');
  await page.getByTestId('ask-done').click();
  const state = page.getByRole('main').getByTestId('save-state');
  await expect(state).toHaveAttribute('data-state', 'offline');
  await expect(page.getByTestId('unsent')).toBeVisible();
  await page.unroute('**/changes');
  await page.reload();
  await expect(page.getByTestId('node-J')).toContainText('技术标准子体系');
  await saved(page);
  const { nodes } = await primary(page, tenant);
  expect(nodes.find(({ key }) => key === 'J')?.name['zh-CN']).toBe('技术标准子体系');
});

test('a system of 2003 moves to the form of 2017 beside it, and back with one button', async ({
  page,
}) => {
  const { home, tenant } = await enterpriseWithSystem(page);
  await page.goto(`${home}/system/move`);
  await expect(page.getByTestId('move-preview')).toContainText('BZ3.5');
  await page.getByTestId('apply-move').click();
  await expect(page.getByTestId('system-switcher')).toContainText('2017');
  const moved = await primary(page, tenant);
  expect([moved.templateId, moved.isPrimary]).toEqual(['gb-t-15496-2017', true]);
  expect(await placesOf(page, tenant, '员工培训管理办法')).toEqual(['BZ3.5']);
  expect(await systemsOf(page, tenant)).toHaveLength(2);

  // Side by side: the other one may lead for a while.
  await page.getByTestId('system-switcher').click();
  await page.getByTestId('system-gb-t-15496-2003').click();
  await expect(page.getByTestId('system-switcher')).toContainText('2003');
  await page.getByTestId('system-switcher').click();
  await page.getByTestId('system-primary').click();
  await expect.poll(async () => (await primary(page, tenant)).templateId).toBe('gb-t-15496-2003');

  await page.getByRole('button', { name: '撤销转换' }).click();
  await expect
    .poll(async () =>
      (await systemsOf(page, tenant)).map(({ templateId, isPrimary }) => [templateId, isPrimary]),
    )
    .toEqual([['gb-t-15496-2003', true]]);
});

test('who may only read sees the system and no button that would change it', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByTestId('email').fill('lu@example.cn');
  await page.getByTestId('password').fill('liangxing-sample-3');
  await page.getByTestId('sign-in').click();
  await expect(page).toHaveURL(/\/o\/[0-9a-f-]{36}\//);
  await page.goto(new URL(page.url()).pathname.replace(/\/[a-z]+$/u, '/system'));
  await expect(page.getByTestId('system-tree')).toBeVisible();
  await expect(page.getByTestId('node-panel')).toBeVisible();
  for (const id of ['undo', 'add-body', 'rename-node', 'trim-node', 'add-standard', 'keep-all']) {
    await expect(page.getByTestId(id)).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'EN' }).click();
  await expect(page.getByTestId('panel-steps')).toContainText('Next');
  expect(await seriousFindings(page)).toEqual([]);
});
