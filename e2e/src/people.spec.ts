import { expect, test } from '@playwright/test';
import { registerWithEnterprise, saved } from './person';

test('names in the profile, in a list and of drafters are linked to accounts, and stay names where there are none', async ({
  page,
}) => {
  const home = `/o/${await registerWithEnterprise(page, '苏州人员传动有限公司')}`;

  await test.step('in the profile the only member of a name is meant; another name is linked or left', async () => {
    await page.goto(`${home}/profile`);
    await page.getByTestId('profile-legalRepresentative').fill('老王');
    await page.getByTestId('profile-legalRepresentative-link').selectOption({ index: 1 });
    await page.getByTestId('profile-contactName').fill('王质量');
    await expect(page.getByTestId('profile-contactName-linked')).toBeVisible();
    await page.getByTestId('standardizationStaff-add').click();
    await page.getByTestId('standardizationStaff-0-name').fill('王质量');
    await page.getByTestId('profile-standardizationHead').fill('外聘专家');
    await saved(page);
    await page.reload();
    await expect(page.getByTestId('profile-legalRepresentative')).toHaveValue('老王');
    for (const field of ['profile-contactName', 'profile-legalRepresentative'])
      await expect(page.getByTestId(`${field}-linked`)).toBeVisible();
    await expect(page.getByTestId('standardizationStaff-0-name-linked')).toBeVisible();
    await expect(page.getByTestId('profile-standardizationHead-link')).toBeVisible();
  });

  await test.step('in a list', async () => {
    await page.goto(`${home}/records/appointments`);
    await page.getByTestId('record-add').click();
    await page.getByTestId('record-title').fill('关于成立标准化委员会的决定');
    await page.getByTestId('record-issuedOn').fill('2026-01-05');
    await page.getByTestId('record-person').fill('外聘专家');
    await expect(page.getByTestId('record-person-link')).toBeVisible();
    await page.getByTestId('record-signedBy').fill('王质量');
    await page.getByTestId('record-save').click();
    await page.getByTestId('record-open').click();
    await expect(page.getByTestId('record-signedBy-linked')).toBeVisible();
    await page.getByTestId('record-signedBy-linked').getByRole('button').click();
    await page.getByTestId('record-save').click();
    await expect(page.getByTestId('record-form')).toBeHidden();
    await page.reload();
    await page.getByTestId('record-open').click();
    await expect(page.getByTestId('record-signedBy')).toHaveValue('王质量');
    await expect(page.getByTestId('record-signedBy-link')).toBeVisible();
    await page.getByTestId('record-close').click();
  });

  await test.step('among the drafters of a standard', async () => {
    await page.goto(`${home}/system`);
    await page.getByTestId('start-gb-t-15496-2017').click();
    await expect(page.getByTestId('system-tree')).toBeVisible();
    await page.goto(`${home}/system/drafts`);
    await page.getByTestId('new-draft').click();
    await page.getByTestId('draft-title').fill('采购验收程序');
    await page.getByTestId('start-draft').click();
    await page.getByTestId('edit-drafters').fill('外聘专家');
    await page.getByTestId('edit-drafters').blur();
    await expect(page.getByTestId('drafter-0-link')).toBeVisible();
    await page.getByTestId('edit-drafters').fill('王质量、外聘专家');
    await page.getByTestId('edit-drafters').blur();
    await expect(page.getByTestId('drafter-0-linked')).toBeVisible();
    await page.getByTestId('drafter-1-link').selectOption({ index: 1 });
    await expect(page.getByTestId('edit-drafters')).toBeFocused();
    const state = page.getByTestId('draft-panel').getByTestId('save-state');
    await expect(state).toHaveAttribute('data-state', 'saved');
    await page.reload();
    await page.getByTestId('draft-row').click();
    await expect(page.getByTestId('edit-drafters')).toHaveValue('王质量、外聘专家');
    await expect(page.getByTestId('drafter-0-linked')).toBeVisible();
    await expect(page.getByTestId('drafter-1-linked')).toBeVisible();
  });
});
