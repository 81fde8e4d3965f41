import { createHash } from 'node:crypto';
import { readPdf } from '../testing/read-pdf';
import { testFonts } from '../testing/test-fonts';
import { certificate } from '../testing/certificate';
import type { CertificateDocument } from './certificate';
import { renderCertificatePdf } from './render-certificate-pdf';

const squeeze = (text: string): string => text.replace(/\s+/g, '');
const print = async (given: CertificateDocument): Promise<Uint8Array> =>
  renderCertificatePdf(given, { fonts: await testFonts() });

describe('a certificate', () => {
  it('says who has which grade, for what, by whom, and until when', async () => {
    const { text } = await readPdf(await print(certificate));
    for (const said of [
      '标准化良好行为证书',
      '证书编号：JN-2026-0001',
      '苏州良佳精密机械有限公司',
      'AAAA级',
      '91320500MA1EXAMP0X',
      '精密轴承、机床主轴的设计、制造和服务',
      '2027年12月1日、2028年12月1日',
      '江南标准化评价中心',
      '有效期至：2029年11月30日',
      '验证码7K2M-9Q4T-XB3D-0FHZ',
    ])
      expect(squeeze(text)).toContain(said);
  });

  it('states the grade of a scheme without points as the decision that it is', async () => {
    const { text } = await readPdf(await print({ ...certificate, isStatement: true }));
    expect(squeeze(text)).toContain('本机构决定确认其标准化良好行为等级为');
  });

  it('says of a newer edition that those before it have ended', async () => {
    const given = { ...certificate, edition: 2, madeOn: '2027-03-01' };
    const { text } = await readPdf(await print(given));
    expect(squeeze(text)).toContain('第2版，2027年3月1日换发，此前各版作废');
  });

  it('stays one page, however long its texts are', async () => {
    const long = {
      ...certificate,
      scope: '精密轴承、机床主轴，'.repeat(45),
      bodyName: '机构'.repeat(40),
    };
    const enterprise = {
      ...certificate.enterprise,
      name: '有限公司'.repeat(25),
      address: '路'.repeat(200),
    };
    const { pages } = await readPdf(await print({ ...long, enterprise }));
    expect(pages).toHaveLength(1);
  });

  it('is the same bytes for the same document, and others for another', async () => {
    const hash = async (given: CertificateDocument): Promise<string> =>
      createHash('sha256')
        .update(await print(given))
        .digest('hex');
    expect(await hash(certificate)).toBe(await hash(structuredClone(certificate)));
    expect(await hash(certificate)).not.toBe(await hash({ ...certificate, grade: 'AAA' }));
  });
});
