import { points, routeFloors, share } from '../format';
import { paragraph, remark } from '../pdf/flow';
import type { PageFrame } from '../pdf/page-frame';
import { drawTable, type TableRow } from '../pdf/table';
import type { DossierSnapshot, ScoringSection } from '../snapshot';
import { gradeSentence } from './grade-sentences';

const rateOf = (earned: number, whole: number): string =>
  whole === 0 ? '' : share(Math.round((earned * 10000) / whole));

const lostIn = (section: ScoringSection): number =>
  section.groups.flatMap((group) => group.items).reduce((sum, item) => sum + item.deducted, 0);

const sectionRow = (section: ScoringSection): TableRow => ({
  cells: [
    section.id,
    section.title,
    points(section.points),
    section.bonus ? '' : points(lostIn(section)),
    points(section.earned),
    rateOf(section.earned, section.points),
  ],
});

const totalRow = (label: string, whole: number, earned: number, lost = ''): TableRow => ({
  kind: 'total',
  cells: [
    { text: label, columnSpan: 2, align: 'center' },
    points(whole),
    lost,
    points(earned),
    rateOf(earned, whole),
  ],
});

function* drawSections(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  const { scoring, scheme, result } = snapshot;
  const basic = scoring.filter((section) => !section.bonus);
  const bonus = scoring.filter((section) => section.bonus);
  const lost = basic.reduce((sum, section) => sum + lostIn(section), 0);
  yield* drawTable(frame, {
    caption: '各部分得分',
    columns: [
      { heading: '部分', weight: 9, align: 'center' },
      { heading: '名称', weight: 39 },
      { heading: '规定得分', weight: 13, align: 'right' },
      { heading: '扣分', weight: 12, align: 'right' },
      { heading: '得分', weight: 13, align: 'right' },
      { heading: '得分率', weight: 14, align: 'right' },
    ],
    rows: [
      ...basic.map(sectionRow),
      totalRow('基本分合计', scheme.basicPoints, result.basic, points(lost)),
      ...bonus.map(sectionRow),
      ...(bonus.length > 0 ? [totalRow('加分合计', scheme.bonusPoints, result.bonus)] : []),
      totalRow('总分', scheme.basicPoints + scheme.bonusPoints, result.total),
    ],
  });
}

const missingText = (
  route: DossierSnapshot['result']['gaps'][number]['routes'][number],
): string => {
  if (route.reached) return '已满足';
  const missing = [
    route.missingBasic > 0 ? `基本分差 ${points(route.missingBasic)}` : '',
    route.missingBonus > 0 ? `加分差 ${points(route.missingBonus)}` : '',
    route.missingTotal > 0 ? `总分差 ${points(route.missingTotal)}` : '',
  ];
  return missing.filter((text) => text !== '').join('，') + (route.isNearest ? '（最近）' : '');
};

function* drawGaps(frame: PageFrame, { result }: DossierSnapshot): Generator<void> {
  if (result.gaps.length === 0) return;
  yield* drawTable(frame, {
    caption: '与各等级的差距',
    columns: [
      { heading: '等级', weight: 12, align: 'center', isMerged: true },
      { heading: '路径', weight: 12, align: 'center' },
      { heading: '条件', weight: 42 },
      { heading: '差距', weight: 34 },
    ],
    rows: result.gaps.flatMap((gap) =>
      gap.routes.map((route) => ({
        cells: [gap.grade, `路径 ${route.number}`, routeFloors(route), missingText(route)],
      })),
    ),
  });
}

/** Result per part, then the distance to every grade. */
export function* drawResultTables(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  paragraph(frame, gradeSentence(snapshot));
  if (snapshot.scheme.kind === 'readiness') {
    yield* drawReadiness(frame, snapshot);
    return;
  }
  yield* drawSections(frame, snapshot);
  yield* drawGaps(frame, snapshot);
}

function* drawReadiness(frame: PageFrame, { scoring }: DossierSnapshot): Generator<void> {
  yield* drawTable(frame, {
    columns: [
      { heading: '部分', weight: 12, align: 'center' },
      { heading: '名称', weight: 58 },
      { heading: '项数', weight: 12, align: 'right' },
      { heading: '符合率', weight: 18, align: 'right' },
    ],
    rows: scoring.map((section) => ({
      cells: [
        section.id,
        section.title,
        String(section.groups.reduce((sum, group) => sum + group.items.length, 0)),
        section.readiness === null ? '' : share(section.readiness),
      ],
    })),
  });
  remark(frame, '符合率＝（符合项数＋部分符合项数的一半）÷适用的项数；项数含不适用的项目。');
}
