import { type Download, type Page, expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pdfText } from './pdf-text';
import { api, registerWithEnterprise } from './person';

const messyWorkbook = join(
  import.meta.dirname,
  '..',
  '..',
  'backend',
  'samples',
  '杂乱的标准台账.xlsx',
);

interface SystemView {
  readonly id: string;
  readonly standards: number;
  readonly placed: number;
}

interface Coverage {
  readonly completeness: number;
  readonly expectations: readonly { readonly state: string; readonly level: string }[];
}

async function primarySystem(page: Page, tenant: string): Promise<SystemView> {
  const [first] = await api<{ id: string }[]>(page, 'GET', `${tenant}/systems`);
  return api<SystemView>(page, 'GET', `${tenant}/systems/${first?.id ?? ''}`);
}

async function saved(page: Page): Promise<void> {
  await expect(page.getByTestId('save-state').first()).toHaveAttribute('data-state', 'saved');
}

async function bytesOf(download: Promise<Download>): Promise<Buffer> {
  return readFile(await (await download).path());
}

test('a quality manager goes from her spreadsheet to a standard system and its four documents', async ({
  page,
}) => {
  const organizationId = await registerWithEnterprise(page, '苏州体系传动有限公司');
  const home = `/o/${organizationId}`;
  const tenant = `/api/organizations/${organizationId}`;
  let title = '';

  await test.step('the messy workbook becomes the register', async () => {
    await page.goto(`${home}/standards/import`);
    await page.getByTestId('file').setInputFiles(messyWorkbook);
    await expect(page.getByTestId('import-summary')).toBeVisible();
    await page.getByTestId('commit').click();
    await expect(page.getByTestId('import-result')).toBeVisible();
    // What was left out is named, row by row.
    await expect(page.getByTestId('left-out').getByRole('row')).not.toHaveCount(0);
  });

  await test.step('a system of the form of 2017 is started with one click', async () => {
    await page.getByTestId('import-next').click();
    await page.getByTestId('start-gb-t-15496-2017').click();
    await expect(page.getByTestId('system-tree')).toBeVisible();
    await expect(page.getByTestId('unplaced')).toBeVisible();
  });

  await test.step('everything gets a place, by suggestion or by hand', async () => {
    const sure = page.getByTestId('accept-sure');
    await expect(page.getByTestId('unplaced-row').first()).toBeVisible();
    await expect(page.getByTestId('unplaced')).toContainText('明细中的体系编号');
    await sure.click();
    await expect(sure).toBeDisabled();
    await saved(page);
    const chosen = page.getByTestId('accept-chosen');
    await page.getByTestId('choose-all-unplaced').click();
    await expect(page.getByTestId('choose-all-unplaced')).toBeChecked();
    if (await chosen.isEnabled()) await chosen.click();
    await saved(page);
    if (await page.getByTestId('unplaced-row').first().isVisible()) {
      await page.getByTestId('choose-all-unplaced').check();
      await page.getByTestId('place-chosen').click();
      await page.getByTestId('choice-search').fill('CP3.3');
      await page.getByTestId('choice-CP3.3').click();
    }
    await expect(page.getByTestId('unplaced-none')).toBeVisible();
    await saved(page);
    const { placed, standards } = await primarySystem(page, tenant);
    expect(standards).toBeGreaterThan(150);
    expect(placed).toBe(standards);
  });

  await test.step('nodes that hold nothing yet are kept, and the step does not come back', async () => {
    await page.getByTestId('to-steps').click();
    await page.getByTestId('keep-all').click();
    await expect(page.getByTestId('open-trims')).toHaveCount(0);
    await saved(page);
    await page.reload();
    await page.getByTestId('panel-steps').click();
    await expect(page.getByTestId('step-write_standard').first()).toBeVisible();
    await expect(page.getByTestId('open-trims')).toHaveCount(0);
  });

  await test.step('what does not apply is trimmed with a reason, and can be undone', async () => {
    await page.getByTestId('tree-filter').fill('召回');
    await page.getByTestId('node-CP5.4').click();
    await page.getByTestId('trim-node').click();
    await page.getByTestId('ask-reason').fill('产品按订单交付，不面向消费者');
    await page.getByTestId('ask-done').click();
    await expect(page.getByTestId('trim-reason')).toContainText('不面向消费者');
    await saved(page);
    await page.getByTestId('undo').click();
    await expect(page.getByTestId('trim-reason')).toHaveCount(0);
    await saved(page);
    await page.getByTestId('redo').click();
    await expect(page.getByTestId('trim-reason')).toBeVisible();
    await saved(page);
  });

  await test.step('a missing document is drafted, numbered, approved and put into force', async () => {
    await page.getByTestId('tree-filter').fill('');
    await page.getByTestId('node-BZ').click();
    await page.locator('[data-testid^="draft-BZ"]').first().click();
    title = await page.getByTestId('draft-title').inputValue();
    expect(title).not.toBe('');
    await page.getByTestId('start-draft').click();
    await expect(page.getByTestId('draft-panel')).toBeVisible();
    // Without a numbering rule the button asks for one first.
    await page.getByTestId('next-number').click();
    await page.getByTestId('numbering-pattern').fill('Q/SZTX {类别}{序号:3}-{年}');
    await expect(page.getByTestId('numbering-example')).toContainText('Q/SZTX G001-');
    await page.getByTestId('save-numbering').click();
    await page.getByTestId('next-number').click();
    await expect(page.getByTestId('edit-number')).toHaveValue(/^Q\/SZTX [A-Z]\d{3}-\d{4}$/);
    await saved(page);
    const word = page.waitForEvent('download');
    await page.getByTestId('draft-word').click();
    expect((await bytesOf(word)).subarray(0, 2).toString()).toBe('PK');
    for (const verb of ['submit', 'approve', 'bring_into_force']) {
      await page.getByTestId(`to-${verb}`).click();
      await page.getByTestId('step-by').fill('沈试验');
      if (verb === 'bring_into_force') {
        const day = await page.getByTestId('step-issued').inputValue();
        await page.getByTestId('step-in-force').fill(day);
      }
      await page.getByTestId('take-step').click();
      await expect(page.getByTestId('step-form')).toHaveCount(0);
    }
    await expect(page.getByTestId('draft-state')).toHaveText('实施');
    const register = await api<{ rows: { title: string; isPlanned: boolean }[] }>(
      page,
      'GET',
      `${tenant}/standards?q=${encodeURIComponent(title)}`,
    );
    expect(register.rows.some(({ isPlanned }) => !isPlanned)).toBe(true);
  });

  await test.step('all that is missing is drafted together and put into force by three decisions', async () => {
    await page.goto(`${home}/system/drafts?view=missing`);
    await page.getByTestId('missing-department').fill('质量部');
    // Chosen are those that no complete system lacks.
    await expect(page.getByTestId('missing-row').first()).toBeVisible();
    const chosen = await page.locator('[data-testid=missing-row] input:checked').count();
    expect(chosen).toBeGreaterThan(30);
    await page.getByTestId('start-missing').click();
    await expect(page.getByTestId('draft-row')).toHaveCount(chosen);
    const zip = page.waitForEvent('download');
    await page.getByTestId('words').click();
    expect((await bytesOf(zip)).subarray(0, 2).toString()).toBe('PK');
    await page.getByTestId('tick-all').check();
    for (const verb of ['submit', 'approve', 'bring_into_force']) {
      await page.getByTestId(`batch-${verb}`).click();
      await page.getByTestId('step-by').fill('沈试验');
      if (verb === 'bring_into_force') {
        const day = await page.getByTestId('step-issued').inputValue();
        await page.getByTestId('step-in-force').fill(day);
      }
      await page.getByTestId('take-step').click();
      await expect(page.getByTestId('step-form')).toHaveCount(0);
    }
    await page.getByTestId('open-missing').click();
    await page.getByTestId('missing-all').check();
    await page.getByTestId('not-needed').click();
    await page.getByTestId('ask-reason').fill('规模和产品单一，由现有管理标准覆盖');
    await page.getByTestId('ask-done').click();
    await expect(page.getByTestId('missing-row')).toHaveCount(0);
    await saved(page);
    // What is replaced is known right after the import; the new editions take its place.
    await api(page, 'POST', `${tenant}/currency/replacements/all`);
    const { id } = await primarySystem(page, tenant);
    const { completeness, expectations } = await api<Coverage>(
      page,
      'GET',
      `${tenant}/systems/${id}/coverage`,
    );
    // What is left are outside standards to be looked up.
    expect(completeness).toBeGreaterThanOrEqual(88);
    const open = expectations.filter(
      ({ state, level }) => state !== 'present' && state !== 'not_needed' && level !== 'external',
    );
    expect(open).toEqual([]);
  });

  await test.step('the compilation notes are read and confirmed point by point', async () => {
    await page.goto(`${home}/system/notes`);
    await expect(page.getByTestId('notes-confirmed')).toContainText('0/10');
    await page.getByTestId('text-survey').fill('行业内已有成熟的滚珠丝杠副国家标准和行业标准。');
    await page.getByTestId('text-survey').blur();
    await saved(page);
    const points = [
      'background',
      'basis',
      'survey',
      'division',
      'subsystems',
      'overlaps',
      'support',
      'gaps',
      'plan',
      'other',
    ];
    for (const [index, point] of points.entries()) {
      await page.getByTestId(`confirm-${point}`).click();
      await expect(page.getByTestId('notes-confirmed')).toContainText(`${index + 1}/10`);
    }
  });

  await test.step('the four documents are there as files and say the same', async () => {
    await page.goto(`${home}/system/diagram`);
    await expect(page.getByTestId('diagram')).toContainText('产品实现标准体系');
    await page.getByTestId('mode-block').check();
    await expect(page.getByTestId('mode-block')).toBeChecked();
    const texts = new Map<string, string>();
    for (const kind of ['diagram', 'list', 'statistics', 'notes']) {
      await page.goto(`${home}/system/${kind}`);
      const download = page.waitForEvent('download');
      await page.getByTestId(`download-${kind}-pdf`).click();
      texts.set(kind, await pdfText(await bytesOf(download)));
    }
    expect(texts.get('diagram')).toContain('CP3');
    expect(texts.get('notes')).toContain('行业内已有成熟的滚珠丝杠副国家标准和行业标准。');
    expect(texts.get('notes')).not.toContain('待确认');
    await page.goto(`${home}/system/list`);
    await expect(page.getByTestId('list-row').first()).toBeVisible();
    const total = /\d+/.exec(await page.getByTestId('list-total').innerText())?.[0] ?? '';
    // What is replaced stays in the list and is counted apart in the statistics.
    const counted = (words: RegExp) => Number(words.exec(texts.get('statistics') ?? '')?.[1] ?? 0);
    expect(counted(/现有标准（(\d+)项）/) + counted(/被代替或废止的(\d+)项/)).toBe(Number(total));
    expect(texts.get('list')).toContain(title.replace(/\s+/gu, ''));
    expect(texts.get('list')).not.toContain('未归入体系');
  });
});
