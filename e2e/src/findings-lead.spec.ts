import { type Page, expect, test } from '@playwright/test';
import { api, registerWithEnterprise } from './person';

/** Follows the first way of every group but those known; each ends at a field that is seen, marked and focused. */
async function followAll(
  page: Page,
  home: string,
  known: readonly string[] = [],
): Promise<string[]> {
  await page.goto(home);
  const groups = page.getByTestId('finding-group');
  await expect(groups.first()).toBeVisible();
  const found = await groups.evaluateAll((all) =>
    all.map((one) => one.getAttribute('data-code') ?? ''),
  );
  const codes = found.filter((code) => !known.includes(code));
  for (const code of codes) {
    await test.step(code, async () => {
      await page.goto(home);
      const group = page.locator(`[data-testid=finding-group][data-code=${code}]`);
      await expect(group).toBeVisible();
      await group.evaluate((one) => one.setAttribute('open', ''));
      const way = group.getByTestId('finding').first().locator('a, button');
      // Nothing can be done about a scheme that was replaced.
      if (code === 'scheme_superseded') return expect(way).toHaveCount(0);
      await way.click();
      const field = page.locator('.asked-field');
      await expect(field).toHaveCount(1);
      await expect(field).toBeInViewport();
      await expect
        .poll(() => field.evaluate((one) => one.contains(document.activeElement)))
        .toBe(true);
    });
  }
  return codes;
}

test('every finding before submission leads to the field where it is mended', async ({ page }) => {
  const id = await registerWithEnterprise(page, '扬州改正阀门有限公司');
  const tenant = `/api/organizations/${id}`;
  const home = `/o/${id}/dossiers`;
  await api(page, 'POST', `${tenant}/assessments`, {
    body: { title: '2026 年自评', schemeId: 'gsp-2004', targetGrade: 'AAA' },
  });
  const first = await followAll(page, home);
  for (const code of ['profile_field_missing', 'no_standards', 'items_unanswered'])
    expect(first).toContain(code);

  await api(page, 'POST', `${tenant}/standards`, {
    body: { number: 'GB/T 1.1-2009', title: '标准化工作导则', statusClaimed: 'replaced' },
  });
  await api(page, 'POST', `${tenant}/standards`, {
    body: {
      number: 'GB/T 19001-2016',
      title: '要求',
      issuedOn: '2016-12-30',
      inForceOn: '2016-01-01',
    },
  });
  await api(page, 'POST', `${tenant}/corrective-actions`, {
    body: { finding: '缺记录', dueOn: '2020-01-01' },
  });
  const second = await followAll(page, home, first);
  for (const code of [
    'standard_not_current',
    'standard_rows_with_problems',
    'action_overdue',
    'notes_drafted',
  ])
    expect([...first, ...second]).toContain(code);
});
