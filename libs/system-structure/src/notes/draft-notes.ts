import { formatRatio, ratioTenthsOf, statistics, type Statistics, type Tally } from '../statistics';
import { childrenOf, type ListedStandard, type StructureTree } from '../structure';
import { countStandards, type StructureCounts } from '../structure-counts';
import type { DraftedPoint } from './compilation-notes';

/** What the system knows of an enterprise and its standards; unknown texts are empty. */
export interface NotesFacts {
  readonly enterpriseName: string;
  readonly industryName: string;
  readonly products: readonly string[];
  readonly policy: string;
  readonly standardizationBody: string;
  /** Other management systems in use: 质量管理体系（GB/T 19001）. */
  readonly managementSystems: readonly string[];
  /** `2026-03-01`; null while not released. */
  readonly releasedOn: string | null;
  readonly effectiveOn: string | null;
  readonly tree: StructureTree;
  /** Numbers of the standards that the structure follows. */
  readonly basis: readonly string[];
  readonly standards: readonly ListedStandard[];
  /** Sub-systems left out, each with its reason. */
  readonly trimmed: readonly {
    readonly code: string;
    readonly name: string;
    readonly reason: string;
  }[];
  /** Titles of documents that a complete system holds and this one lacks, the weightiest first. */
  readonly missing: readonly string[];
  /** Entries that are replaced or withdrawn. */
  readonly outdated: number;
  /** Laws and rules in the list of laws. */
  readonly laws: number;
}

interface Analysis {
  readonly facts: NotesFacts;
  readonly counts: StructureCounts;
  readonly figures: Statistics;
}

const MOST_NAMED = 8;

/** Titles that hold a 、 themselves are parted by ；. */
const joined = (titles: readonly string[]): string =>
  titles.join(titles.some((title) => title.includes('、')) ? '；' : '、');

/** `甲、乙、丙等 12 项`; with another measure word `个`. */
function named(titles: readonly string[], most = MOST_NAMED, measure = '项'): string {
  const shown = joined(titles.slice(0, most));
  return titles.length > most
    ? `${shown}等 ${titles.length} ${measure}`
    : `${shown}，共 ${titles.length} ${measure}`;
}

/** Without the full stop, to stand in a longer sentence. */
const clause = (text: string): string => text.trim().replace(/[。；;.]+$/u, '');

const paragraphs = (...texts: readonly string[]): string =>
  texts.filter((text) => text !== '').join('\n');

function background({ facts }: Analysis): DraftedPoint {
  const { enterpriseName, industryName, products, releasedOn, effectiveOn } = facts;
  const trade = industryName === '' ? '' : `，所属行业为${industryName}`;
  const offers = products.length === 0 ? '' : `，主要产品（服务）为${products.join('、')}`;
  const released = releasedOn === null ? '' : `本体系于 ${releasedOn} 发布`;
  const effective = effectiveOn === null ? '' : `自 ${effectiveOn} 起实施`;
  const dates = [released, effective].filter((text) => text !== '').join('，');
  return {
    id: 'background',
    text: paragraphs(
      `${enterpriseName}${trade}${offers}。为使生产、经营和管理活动有标准可依，企业对现行标准和文件进行了梳理，建立本企业标准体系。`,
      dates === '' ? '' : `${dates}。`,
    ),
    asks: [
      '编制工作由哪个部门牵头、何时开始、经过哪些阶段',
      ...(releasedOn === null ? ['体系的发布日期和发布文件'] : []),
    ],
  };
}

function basis({ facts }: Analysis): DraftedPoint {
  const { policy, laws } = facts;
  const own = policy === '' ? '' : `编制目标是落实企业标准化方针“${clause(policy)}”，`;
  const lawful = laws === 0 ? '适用的法律法规' : `适用的法律法规（${laws} 项）`;
  return {
    id: 'basis',
    text: paragraphs(
      `${own === '' ? '编制目标是' : own}使体系目标明确、全面成套、层次适当、划分清楚。`,
      `编制依据为${facts.basis.join('、')}，GB/T 13016、GB/T 13017，以及${lawful}。`,
      '编制遵循下列原则：符合法律法规和强制性标准；优先采用国家标准、行业标准和地方标准，没有时或需要更严要求时制定企业标准；与企业的战略、规模和过程相适应；与其他管理体系相协调；随内外部环境的变化及时调整。',
    ),
    asks: policy === '' ? ['标准化方针和目标（在企业信息中填写）'] : [],
  };
}

function survey({ facts, figures }: Analysis): DraftedPoint {
  const shown = figures.byLevel.filter(({ existing }) => existing > 0);
  const split = shown.map(({ name, existing }) => `${name['zh-CN']} ${existing} 项`).join('、');
  const outside = figures.byLevel
    .filter(({ key }) => key !== 'enterprise' && key !== 'other')
    .reduce((sum, { existing }) => sum + existing, 0);
  const outdated =
    facts.outdated === 0
      ? ''
      : `另列有 ${facts.outdated} 项经查新已被代替或废止，不计入现有标准，需要更换为现行标准。`;
  return {
    id: 'survey',
    text: paragraphs(
      shown.length === 0
        ? '标准明细表中尚无现有标准。'
        : `收集并采用的外来标准 ${outside} 项。明细表现有标准按级别分为：${split}。`,
      outdated,
    ),
    asks: ['同行业国内外标准的现状、水平和发展趋势，以及与本企业的差距'],
  };
}

