import { findItem, listItems } from '@liangxing/scheme';
import { loadScheme } from '@liangxing/scheme/loader';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { possibleCorrections } from './corrections';
import { usualEffort } from './usual-efforts';

const pack = join(import.meta.dirname, '../../scheme/packs/gsp-2004.yaml');
const scheme = loadScheme([{ name: 'gsp-2004.yaml', text: readFileSync(pack, 'utf8') }]);
const answers = Object.fromEntries(
  listItems(scheme).map(({ item }) => [item.id, { state: 'assessed' as const, rules: {} }]),
);
const corrections = possibleCorrections(scheme, answers);

/** The correction that earns by the rule with these words. */
function earning(topic: string, words: string) {
  const found = corrections.find(({ itemId, ruleId }) => {
    const item = findItem(scheme, itemId);
    const rule = item?.rules.find(({ id }) => id === ruleId);
    return item?.topic['zh-CN'] === topic && rule?.text['zh-CN'].includes(words);
  });
  if (found === undefined) throw new Error(`no rule of ${topic} says ${words}`);
  return found;
}

describe('the usual effort of what earns', () => {
  it('is that of the work, not of the points: to lead an ISO standard takes years', () => {
    const lead = earning('国际标准', '主导制定并已发布');
    expect(lead).toMatchObject({ effort: 6000, months: 36 });
    expect(earning('国际标准', '参与制定').effort).toBeLessThan(lead.effort);
    expect(earning('国家标准', '排名前三').months).toBe(24);
    expect(earning('秘书处或召集人', '全国 TC').months).toBe(24);
  });

  it('makes no bonus work of standards cheaper per point than writing a report', () => {
    const perPoint = ({ effort, gainAll, maxTimes }: (typeof corrections)[number]) =>
      (effort * maxTimes) / gainAll;
    const report = earning('对标与国外技术法规研究', '比对报告');
    for (const [topic, words] of [
      ['国际标准', '主导制定并已发布'],
      ['国家标准', '其他列名'],
      ['行业标准', '其他列名'],
      ['产品采标', '等同或修改采用'],
    ] as const)
      expect(perPoint(earning(topic, words))).toBeGreaterThan(perPoint(report));
  });

  it('is named for every bonus item of the shipped table, with a reason for what takes long', () => {
    const earnings = corrections.filter(({ kind }) => kind === 'award' || kind === 'award_each');
    expect(earnings.length).toBeGreaterThan(30);
    for (const each of earnings) {
      const item = findItem(scheme, each.itemId);
      const rule = item?.rules.find(({ id }) => id === each.ruleId);
      if (item === undefined || rule === undefined) throw new Error(each.id);
      const isKnown = usualEffort(item, rule) !== null;
      expect([each.id, isKnown || each.itemId === 'B2.2']).toEqual([each.id, true]);
      expect([each.id, each.because !== null]).toEqual([each.id, each.months > 3]);
    }
    expect(earning('标准化与质量奖励', '国家级')).toMatchObject({ months: 24, because: 'award' });
    expect(earning('质量、环境、职业健康安全管理体系', '每项有效证书').months).toBe(6);
    expect(earning('试点示范与经验推广', '论文').months).toBe(3);
  });

  it('counts within three months for what the enterprise decides itself', () => {
    expect(earning('对标与国外技术法规研究', '比对报告').months).toBe(3);
  });

  it('waits for a system that must have run, and for nothing where only a judgement is lacking', () => {
    const unset = Object.fromEntries(
      listItems(scheme).map(({ item }) => [
        item.id,
        { state: 'not_established' as const, rules: {} },
      ]),
    );
    const slow = possibleCorrections(scheme, unset).filter(
      ({ kind, because }) => kind === 'establish' && because === 'running_in',
    );
    const items = slow.map(({ itemId }) => findItem(scheme, itemId)?.asked['zh-CN']);
    expect(items).toEqual([expect.stringContaining('有效运行 3 个月')]);
    expect(slow[0]?.months).toBe(3);
    const unjudged = possibleCorrections(scheme, {}).filter(({ kind }) => kind === 'answer');
    expect(unjudged.every(({ months }) => months === 0)).toBe(true);
  });
});
