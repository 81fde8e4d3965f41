import { type Locator, type Page, expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { confirmAddress } from './confirm-address';
import { mailsTo } from './mails';
import { api, saved } from './person';

const LAWS = '法律法规名称,实施日期\n中华人民共和国产品质量法,1993-09-01\n标准化法,2018-01-01';
const REGISTER = '标准编号,标准名称\nQ/DC 0201-2026,检验规程\nQ/DC 0202-2026,包装规程';

/** As a hand does it: the second click comes a moment later, when the first may have been answered. */
async function doubleClick(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  const box = await button.boundingBox();
  if (box === null) throw new Error('the button is not on the page');
  const { mouse } = button.page();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mouse.click(x, y);
  await button.page().waitForTimeout(150);
  // Of the same double click: `click` with a count would begin a new one.
  await mouse.down({ clickCount: 2 });
  await mouse.up({ clickCount: 2 });
}

/** Both at once as well: the browser sends them before anything is drawn anew. */
async function clickTwiceAtOnce(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });
}

/** What would come of a second click has come by then. */
const settled = async (page: Page): Promise<void> => {
  await page.waitForTimeout(700);
  await page.waitForLoadState('networkidle');
};

for (const [way, twice] of [
  ['a moment apart', doubleClick],
  ['at once', clickTwiceAtOnce],
] as const)
  test(`every creating button, clicked twice ${way}, creates once`, async ({ page }) => {
    const email = `twice-${randomUUID()}@example.cn`;
    await page.goto('/register');
    await page.getByTestId('name').fill('王质量');
    await page.getByTestId('email').fill(email);
    await page.getByTestId('password').fill('liang-xing-2026-e2e');
    await twice(page.getByTestId('register'));

    await test.step('an enterprise', async () => {
      await page.getByTestId('enterprise-name').fill('苏州双击机械有限公司');
      await twice(page.getByTestId('create-enterprise'));
      await expect(page).toHaveURL(/\/o\/[0-9a-f-]{36}\//);
      await settled(page);
      const session = await api<{ memberships: unknown[] }>(page, 'GET', '/api/sessions/current');
      expect(session.memberships).toHaveLength(1);
    });
    const id = new URL(page.url()).pathname.split('/')[2] ?? '';
    const [home, tenant] = [`/o/${id}`, `/api/organizations/${id}`];
    const listed = async (path: string): Promise<number> => {
      await settled(page);
      const list = await api<{ total?: number; rows?: unknown[] } | unknown[]>(
        page,
        'GET',
        `${tenant}/${path}`,
      );
      return Array.isArray(list) ? list.length : (list.total ?? list.rows?.length ?? -1);
    };

    await test.step('a standard', async () => {
      await page.goto(`${home}/standards`);
      await page.getByTestId('add').click();
      await page.getByTestId('add-number').fill('Q/DC 0101-2026');
      await page.getByTestId('add-title').fill('采购控制程序');
      await twice(page.getByTestId('add-save'));
      expect(await listed('standards')).toBe(1);
    });

    await test.step('an import of standards, and its undo', async () => {
      await page.goto(`${home}/standards/import`);
      const buffer = Buffer.from(REGISTER);
      await page
        .getByTestId('file')
        .setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer });
      await twice(page.getByTestId('commit'));
      await expect(page.getByTestId('import-result')).toBeVisible();
      expect(await listed('standards')).toBe(3);
      await twice(page.getByTestId('undo-import'));
      expect(await listed('standards')).toBe(1);
    });

    await test.step('a system', async () => {
      await page.goto(`${home}/system`);
      await twice(page.getByTestId('start-gb-t-15496-2017'));
      await expect(page.getByTestId('system-tree')).toBeVisible();
      expect(await listed('systems')).toBe(1);
    });

    await test.step('a node of the system', async () => {
      const rows = page.getByTestId('system-tree').getByRole('treeitem');
      await rows.first().click();
      await page.getByTestId('add-child').click();
      await page.getByTestId('ask').getByRole('textbox').first().fill('只加一次');
      await twice(page.getByTestId('ask-done'));
      await settled(page);
      await expect(rows.filter({ hasText: '只加一次' })).toHaveCount(1);
    });

    await test.step('a draft, and all drafts that a system lacks', async () => {
      await page.goto(`${home}/system/drafts`);
      await page.getByTestId('new-draft').click();
      await page.getByTestId('draft-title').fill('只起草一次');
      await twice(page.getByTestId('start-draft'));
      expect(await listed('drafts')).toBe(1);
      await page.goto(`${home}/system/drafts`);
      await page.getByTestId('open-missing').click();
      await page.getByTestId('missing-numbered').uncheck();
      const chosen = page.getByTestId('missing-row').getByRole('checkbox', { checked: true });
      await expect(chosen).not.toHaveCount(0);
      const missing = await chosen.count();
      await twice(page.getByTestId('start-missing'));
      await expect(page.getByTestId('draft-row')).toHaveCount(missing + 1);
      expect(await listed('drafts')).toBe(missing + 1);
    });

    await test.step('a record, an import of records, and the list as a proof', async () => {
      await page.goto(`${home}/records/laws`);
      await page.getByTestId('record-add').click();
      await page.getByTestId('record-title').fill('标准化法实施条例');
      await twice(page.getByTestId('record-save'));
      expect(await listed('records/laws')).toBe(1);
      await page.getByTestId('records-import').click();
      const buffer = Buffer.from(LAWS);
      await page
        .getByTestId('record-file')
        .setInputFiles({ name: '法规.csv', mimeType: 'text/csv', buffer });
      await twice(page.getByTestId('record-import-commit'));
      expect(await listed('records/laws')).toBe(3);
    });

    await test.step('a self-evaluation', async () => {
      await page.goto(`${home}/assessment`);
      await page.getByTestId('scheme-gsp-2004').check();
      await twice(page.getByTestId('create-assessment'));
      await expect(page.getByTestId('item-card')).toBeVisible();
      expect(await listed('assessments')).toBe(1);
      await page.getByTestId('state-not_established').click();
      await saved(page);
    });

    await test.step('the list of laws as a proof', async () => {
      await page.goto(`${home}/records/laws`);
      await twice(page.getByTestId('records-prove'));
      await expect(page.getByText('评价项 1.7 的证实材料')).toBeVisible();
      await settled(page);
      const files = await api<{ revisions: unknown[] }[]>(page, 'GET', `${tenant}/evidence`);
      expect(files.map(({ revisions }) => revisions.length)).toEqual([1]);
    });

    await test.step('corrective actions, of the route and by hand', async () => {
      await page.goto(`${home}/gaps`);
      await page.getByTestId('with-unjudged').check();
      await twice(page.getByTestId('route-to-actions'));
      await settled(page);
      const added = await api<{ itemId: string; finding: string }[]>(
        page,
        'GET',
        `${tenant}/corrective-actions`,
      );
      expect(added.length).toBeGreaterThan(0);
      const different = new Set(added.map(({ itemId, finding }) => `${itemId} ${finding}`));
      expect(added).toHaveLength(different.size);
      await page.goto(`${home}/actions`);
      await expect(page.getByTestId('action-row')).toHaveCount(added.length);
      await twice(page.getByTestId('action-add'));
      expect(await listed('corrective-actions')).toBe(added.length + 1);
      await expect(page.getByTestId('action-row')).toHaveCount(added.length + 1);
    });

    await test.step('an invitation, and its mail', async () => {
      await confirmAddress(page, email);
      await page.goto(`${home}/members`);
      const invited = `invited-${randomUUID()}@example.cn`;
      await page.getByTestId('invite-email').fill(invited);
      await twice(page.getByTestId('invite'));
      expect(await listed('members/invitations')).toBe(1);
      await expect.poll(() => mailsTo(invited).length, { timeout: 60_000 }).toBe(1);
    });
  });
