import { type Page, expect, test } from '@playwright/test';
import { Composing } from './composing';
import { api, registerWithEnterprise, saved } from './person';

const pinyin = 'biaozhun';
const word = '标准';

/** What the page asks the server for while `work` goes on, with what it says. */
async function asked(page: Page, part: string, work: () => Promise<void>): Promise<string[]> {
  const found: string[] = [];
  const note = (request: { url(): string; method(): string; postData(): string | null }): void => {
    const url = decodeURIComponent(request.url());
    if (url.includes(part)) found.push(`${request.method()} ${url} ${request.postData() ?? ''}`);
  };
  page.on('request', note);
  await work();
  page.off('request', note);
  return found;
}

test('nothing acts while a composition is open, and its end is one whole word', async ({
  page,
}) => {
  const organizationId = await registerWithEnterprise(page, '苏州拼音机械有限公司');
  const home = `/o/${organizationId}`;
  const tenant = `/api/organizations/${organizationId}`;
  for (const body of [
    { number: 'Q/PY 0101-2026', title: '标准体系管理办法' },
    { number: 'Q/PY 0102-2026', title: '采购控制程序' },
  ])
    await api(page, 'POST', `${tenant}/standards`, { body });
  await api(page, 'POST', `${tenant}/systems`, { body: { templateId: 'gb-t-15496-2017' } });
  const assessment = await api<{ id: string }>(page, 'POST', `${tenant}/assessments`, {
    body: { title: '自评', schemeId: 'gsp-2004' },
  });
  const typing = await Composing.on(page);

  for (const [name, path, field] of [
    ['register', 'standards', 'search'],
    ['currency check', 'standards/currency', 'currency-search'],
    ['catalogue', 'standards/currency', 'catalogue-search'],
    ['list of laws', 'records/laws', 'records-search'],
  ] as const)
    await test.step(`the search of the ${name} asks once, for the whole word`, async () => {
      await page.goto(`${home}/${path}`);
      if (field === 'catalogue-search') await page.getByTestId('view-search').click();
      const search = page.getByTestId(field);
      await expect(search).toBeVisible();
      await page.waitForLoadState('networkidle');
      const questions = await asked(page, 'q=', async () => {
        await typing.open(search, pinyin);
        await typing.press('Enter');
        await expect(search).toHaveValue(pinyin);
        await typing.close(word);
        await page.waitForTimeout(1000);
      });
      await expect(search).toHaveValue(word);
      expect(new Set(questions.map((question) => /q=([^&\s]*)/.exec(question)?.[1]))).toEqual(
        new Set([word]),
      );
      const addresses = questions.map((question) => question.replace(/offset=\d+/, ''));
      expect(addresses).toHaveLength(new Set(addresses).size);
    });

  await test.step('a finding saves itself once, when the word is there', async () => {
    await page.goto(`${home}/assessment?assessment=${assessment.id}`);
    const finding = page.getByTestId('finding');
    const item = await page.getByTestId('item-card').getAttribute('data-item');
    const half = await asked(page, '/answers/', async () => {
      await typing.open(finding, pinyin);
      for (const key of ['j', 'k', 'u', 'x', 'Enter']) await typing.press(key);
    });
    expect(half).toEqual([]);
    const whole = await asked(page, '/answers/', async () => {
      await typing.close(word);
      await page.waitForTimeout(2000);
    });
    expect(whole).toHaveLength(1);
    expect(whole[0]).toContain(`"finding":"${word}"`);
    await saved(page);
    await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', item ?? '');
  });

  await test.step('the letters of a composition are no shortcuts of the scoring sheet', async () => {
    const card = page.getByTestId('item-card');
    const item = (await card.getAttribute('data-item')) ?? '';
    await page.getByTestId('next').focus();
    for (const key of ['j', 'u', 'x']) await typing.press(key);
    await expect(card).toHaveAttribute('data-item', item);
    await page.keyboard.press('j');
    await expect(card).not.toHaveAttribute('data-item', item);
  });

  await test.step('the tree is filtered by the word, and a node is renamed by it', async () => {
    await page.goto(`${home}/system`);
    const rows = page.getByTestId('system-tree').getByRole('treeitem');
    await expect(rows.first()).toBeVisible();
    const all = await rows.count();
    const filter = page.getByTestId('tree-filter');
    await typing.open(filter, pinyin);
    expect(await rows.count()).toBe(all);
    await typing.close(word);
    await expect(rows.filter({ hasText: word }).first()).toBeVisible();
    await filter.fill('');
    await rows.first().click();
    await page.getByTestId('rename-node').click();
    const name = page.getByTestId('ask').getByRole('textbox').first();
    await name.fill('');
    const changes = await asked(page, '/changes', async () => {
      await typing.open(name, pinyin);
      await typing.press('Enter');
      await typing.press('Escape');
      await expect(name).toBeVisible();
      await typing.close(word);
      await page.waitForTimeout(500);
    });
    expect(changes).toEqual([]);
    await expect(name).toHaveValue(word);
    await name.press('Enter');
    await expect(name).toBeHidden();
    await expect(rows.first()).toContainText(word);
  });

  await test.step('one of many is chosen by Enter only once the word is there', async () => {
    await rowsOfTree(page).nth(2).click();
    await page.getByTestId('move-node').click();
    const search = page.getByTestId('choice-search');
    await typing.open(search, pinyin);
    await typing.press('Enter');
    await expect(search).toBeVisible();
    await typing.close(word);
    await expect(search).toHaveValue(word);
    await page.getByTestId('choice').getByRole('button', { name: '取消' }).click();
    await expect(search).toBeHidden();
  });

  await test.step('a cell of the register keeps its editor until the word is there', async () => {
    await page.goto(`${home}/standards`);
    await page.getByText('采购控制程序').dblclick();
    const editor = page.locator('input.editor');
    await editor.fill('');
    const changes = await asked(page, '/standards/', async () => {
      await typing.open(editor, pinyin);
      await typing.press('Enter');
      await typing.press('Escape');
      await expect(editor).toHaveValue(pinyin);
      await typing.close('采购标准');
    });
    expect(changes).toEqual([]);
    await editor.press('Enter');
    await expect(editor).toBeHidden();
    await expect(page.getByText('采购标准')).toBeVisible();
  });
});

const rowsOfTree = (page: Page) => page.getByTestId('system-tree').getByRole('treeitem');
