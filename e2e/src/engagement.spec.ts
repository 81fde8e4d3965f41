import { type Page, expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { confirmAddress } from './confirm-address';
import { api, registerWithEnterprise, saved } from './person';
import { isWhole } from './whole-page';

/** One for each try: a code belongs to one consultancy. */
const CODES = ['91320500MA1N00001Y', '91320500MA1N000022', '91320500MA1N000035'];

interface Listed {
  readonly organizations: readonly { readonly id: string; readonly version: number }[];
}

/** What a letter brings is there a moment later. */
async function appears(page: Page, testId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload();
        await expect(page.locator('table, [data-testid=no-clients]').first()).toBeVisible();
        return page.getByTestId(testId).count();
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0);
}

test('a client offers, a consultancy accepts and works; revoked while it types, it is told and loses nothing', async ({
  browser,
}) => {
  test.slow();
  const { retry } = test.info();
  const code = CODES[retry] ?? '';
  const pageOf = async () => (await browser.newContext()).newPage();
  const [administrator, consultant, client] = [await pageOf(), await pageOf(), await pageOf()];
  const administratorEmail = `engagements-${retry}@example.cn`;
  await registerWithEnterprise(administrator, '平台运营单位', administratorEmail);
  await confirmAddress(administrator, administratorEmail);
  const consultancy = `良方咨询 ${randomUUID().slice(0, 6)}`;
  const enterprise = `苏州委托机械 ${randomUUID().slice(0, 6)}`;
  await registerWithEnterprise(consultant, '顾问自己的企业');
  const clientEmail = `client-${randomUUID()}@example.cn`;
  const clientId = await registerWithEnterprise(client, enterprise, clientEmail);
  await confirmAddress(client, clientEmail);
  await client.goto(`/o/${clientId}/overview`);
  let consultancyId = '';

  await test.step('the platform opens the consultancy', async () => {
    await consultant.goto('/new-enterprise');
    await consultant.getByTestId('kind-consultancy').check();
    await consultant.getByTestId('enterprise-name').fill(consultancy);
    await consultant.getByTestId('credit-code').fill(code);
    await consultant.getByTestId('create-enterprise').click();
    await expect(consultant).toHaveURL(/\/application$/);
    consultancyId = new URL(consultant.url()).pathname.split('/')[2] ?? '';
    await consultant.getByTestId('upload-document').setInputFiles({
      name: '营业执照.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    await expect(consultant.getByTestId('documents')).toContainText('营业执照.pdf');
    const at = '/api/platform/organizations';
    const search = encodeURIComponent(consultancy);
    const { organizations } = await api<Listed>(administrator, 'GET', `${at}?search=${search}`);
    await api(administrator, 'POST', `${at}/${consultancyId}/moves`, {
      body: { move: 'approve', reason: '' },
      version: organizations[0]?.version ?? 0,
    });
    await consultant.goto(`/o/${consultancyId}/clients`);
    await expect(consultant.getByTestId('no-clients')).toBeVisible();
    await isWhole(consultant, 'no clients');
  });

  await test.step('the client names it by its code, and says what it opens', async () => {
    await client.getByTestId('nav-engagements').click();
    await expect(client.getByTestId('no-engagements')).toBeVisible();
    await client.getByTestId('offer').click();
    await client.getByTestId('offer-code').fill(code);
    await client.getByTestId('offer-code').blur();
    await expect(client.getByTestId('found-consultancy')).toContainText(consultancy);
    await client.getByTestId('offer-reason').fill('创建标准化良好行为企业');
    await isWhole(client, 'offer');
    await client.getByTestId('offer-send').dblclick();
    await expect(client.getByTestId('engagement-state')).toHaveText('等待答复');
  });

  await test.step('the consultancy accepts, and enters the client under its name', async () => {
    await appears(consultant, 'accept');
    await isWhole(consultant, 'clients');
    await consultant.getByTestId('accept').click();
    await expect(consultant.getByTestId('client-state')).toHaveText('进行中');
    await consultant.getByTestId('enter-client').click();
    await expect(consultant).toHaveURL(new RegExp(`/o/${clientId}/overview`));
    await expect(consultant.getByTestId('acting-client')).toHaveText(enterprise);
    await expect(consultant.getByTestId('acting-bar')).toContainText(`代“${consultancy}”`);
    await expect(consultant).toHaveTitle(new RegExp(`^${enterprise} · `));
    await expect(consultant.getByTestId('nav-members')).toHaveCount(0);
    await isWhole(consultant, 'at the client');
  });

  await test.step('it is switched by the keyboard, by initials', async () => {
    await consultant.keyboard.press('Control+k');
    await expect(consultant.getByTestId('client-search')).toBeFocused();
    await isWhole(consultant, 'switch');
    await consultant.getByTestId('client-search').fill('gwzj');
    await consultant.keyboard.press('Enter');
    await expect(consultant.getByTestId('acting-bar')).toHaveCount(0);
    await expect(consultant).not.toHaveTitle(new RegExp(enterprise));
    await consultant.keyboard.press('Control+k');
    await consultant.getByTestId('client-search').fill('szwt');
    await expect(consultant.getByTestId('client-choice')).toHaveCount(1);
    await consultant.keyboard.press('Enter');
    await expect(consultant.getByTestId('acting-client')).toHaveText(enterprise);
  });

  await test.step('it works, and the client sees that it did', async () => {
    await consultant.goto(`/o/${clientId}/assessment`);
    await consultant.getByTestId('scheme-gsp-2004').check();
    await consultant.getByTestId('create-assessment').click();
    await expect(consultant.getByTestId('item-card')).toBeVisible();
    await consultant.getByTestId('finding').fill('已核对方针和目标。');
    await consultant.getByTestId('state-full').click();
    await saved(consultant);
    await client.reload();
    await client.getByTestId('engagement-trail').click();
    await expect(client.getByText('填写评价条目').first()).toBeVisible();
    await client.goBack();
  });

  await test.step('revoked while it types: it is told, and what it typed stays to be copied', async () => {
    await client.getByTestId('revoke').click();
    await expect(client.getByRole('dialog')).toContainText(consultancy);
    await client.getByTestId('end-sure').click();
    await expect(client.getByTestId('engagement-state')).toHaveText('企业已终止');
    await isWhole(client, 'ended');
    await consultant.getByTestId('finding').fill('已核对方针和目标，并补充了会议记录。');
    await expect(consultant.getByTestId('engagement-ended')).toContainText(enterprise);
    await expect(consultant.getByTestId('set-aside')).toContainText('并补充了会议记录');
  });

  await test.step('a link to it says so, and the list keeps its line', async () => {
    await consultant.goto(`/o/${clientId}/standards`);
    await expect(consultant.getByTestId('notice')).toContainText('没有访问权限');
    await consultant.goto(`/o/${consultancyId}/clients`);
    await expect
      .poll(
        async () => {
          await consultant.reload();
          return consultant.getByTestId('client-state').textContent();
        },
        { timeout: 60_000 },
      )
      .toContain('企业已终止');
  });
});
