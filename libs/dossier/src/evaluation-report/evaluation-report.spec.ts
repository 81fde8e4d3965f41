import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { bare, report } from '../testing/evaluation-report';
import { readPdf } from '../testing/read-pdf';
import { testFonts } from '../testing/test-fonts';
import type { BodyReport } from './evaluation-report';
import { renderEvaluationReportPdf } from './render-evaluation-report-pdf';
import { renderEvaluationReportWord } from './render-evaluation-report-word';

const squeeze = (text: string): string => text.replace(/\s+/g, '');
const pdfText = async (given: BodyReport): Promise<string> =>
  squeeze(readPdf(renderEvaluationReportPdf(given, { fonts: await testFonts() })).text);
const wordText = async (given: BodyReport): Promise<string> => {
  const xml = unzipSync(await renderEvaluationReportWord(given))['word/document.xml'];
  return squeeze(strFromU8(xml ?? new Uint8Array()).replace(/<[^>]+>/g, ''));
};

describe.each([
  ['as PDF', pdfText],
  ['as Word', wordText],
])('an evaluation report %s', (_, textOf) => {
  it('tells of whom, by whom, how, with what result, and what was corrected', async () => {
    const text = await textOf(report);
    for (const said of [
      '苏州良佳精密机械有限公司',
      '第2版，验证码7K2M-9Q4T-XB3D-0FHZ',
      '2026年11月20日至2026年11月21日',
      '开具不符合项1项、观察项1项；不符合项中已验证整改1项。',
      '合计40400400312',
      '460分，AAAA级',
      '431分，AAA级',
      '确定理由：以现场记录为准',
      '原因：换版后没有收回旧文件',
      '赵敏，2026-11-28：查看了回收记录',
      '评价组建议通过，等级为AAA级。',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('没有项目的部分');
  });

  it('says where there is nothing, and that a scheme without points gives no grade', async () => {
    const text = await textOf(bare);
    for (const said of [
      '没有留存评价计划',
      '没有开具不符合项和观察项',
      '评价组建议不予通过',
      '所用方案不计分',
      '标准体系33/32/3',
    ])
      expect(text).toContain(said);
  });
});

it('is the same PDF for the same report, and another for another', async () => {
  const fonts = await testFonts();
  const hash = (given: BodyReport): string =>
    createHash('sha256').update(renderEvaluationReportPdf(given, { fonts })).digest('hex');
  expect(hash(report)).toBe(hash(structuredClone(report)));
  expect(hash(report)).not.toBe(hash(bare));
});
