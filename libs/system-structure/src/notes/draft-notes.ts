import { type ListedStandard } from '../structure';
import { childrenOf } from '../tree-index';
import { countStandards } from '../structure-counts';
import { systemFigures } from '../system-figures';
import type { DraftedPoint } from './compilation-notes';
import { gaps, plan } from './draft-gaps';
import { clause, paragraphs, type Analysis, type NotesFacts } from './notes-facts';

export type { NotesFacts } from './notes-facts';

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
      `编制依据为 ${facts.basis.join('、')}，GB/T 13016、GB/T 13017，以及${lawful}。`,
      '编制遵循下列原则：符合法律法规和强制性标准；优先采用国家标准、行业标准和地方标准，没有时或需要更严要求时制定企业标准；与企业的战略、规模和过程相适应；与其他管理体系相协调；随内外部环境的变化及时调整。',
    ),
    asks: policy === '' ? ['标准化方针和目标（在企业信息中填写）'] : [],
  };
}

/** `ISO`, `GB`, `JB`: who publishes the existing standards of a level, the most frequent first. */
function publishers(facts: NotesFacts, level: ListedStandard['level']): readonly string[] {
  const counts = new Map<string, number>();
  for (const { number, level: own, isPlanned, isOutOfForce, isMissing } of facts.standards) {
    if (own !== level || isPlanned || isOutOfForce === true || isMissing === true) continue;
    const code = /^[A-Z]+/u.exec(number)?.[0];
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
}

/** Where the standards come from that the enterprise works by; the state of the field only a person can tell. */
function survey({ facts, figures }: Analysis): DraftedPoint {
  const from = (level: ListedStandard['level'], before: string, after: string): string => {
    const codes = publishers(facts, level);
    if (codes.length === 0) return '';
    return `${before}${codes.slice(0, 5).join('、')}${codes.length > 5 ? ' 等' : ''}${after}`;
  };
  const abroad = [
    from('international', '国际标准主要由 ', ' 发布'),
    from('foreign', '国外标准主要由 ', ' 发布'),
  ].filter((text) => text !== '');
  const home = [
    figures.byLevel.some(({ level }) => level === 'national') ? '国家标准' : '',
    from('sector', '行业标准（', '）'),
    figures.byLevel.some(({ level }) => level === 'local') ? '地方标准' : '',
    figures.byLevel.some(({ level }) => level === 'group') ? '团体标准' : '',
  ].filter((text) => text !== '');
  return {
    id: 'survey',
    text:
      abroad.length + home.length === 0
        ? '明细表尚未收入外来标准，国内外标准化概况待补充。'
        : paragraphs(
            abroad.length === 0 ? '' : `国外：与本企业产品和过程有关的${abroad.join('，')}。`,
            home.length === 0 ? '' : `国内：与本企业产品和过程有关的标准主要是${home.join('、')}。`,
          ),
    asks: [
      '国外（国际组织和主要国家）本领域标准化的现状、水平和趋势',
      '国内本行业标准化的现状、归口的标准化技术委员会和正在制修订的标准',
    ],
  };
}

const DIVISIONS: Readonly<Record<string, string>> = {
  'gb-t-15496-2003': '体系按标准的属性划分为技术、管理、工作三类',
  'gb-t-15496-2017': '体系按标准的功能划分',
};

function division({ facts }: Analysis): DraftedPoint {
  const bodies = childrenOf(facts.tree, undefined);
  const names = bodies.map(({ code, name }) => {
    const parts = childrenOf(facts.tree, code).length;
    return parts === 0 ? name['zh-CN'] : `${name['zh-CN']}（${parts} 个子体系）`;
  });
  const trimmed = facts.trimmed.map(
    ({ code, name, reason }) => `${code} ${name}：${clause(reason)}`,
  );
  const several = facts.standards.filter(({ nodes }) => nodes.length > 1).length;
  const places = several === 0 ? '' : `；同时用于几个子体系的 ${several} 项，在其他位置只作引用`;
  const divided = DIVISIONS[facts.tree.id] ?? '体系按企业自定的结构划分';
  return {
    id: 'division',
    text: paragraphs(
      `${divided}，由${names.join('、')}组成；各子体系之间界限清楚，下层标准不得与上层标准相抵触。每项标准有一个主要位置，统计时只计一次${places}。`,
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

/** What several systems rule at once: management systems, the group, customers and suppliers. */
function overlaps({ facts }: Analysis): DraftedPoint {
  const { managementSystems } = facts;
  return {
    id: 'overlaps',
    text: paragraphs(
      managementSystems.length === 0
        ? ''
        : `企业同时运行 ${managementSystems.join('、')}。这些管理体系的程序文件和作业文件按其内容归入本体系相应的子体系，同一事项只保留一项文件、一个编号，由主要位置的责任部门维护。`,
      '与上级单位、顾客和供方的标准有交叉的，直接采用的列入明细表；需要补充或更严的，制定企业标准并注明关系。',
    ),
    asks: [
      ...(managementSystems.length === 0
        ? ['与本体系同时运行的其他管理体系（在企业信息中填写）']
        : []),
      '与集团（上级单位）、顾客、供方的标准有哪些交叉，以哪一项为准',
    ],
  };
}

function support({ facts }: Analysis): DraftedPoint {
  const { managementSystems } = facts;
  const from =
    managementSystems.length === 0 ? '其他管理体系' : ` ${managementSystems.join('、')} `;
  return {
    id: 'support',
    text: `本体系的评价与改进需要${from}提供记录、内部审核和管理评审的结果，以及顾客反馈和监测数据。`,
    asks: ['需要上级单位、协会或其他体系配套提供的标准和数据'],
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
    figures: systemFigures(facts.tree, facts.standards),
  };
  return POINTS.map((point) => point(analysis));
}
