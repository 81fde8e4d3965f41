import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { confirmAddress } from './confirm-address';
import { mailsTo } from './mails';
import { api, registerWithEnterprise } from './person';
import { openConsultancy } from './open-organization';
import { isWhole } from './whole-page';

const CODE = '913205050000LJDT79';
const WRONG_CODE = '913205050000LJDT78';

/** The link of the offer, as soon as the worker has mailed it. */
async function mailedOffer(email: string): Promise<string> {
  let link = '';
  await expect
    .poll(
      () => {
        link = /\/engagement-offer\?token=[\w.-]+/.exec(mailsTo(email).at(-1) ?? '')?.[0] ?? '';
        return link;
      },
      { timeout: 60_000 },
    )
    .not.toBe('');
  return link;
}

test('a consultancy brings its clients in a workbook, and an owner finds the enterprise filled in', async ({
  browser,
}) => {
  test.slow();
  const consultant = await (await browser.newContext({ acceptDownloads: true })).newPage();
  const owner = await (await browser.newContext()).newPage();
  const consultantEmail = `starting-${randomUUID()}@example.cn`;
  const ownerEmail = `owner-${randomUUID()}@example.cn`;
  const enterprise = `苏州批量机械 ${randomUUID().slice(0, 6)}`;
  await registerWithEnterprise(consultant, '顾问自己的企业', consultantEmail);
  await confirmAddress(consultant, consultantEmail);
  const consultancy = await openConsultancy(consultant, '良方咨询');
  const rows = consultant.getByTestId('import-row');

  await test.step('it chooses the workbook and sees what each row does', async () => {
    await consultant.goto(`/o/${consultancy}/clients`);
    await consultant.getByTestId('import-clients').press('Enter');
    await expect(consultant).toHaveURL(/\/clients\/import$/);
    const template = consultant.waitForEvent('download');
    await consultant.getByTestId('clients-template').click();
    expect((await template).suggestedFilename()).toBe('客户导入模板.xlsx');
    const lines = [
      ['邮箱', '企业名称', '信用代码', '开放内容', '备注'],
      [ownerEmail, enterprise, CODE, '标准明细、标准体系（只读）', '创建 AAA 级'],
      [`wrong-${randomUUID()}@example.cn`, '苏州错码机械', WRONG_CODE, '', ''],
      ['', '苏州无邮箱机械', '', '全部', ''],
    ];
    await consultant.getByTestId('clients-file').setInputFiles({
      name: '客户名单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.map((line) => line.join(',')).join('\n')),
    });
    await expect(consultant.getByTestId('import-summary')).toContainText(
      '可邀请 1 行，有问题 2 行',
    );
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(1)).toContainText('校验码不符');
    await expect(rows.nth(2)).toContainText('缺所有者邮箱');
    await isWhole(consultant, 'preview');
    await consultant.getByTestId('only-problems').check();
    await expect(rows).toHaveCount(2);
    await consultant.getByTestId('only-problems').uncheck();
  });

  await test.step('it confirms, and the one good row is invited', async () => {
    await consultant.getByTestId('import-confirm').dblclick();
    await expect(consultant.getByTestId('import-progress')).toBeVisible();
    await expect
      .poll(
        async () => {
          await consultant.getByTestId('import-refresh').click();
          return rows.first().getAttribute('data-state');
        },
        { timeout: 60_000 },
      )
      .toBe('offered');
    await expect(consultant.getByTestId('import-progress')).toContainText(
      '已发出邀请 1 家，等候 0 家，未发出 2 家',
    );
    await expect(consultant.getByTestId('earlier-imports')).toContainText('客户名单.csv');
    await isWhole(consultant, 'result');
    await consultant.getByTestId('to-clients').click();
    await expect(consultant.getByTestId('client')).toHaveCount(1);
    await expect(consultant.getByTestId('client')).toContainText(enterprise);
  });

  await test.step('the owner registers by the link, founds the enterprise that is filled in, and accepts', async () => {
    await owner.goto(await mailedOffer(ownerEmail));
    await owner.getByTestId('to-register').click();
    await owner.getByTestId('name').fill('李经理');
    await owner.getByTestId('email').fill(ownerEmail);
    await owner.getByTestId('password').fill('liang-xing-2026-e2e');
    await owner.getByTestId('register').click();
    await expect(owner.getByTestId('offer-from')).toContainText('良方咨询');
    await owner.getByTestId('offer-found').click();
    await expect(owner.getByTestId('enterprise-name')).toHaveValue(enterprise);
    await expect(owner.getByTestId('credit-code')).toHaveValue(CODE);
    await isWhole(owner, 'enterprise filled in');
    await owner.getByTestId('create-enterprise').click();
    await expect(owner).toHaveURL(/\/engagement-offer\?token=/);
    await owner.getByTestId('offer-accept').click();
    await expect(owner).toHaveURL(/\/o\/[0-9a-f-]{36}\/engagements$/);
    const id = new URL(owner.url()).pathname.split('/')[2] ?? '';
    const profile = await api<object>(owner, 'GET', `/api/organizations/${id}/profile`);
    expect(profile).toMatchObject({ name: enterprise, creditCode: CODE });
  });

  await test.step('it is a client', async () => {
    await expect
      .poll(
        async () => {
          await consultant.reload();
          return consultant.getByTestId('client-state').textContent();
        },
        { timeout: 60_000 },
      )
      .toBe('进行中');
  });
});
