/** The dossier's snapshot as plain blocks, and those as HTML and as typst: the same texts and rows for all three. */
/* eslint-disable @nx/enforce-module-boundaries -- measures libraries and the import from inside; nothing depends on this folder */
import type { DossierSnapshot } from '@liangxing/dossier';
import { renderSceneSvg } from '@liangxing/system-structure';

type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'drawing'; readonly svg: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly string[][];
    };

const points = (hundredths: number): string => (hundredths / 100).toString();
const heading = (text: string): Block => ({ kind: 'heading', text });
const texts = (text: string): Block[] =>
  text.split('\n').map((line) => ({ kind: 'text', text: line }));
const table = (head: readonly string[], rows: readonly (string | number | null)[][]): Block => ({
  kind: 'table',
  head,
  rows: rows.map((row) => row.map((cell) => String(cell ?? ''))),
});

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

const FACE = 'Noto Serif SC';

interface Share {
  readonly title: string;
  readonly earned: number;
  readonly points: number;
}

const sharesOf = (snapshot: DossierSnapshot): readonly Share[] =>
  snapshot.scoring.map(({ title, earned, points: most }) => ({ title, earned, points: most }));

const svg = (width: number, height: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FACE}" font-size="9">${content}</svg>`;

/** The radar of the parts: as many rings, axes and labels as the dossier draws. */
function radarSvg(shares: readonly Share[]): string {
  const at = (index: number, radius: number): string => {
    const angle = (index / shares.length) * 2 * Math.PI - Math.PI / 2;
    return `${(200 + radius * Math.cos(angle)).toFixed(1)},${(140 + radius * Math.sin(angle)).toFixed(1)}`;
  };
  const ring = (radius: (share: Share) => number): string =>
    shares.map((share, index) => at(index, radius(share))).join(' ');
  const rings = [0.2, 0.4, 0.6, 0.8, 1].map(
    (level) => `<polygon points="${ring(() => 100 * level)}" fill="none" stroke="#bbb"/>`,
  );
  const labels = shares.map(({ title }, index) => {
    const [x, y] = at(index, 116).split(',');
    return `<text x="${x}" y="${y}" text-anchor="middle">${escapeHtml(title)}</text>`;
  });
  const reached = ring(({ earned, points: most }) => (most === 0 ? 0 : (100 * earned) / most));
  return svg(
    400,
    280,
    `${rings.join('')}<polygon points="${reached}" fill="#1f457a" fill-opacity="0.2" stroke="#1f457a"/>${labels.join('')}`,
  );
}

/** Where points are lost: bars by size and the line of their sum. */
function paretoSvg(shares: readonly Share[]): string {
  const losses = shares
    .map(({ title, earned, points: most }) => ({ title, lost: most - earned }))
    .sort((a, b) => b.lost - a.lost);
  const sum = losses.reduce((total, { lost }) => total + lost, 0) || 1;
  let reached = 0;
  const line: string[] = [];
  const bars = losses.map(({ title, lost }, index) => {
    const [x, height] = [20 + index * 60, (200 * lost) / sum];
    reached += lost;
    line.push(`${x + 20},${(220 - (200 * reached) / sum).toFixed(1)}`);
    return `<rect x="${x}" y="${(220 - height).toFixed(1)}" width="40" height="${height.toFixed(1)}" fill="#9fb7d6"/><text x="${x + 20}" y="234" text-anchor="middle">${escapeHtml(title.slice(0, 6))}</text>`;
  });
  return svg(
    40 + losses.length * 60,
    240,
    `${bars.join('')}<polyline points="${line.join(' ')}" fill="none" stroke="#9e2a1f"/>`,
  );
}

function scoringBlocks(snapshot: DossierSnapshot): Block[] {
  const head = ['序号', '评价内容', '评价要求', '规定得分', '扣分标准', '扣分', '得分', '评价情况'];
  const shares = sharesOf(snapshot);
  const charts: Block[] = [
    { kind: 'drawing', svg: radarSvg(shares) },
    { kind: 'drawing', svg: paretoSvg(shares) },
  ];
  const sections = snapshot.scoring.flatMap((section) => [
    heading(section.title),
    table(
      head,
      section.groups.flatMap(({ items }) =>
        items.map((item) => [
          item.id,
          item.topic,
          `${item.asked} ${item.clause}`,
          points(item.points),
          item.rules.map(({ text, detail }) => `${text} ${detail}`).join('；'),
          points(item.deducted),
          points(item.earned),
          `${item.finding} ${item.responsible} ${item.notApplicable} ${item.evidenceNumbers.join('、')}`,
        ]),
      ),
    ),
  ]);
  return [...charts, ...sections];
}