function division({ facts }: Analysis): DraftedPoint {
  const bodies = childrenOf(facts.tree, undefined);
  const names = bodies.map(({ code, name }) => {
    const parts = childrenOf(facts.tree, code).length;
    return parts === 0 ? name['zh-CN'] : `${name['zh-CN']}（${parts} 个子体系）`;
  });
  const trimmed = facts.trimmed.map(
    ({ code, name, reason }) => `${code} ${name}：${clause(reason)}`,
  );
  return {
    id: 'division',
    text: paragraphs(
      `体系按标准的功能划分，由${names.join('、')}组成；各子体系之间界限清楚，下层标准不得与上层标准相抵触。每项标准有一个主要位置，统计时只计一次。`,
      trimmed.length === 0 ? '' : `结合企业实际裁剪了下列子体系：${trimmed.join('；')}。`,
    ),
    asks: [],
  };
}

function subsystems({ facts, counts }: Analysis): DraftedPoint {
  const { tree } = facts;
  const lines = childrenOf(tree, undefined).flatMap((body) => {
    const parts = childrenOf(tree, body.code);
    return (parts.length === 0 ? [body] : parts).map(({ code, name, purpose }) => {
      const existing = counts.get(code)?.branch.existing ?? 0;
      const content = clause(purpose['zh-CN']);
      const figures = `现有标准 ${existing} 项。`;
      return `${code} ${name['zh-CN']}：${content === '' ? figures : `${content}；${figures}`}`;
    });
  });
  return { id: 'subsystems', text: paragraphs(...lines), asks: [] };
}

function overlaps({ facts }: Analysis): DraftedPoint {
  const several = facts.standards.filter(({ nodes }) => nodes.length > 1);
  const examples = several.slice(0, 3).map(({ number, title }) => `${number} ${title}`.trim());
  return {
    id: 'overlaps',
    text:
      several.length === 0
        ? '目前没有同时归入几个子体系的标准。'
        : `同时用于几个子体系的标准有 ${several.length} 项，如${examples.join('、')}。这些标准在主要位置列入明细表和统计表，在其他位置只作引用，内容由主要位置的责任部门维护。`,
    asks: several.length === 0 ? [] : ['内容有交叉的企业标准如何分工、以哪一项为准'],
  };
}

function support({ facts }: Analysis): DraftedPoint {
  const { managementSystems } = facts;
  const own = managementSystems.length === 0 ? '' : `企业同时运行${managementSystems.join('、')}。`;
  return {
    id: 'support',
    text: `${own}相关管理体系的文件按其功能纳入本体系，不重复制定；记录、内部审核和管理评审的结果作为本体系评价与改进的输入。`,
    asks: [
      ...(managementSystems.length === 0
        ? ['与本体系同时运行的其他管理体系（在企业信息中填写）']
        : []),
      '需要上级单位、协会或其他体系配套提供的标准和数据',
    ],
  };
}

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

function gaps(analysis: Analysis): DraftedPoint {
  const { facts, figures } = analysis;
  const { existing, expected } = figures.total;
  const ratio = formatRatio(ratioTenthsOf(figures.total));
  // Without any standard every sub-system is weak: naming them all says nothing.
  const weak = expected === 0 ? [] : weakest(analysis);
  return {
    id: 'gaps',
    text: paragraphs(
      expected === 0
        ? '明细表中尚未列入标准，暂无统计数据。'
        : `按明细表统计，体系应有标准 ${expected} 项（含拟制定标准），现有 ${existing} 项，现有率 ${ratio}%。`,
      weak.length === 0 ? '' : `现有标准较少的子体系：${named(weak, 6, '个')}。`,
      lacking(facts.missing),
    ),
    asks: [],
  };
}

/** What no list counts yet: documents that an enterprise of this kind would hold. */
function lacking(missing: readonly string[]): string {
  if (missing.length === 0) return '';
  const more = missing.length > MOST_NAMED ? '，其中优先考虑' : '：';
  const shown = joined(missing.slice(0, MOST_NAMED));
  return `对照各子体系通常需要的标准，尚有 ${missing.length} 项未列入明细表${more}${shown}。需要制定的列入制修订计划，不需要的说明理由。`;
}

function plan({ facts }: Analysis): DraftedPoint {
  const planned = facts.standards.filter(({ isPlanned }) => isPlanned).map(({ title }) => title);
  const outdated = facts.outdated === 0 ? '' : `更换已被代替或废止的标准 ${facts.outdated} 项。`;
  return {
    id: 'plan',
    text: paragraphs(
      planned.length === 0
        ? '目前没有列入计划的拟制定标准。'
        : `拟制定标准：${named(planned, 12)}。`,
      outdated,
    ),
    asks:
      planned.length === 0 && facts.missing.length === 0 ? [] : ['各项标准的责任部门和完成时间'],
  };
}

function other({ facts }: Analysis): DraftedPoint {
  const body = facts.standardizationBody;
  return {
    id: 'other',
    text: paragraphs(
      body === '' ? '' : `企业的标准化机构为${clause(body)}。`,
      `本体系由标准化${body === '' ? '归口部门' : '机构'}负责解释和维护，每年至少评审一次；标准发布、修订或废止后及时更新明细表和统计表。`,
    ),
    asks: body === '' ? ['标准化机构（在企业信息中填写）'] : [],
  };
}

const POINTS = [
  background,
  basis,
  survey,
  division,
  subsystems,
  overlaps,
  support,
  gaps,
  plan,
  other,
] as const;

/**
 * Drafts the ten points of the 编制说明 from figures and facts alone: nothing is claimed that is not
 * known, and what only a person can say is asked for. Chinese: the document is handed in in Chinese.
 */
export function draftCompilationNotes(facts: NotesFacts): readonly DraftedPoint[] {
  const analysis: Analysis = {
    facts,
    counts: countStandards(facts.tree, facts.standards),
    figures: statistics(facts.standards),
  };
  return POINTS.map((point) => point(analysis));
}
