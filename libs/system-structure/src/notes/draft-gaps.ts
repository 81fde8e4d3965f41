import { formatRatio, ratioTenthsOf, type Tally } from '../statistics';
import { type ListedStandard } from '../structure';
import { childrenOf } from '../tree-index';
import type { DraftedPoint } from './compilation-notes';
import {
  joined,
  MOST_NAMED,
  named,
  paragraphs,
  type Analysis,
  type NotesFacts,
} from './notes-facts';

/** Sub-systems by the share of standards that exist, the weakest first; complete ones are left out. */
function weakest({ facts, counts }: Analysis): readonly string[] {
  const { tree } = facts;
  return childrenOf(tree, undefined)
    .flatMap(({ code }) => childrenOf(tree, code))
    .map((node) => ({ node, tally: counts.get(node.code)?.branch ?? { existing: 0, expected: 0 } }))
    .filter(({ tally }) => tally.existing < tally.expected || tally.existing === 0)
    .sort((a, b) => share(a.tally) - share(b.tally))
    .map(({ node }) => `${node.code} ${node.name['zh-CN']}`);
}

/** 0 where nothing exists, 1 where all does. */
const share = ({ existing, expected }: Tally): number => (expected === 0 ? 0 : existing / expected);

export function gaps(analysis: Analysis): DraftedPoint {
  const { facts, figures } = analysis;
  const { existing, planned, missing, expected } = figures;
  const ratio = formatRatio(ratioTenthsOf(figures));
  // Without any standard every sub-system is weak: naming them all says nothing.
  const weak = expected === 0 ? [] : weakest(analysis);
  return {
    id: 'gaps',
    text: paragraphs(
      expected === 0
        ? '明细表中尚未列入标准，暂无统计数据。'
        : `体系应有标准 ${expected} 项，其中现有 ${existing} 项、拟制定 ${planned} 项、尚缺的必备标准 ${missing} 项，现有率 ${ratio}%。`,
      weak.length === 0 ? '' : `现有标准较少的子体系：${named(weak, 6, '个')}。`,
      lacking(facts),
      existing === 0 ? '' : abroad(analysis),
    ),
    asks: ['主要产品标准的指标与国际标准、国外先进标准的比较'],
  };
}

/** How the system stands to standards from abroad, as far as the list tells. */
function abroad({ facts, figures }: Analysis): string {
  const count = (wanted: string): number =>
    figures.byLevel.find(({ level }) => level === wanted)?.existing ?? 0;
  const own = `直接收入国际标准 ${count('international')} 项、国外标准 ${count('foreign')} 项`;
  return `与国外比较：明细表中注明采用国际、国外标准的 ${facts.adopting} 项，${own}。`;
}

const titlesOf = (
  facts: NotesFacts,
  is: (standard: ListedStandard) => boolean | undefined,
): readonly string[] => facts.standards.filter((one) => is(one) === true).map(({ title }) => title);

/** Essential documents that an enterprise of this kind would hold, in the order of the system. */
function lacking(facts: NotesFacts): string {
  const missing = titlesOf(facts, ({ isMissing }) => isMissing);
  if (missing.length === 0) return '';
  const more = missing.length > MOST_NAMED ? '，其中优先考虑' : '：';
  const shown = joined(missing.slice(0, MOST_NAMED));
  return `尚缺的必备标准 ${missing.length} 项${more}${shown}。需要制定的列入制修订计划，不需要的说明理由。`;
}

export function plan({ facts, figures }: Analysis): DraftedPoint {
  const planned = titlesOf(
    facts,
    ({ isPlanned, isMissing, isOutOfForce }) => isPlanned && !isMissing && !isOutOfForce,
  );
  const { outOfForce, missing } = figures;
  const isNothing = planned.length + outOfForce + missing === 0;
  return {
    id: 'plan',
    text: paragraphs(
      planned.length === 0 ? '' : `拟制定标准：${named(planned, 12)}。`,
      missing === 0
        ? ''
        : `尚缺的必备标准 ${missing} 项${planned.length === 0 ? '' : '另'}需逐项确定：需要的列入制修订计划，不需要的说明理由。`,
      outOfForce === 0 ? '' : `更换已被代替或废止的标准 ${outOfForce} 项。`,
      isNothing ? '必备标准齐全，没有拟制定的标准；按复审周期安排修订。' : '',
    ),
    asks: planned.length + missing === 0 ? [] : ['各项标准的责任部门和完成时间'],
  };
}
