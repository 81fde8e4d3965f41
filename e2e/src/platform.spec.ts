import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { confirmAddress } from './confirm-address';
import { mailsTo } from './mails';
import { registerWithEnterprise } from './person';
import { isWhole } from './whole-page';

const CODE = '91110000100000001W';
const licence = {
  name: '营业执照.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
};

test('a consultancy asks, is refused, corrects, is opened and works; suspended, its next click is refused', async ({
  browser,
}) => {
  test.slow();
  // Named in the settings of the server that is tested, one for each try.
  const administratorEmail = `platform-${test.info().retry}@example.cn`;
  const administrator = await (await browser.newContext()).newPage();
  const applicant = await (await browser.newContext()).newPage();
  const applicantEmail = `shen-${randomUUID()}@example.cn`;
  await registerWithEnterprise(administrator, '平台运营单位', administratorEmail);
  await confirmAddress(administrator, administratorEmail);
  await registerWithEnterprise(applicant, '申请人的企业', applicantEmail);
  await confirmAddress(applicant, applicantEmail);
  const name = `良方标准化咨询 ${randomUUID().slice(0, 6)}`;
  let home = '';

  await test.step('nobody else is offered the platform', async () => {
    await applicant.goto('/');
    await expect(applicant.getByTestId('nav-overview')).toBeVisible();
    await expect(applicant.getByTestId('nav-platform')).toHaveCount(0);
    await applicant.goto('/platform');
    await expect(applicant).toHaveURL(/\/overview$/);
  });

  await test.step('it asks with a kind, a name and a code whose check digit is right', async () => {
    await applicant.goto('/new-enterprise');
    await applicant.getByTestId('kind-consultancy').check();
    await applicant.getByTestId('enterprise-name').fill(name);
    await applicant.getByTestId('credit-code').fill('911100001000000019');
    await applicant.getByTestId('create-enterprise').click();
    await expect(applicant.getByTestId('field-problem')).toContainText('校验');
    await isWhole(applicant, 'founding');
    await applicant.getByTestId('credit-code').fill(CODE);
    await applicant.getByTestId('create-enterprise').click();
    await expect(applicant).toHaveURL(/\/application$/);
    home = new URL(applicant.url()).pathname;
    await expect(applicant.getByTestId('standing')).toHaveText('待审核');
    await expect(applicant.getByTestId('standing-hint')).toContainText('平台正在审核');
    await expect(applicant.getByTestId('nav-members')).toHaveCount(0);
    await applicant.getByTestId('upload-document').setInputFiles(licence);
    await expect(applicant.getByTestId('documents')).toContainText('营业执照.pdf');
    await isWhole(applicant, 'waiting');
    await applicant.goto(home.replace('application', 'members'));
    await expect(applicant).toHaveURL(/\/application$/);
  });

  await test.step('the administrator finds it first, and refuses it with a reason', async () => {
    await administrator.goto('/');
    await administrator.getByTestId('nav-platform').click();
    await administrator.getByTestId('organizations-search').fill(name);
    await administrator.getByTestId('organizations-search').press('Enter');
    const row = administrator.getByTestId('organization');
    await expect(row).toHaveCount(1);
    await expect(row).toContainText('待审核');
    await isWhole(administrator, 'organizations');
    await row.getByRole('link', { name }).click();
    await expect(administrator.getByTestId('organization-documents')).toContainText('营业执照.pdf');
    await isWhole(administrator, 'organization');
    await administrator.getByTestId('move-refuse').click();
    await administrator.getByTestId('reason-send').click();
    await expect(administrator.getByRole('dialog')).toContainText('请填写原因');
    await administrator.getByTestId('reason').fill('执照已过期，请换新的');
    await isWhole(administrator, 'reason');
    await administrator.getByTestId('reason-send').dblclick();
    await expect(administrator.getByTestId('organization-state')).toHaveText('未通过');
  });

  await test.step('it reads why, hands in again, and is opened', async () => {
    await applicant.getByTestId('look-again').click();
    await expect(applicant.getByTestId('standing-reason')).toContainText('执照已过期');
    await applicant.getByTestId('upload-document').setInputFiles({
      ...licence,
      name: '新执照.pdf',
      buffer: Buffer.from('%PDF-1.4\n%2\n%%EOF\n'),
    });
    await expect(applicant.getByTestId('documents')).toContainText('新执照.pdf');
    await applicant.getByTestId('hand-in').click();
    await expect(applicant.getByTestId('standing')).toHaveText('待审核');

    // What the administrator still has open is the refused one.
    await administrator.reload();
    await administrator.getByTestId('move-approve').click();
    await expect(administrator.getByTestId('organization-state')).toHaveText('已开通');
    await expect(administrator.getByTestId('platform-lines')).toContainText('审核通过');
    await expect
      .poll(() => mailsTo(applicantEmail).some((text) => text.includes('was approved')), {
        timeout: 60_000,
      })
      .toBe(true);

    await applicant.getByTestId('look-again').click();
    await expect(applicant.getByTestId('standing')).toHaveText('已开通');
    await applicant.getByTestId('nav-members').click();
    await expect(applicant.getByText('王质量').first()).toBeVisible();
  });

  await test.step('suspended, its next click is refused and said on every page', async () => {
    await administrator.getByTestId('quota-members').fill('2');
    await administrator.getByTestId('save-quotas').click();
    await expect(administrator.getByTestId('notice').last()).toContainText('限额已保存');
    await administrator.getByTestId('move-suspend').click();
    await administrator.getByTestId('reason').fill('被举报，核查中');
    await administrator.getByTestId('reason-send').click();
    await expect(administrator.getByTestId('organization-state')).toHaveText('已停用');

    await applicant.getByTestId('invite-email').fill('neu@example.cn');
    await applicant.getByTestId('invite').click();
    await expect(applicant.getByTestId('problem')).toContainText('该单位已被平台停用');
    await expect(applicant.getByTestId('suspended')).toContainText('被举报，核查中');
    await isWhole(applicant, 'suspended');

    await administrator.getByTestId('move-reopen').click();
    await expect(administrator.getByTestId('organization-state')).toHaveText('已开通');
    await administrator.getByTestId('platform-trail').click();
    await expect(administrator.getByTestId('platform-lines')).toContainText('恢复单位');
    await isWhole(administrator, 'trail');
  });
});
