import { expect, test } from '@playwright/test';
import { api, registerWithEnterprise } from './person';

test('one picture proves findings one after another, also where the library has it already', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '常州核对仪表有限公司');
  const tenant = `/api/organizations/${id}`;
  for (const number of ['GB/T 19001-2016', 'GB/T 1.1-2020'])
    await api(page, 'POST', `${tenant}/standards`, { body: { number, title: '待核对的标准' } });
  await page.goto(`/o/${id}/standards/currency`);
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const picture = Buffer.from(pixel, 'base64');
  for (const [row, name] of ['核对.png', '同一张.png'].entries()) {
    await page.getByTestId('currency-row').nth(row).getByTestId('choose-row').check();
    await page.getByTestId('verify-chosen').click();
    await page.getByTestId('verify-source').fill('全国标准信息公共服务平台');
    await page
      .getByTestId('verify-picture')
      .setInputFiles({ name, mimeType: 'image/png', buffer: picture });
    await page.getByTestId('verify-send').click();
    await expect(page.getByTestId('verify-dialog')).toBeHidden();
  }
  const library = await api<{ files: { uses: unknown[] }[] }>(
    page,
    'GET',
    `${tenant}/evidence-library?state=all&offset=0&limit=10`,
  );
  expect(library.files.map(({ uses }) => uses.length)).toEqual([2]);
});