function standardBlocks({ system }: DossierSnapshot): Block[] {
  const head = ['序号', '体系编号', '标准编号', '标准名称', '发布日期', '实施日期', '部门', '状态'];
  let position = 0;
  return [
    ...system.diagrams.map(({ scene }): Block => ({
      kind: 'drawing',
      svg: renderSceneSvg(scene, FACE),
    })),
    ...system.list.groups.flatMap(({ code, title, rows }) => [
      heading(`${code} ${title}`),
      table(
        head,
        rows.map((row) => [
          (position += 1),
          row.systemCode,
          row.number,
          row.title,
          row.issuedOn,
          row.inForceOn,
          row.department,
          row.status,
        ]),
      ),
    ]),
    ...system.statistics.flatMap((statistics) => [
      heading(statistics.title),
      table(
        [statistics.rowHeading, ...statistics.columns.map((column) => column.heading)],
        statistics.rows.map((row) => [row.label, ...row.values]),
      ),
    ]),
    ...system.compilationNotes.flatMap(({ title, text }) => [heading(title), ...texts(text)]),
  ];
}

function blocksOf(snapshot: DossierSnapshot): Block[] {
  const { enterprise, standardization, evaluation } = snapshot;
  return [
    heading(`${enterprise.name} ${snapshot.document.kindWord}`),
    ...texts(enterprise.introduction),
    table(
      ['编号', '部门', '职责'],
      enterprise.departments.map((row) => [row.code, row.name, row.duty]),
    ),
    ...texts(standardization.introduction),
    ...texts(standardization.policy),
    ...[evaluation.purpose, evaluation.method, evaluation.sampling, evaluation.conclusion].flatMap(
      texts,
    ),
    ...scoringBlocks(snapshot),
    ...standardBlocks(snapshot),
    heading('法律法规'),
    table(
      ['名称', '发布机关', '文号', '实施日期'],
      snapshot.laws.map((row) => [row.title, row.issuer, row.documentNumber, row.inForceOn]),
    ),
    heading('证实材料'),
    table(
      ['编号', '名称', '文件', '字节', 'SHA-256'],
      snapshot.evidence.map((row) => [row.number, row.title, row.fileName, row.size, row.sha256]),
    ),
    heading('整改措施'),
    table(
      ['编号', '项目', '问题', '原因', '措施', '责任', '期限', '结果'],
      snapshot.corrections.map((row) => [
        row.number,
        row.itemId,
        row.finding,
        row.cause,
        row.measure,
        row.owner,
        row.dueOn,
        row.result,
      ]),
    ),
    ...snapshot.declarations.flatMap(({ title, text }) => [heading(title), ...texts(text)]),
  ];
}

/** @param fontUrl address of the same face that the dossier embeds */
export function htmlOf(snapshot: DossierSnapshot, fontUrl: string): string {
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  const body = blocksOf(snapshot).map((block) => {
    if (block.kind === 'heading') return `<h2>${escapeHtml(block.text)}</h2>`;
    if (block.kind === 'text') return `<p>${escapeHtml(block.text)}</p>`;
    if (block.kind === 'drawing') return `<div>${block.svg}</div>`;
    return `<table><thead>${row(block.head, 'th')}</thead><tbody>${block.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@font-face { font-family: Song; src: url("${fontUrl}"); }
@page { size: A4; margin: 20mm; }
body { font: 9pt/1.5 Song; } table { border-collapse: collapse; width: 100%; }
svg { width: 100%; font-family: Song; } th, td { border: 0.4pt solid #333; padding: 2pt 3pt; overflow-wrap: anywhere; } tr { break-inside: avoid; }
</style>${body.join('\n')}</html>`;
}

const quote = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;

export function typstOf(snapshot: DossierSnapshot): string {
  const body = blocksOf(snapshot).map((block) => {
    if (block.kind === 'heading') return `#heading(${quote(block.text)})`;
    if (block.kind === 'text') return `#par(${quote(block.text)})`;
    if (block.kind === 'drawing')
      return `#image(bytes(${quote(block.svg)}), format: "svg", width: 100%)`;
    const head = `table.header(${block.head.map(quote).join(', ')})`;
    const rows = block.rows.map((cells) => cells.map(quote).join(', '));
    return `#table(columns: (${block.head.map(() => '1fr').join(', ')}), inset: 3pt, stroke: 0.4pt, ${[head, ...rows].join(',\n')})`;
  });
  return `#set page(paper: "a4", margin: 20mm, numbering: "1")
#set text(font: "Noto Serif SC", size: 9pt, lang: "zh", region: "cn")
${body.join('\n\n')}
`;
}
