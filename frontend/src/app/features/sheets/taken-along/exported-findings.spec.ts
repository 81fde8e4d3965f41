import { dataAddress, exportedPage } from './exported-findings';

describe('exported findings', () => {
  it('are a page that says what was written, whatever it was, with its photos', async () => {
    const photo = await dataAddress(new Blob(['\u00ff'], { type: 'image/png' }));
    expect(photo).toBe('data:image/png;base64,w78=');
    const page = exportedPage('2026-0001', [
      { lines: ['不符合事实：<script>alert("1")</script>'], photos: [photo] },
    ]);
    expect(page).toContain('<title>2026-0001</title>');
    expect(page).toContain('不符合事实：&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;');
    expect(page).toContain(`<img alt="" src="${photo}">`);
    expect(page).not.toContain('<script');
  });
});
