import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { readPdf } from '../testing/read-pdf';
import { testFonts } from '../testing/test-fonts';
import type { ClientReport } from './client-report';
import { renderClientReportPdf } from './render-client-report-pdf';
import { renderClientReportWord } from './render-client-report-word';

const report: ClientReport = {
  enterpriseName: '某某精密机械有限公司（示例）',
  shortName: '某某精密',
  consultancyName: '某某标准化咨询有限公司',
  month: '2026-11',
  date: '2026-11-30',
  createdAt: '2026-11-30T08:00:00Z',
  producer: '良行 0.1.0',
  isSample: true,
  figures: [
    { name: '总分', before: '402 分', now: '431 分', change: '+29 分' },
    { name: '体系完整率', before: null, now: '83%', change: '' },
  ],
  sections: [{ title: '标准实施', before: 7_500, now: 8_250 }],
  moved: [
    { what: '证实材料', count: 3, examples: ['采购合同', '检验记录'], people: ['王芳', '李强'] },
  ],
  finished: [{ title: '补充采购控制程序', owner: '王芳', on: '2026-11-12', isOverdue: false }],
  due: [
    { title: '完善设备操作标准', owner: '', on: '2026-11-20', isOverdue: true },
    { title: '开展标准宣贯', owner: '李强', on: null, isOverdue: false },
  ],
  ahead: [{ on: '2026-12-15', what: '申请材料计划提交' }],
  closedAreas: ['台账'],
};

const squeeze = (text: string): string => text.replace(/\s+/g, '');
const pdfText = async (given: ClientReport): Promise<string> => {
  const bytes = renderClientReportPdf(given, { fonts: await testFonts() });
  return squeeze((await readPdf(bytes)).text);
};
const wordText = async (given: ClientReport): Promise<string> => {
  const xml = unzipSync(await renderClientReportWord(given))['word/document.xml'];
  return squeeze(strFromU8(xml ?? new Uint8Array()).replace(/<[^>]+>/g, ''));
};

describe.each([
  ['as PDF', pdfText],
  ['as Word', wordText],
])('a monthly report to a client %s', (_, textOf) => {
  it('tells where the client stands, what moved, what is due, and by whom', async () => {
    const text = await textOf(report);
    for (const said of [
      '某某标准化咨询有限公司就贵单位',
      '期间为2026年11月，数据截至2026年11月30日',
      '总分402分431分+29分',
      '体系完整率—83%—',
      '标准实施75.0%82.5%',
      '证实材料3采购合同、检验记录等王芳、李强',
      '补充采购控制程序王芳2026-11-12已关闭',
      '待办整改事项2项，其中1项已逾期',
      '完善设备操作标准—2026-11-20已逾期',
      '开展标准宣贯李强—进行中',
      '2026-12-15申请材料计划提交',
      '企业未开放：台账。',
    ])
      expect(text).toContain(said);
  });

  it('says of what is not opened that it knows nothing, and not that there is nothing', async () => {
    const text = await textOf({ ...report, figures: null, finished: null, due: null });
    expect(text.split('企业未开放有关内容').length - 1).toBe(3);
    expect(text).not.toContain('没有待办的整改事项');
  });

  it('says so where nothing has happened and nothing is due', async () => {
    const text = await textOf({ ...report, moved: [], finished: [], due: [], ahead: [] });
    for (const said of ['没有新的工作记录', '没有验证关闭', '没有待办的整改事项', '没有其他到期'])
      expect(text).toContain(said);
  });
});

it('is the same PDF for the same report, and another for another', async () => {
  const fonts = await testFonts();
  const hash = (given: ClientReport): string =>
    createHash('sha256').update(renderClientReportPdf(given, { fonts })).digest('hex');
  expect(hash(report)).toBe(hash({ ...report }));
  expect(hash(report)).not.toBe(hash({ ...report, month: '2026-10' }));
});
