import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleSnapshot } from './fixtures/sample-snapshot';
import { renderDossier, renderDossierToBytes } from './render-dossier';
import { jsonSha256 } from './pdf/json-sha256';
import type { DossierSnapshot } from './snapshot';
import { readPdf, type ReadPdf } from './testing/read-pdf';
import { testFonts } from './testing/test-fonts';

const render = async (snapshot: DossierSnapshot): Promise<Uint8Array> =>
  renderDossierToBytes(snapshot, { fonts: await testFonts() });

const squeeze = (text: string): string => text.replace(/\s+/g, '');

describe('the dossier of the sample enterprise', () => {
  const snapshot = sampleSnapshot();
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    bytes = await render(snapshot);
    pdf = readPdf(bytes);
  });

  it('holds the score and the grade with its route', () => {
    expect(squeeze(pdf.text)).toContain('路径2：基本分381，总分462');
    expect(squeeze(pdf.text)).toContain('达到AAAA级');
  });

  it('holds every standard, item, piece of evidence and corrective measure', () => {
    const text = squeeze(pdf.text);
    for (const group of snapshot.system.list.groups) {
      for (const row of group.rows) expect(text).toContain(squeeze(row.number));
    }
    for (const row of snapshot.evidence) {
      expect(text).toContain(row.number);
      expect(text).toContain(row.sha256.slice(0, 32));
      expect(text).toContain(row.sha256.slice(32));
    }
    for (const item of snapshot.scoring.flatMap((section) =>
      section.groups.flatMap((group) => group.items),
    )) {
      expect(text).toContain(item.id);
    }
    for (const row of snapshot.corrections) expect(text).toContain(row.number);
  });

  it('says of a table that the enterprise entered from which paper, and by whom', async () => {
    const entered = '评分表由本企业依据《虚构文件》（第 3～4 页）录入，录入甲、核对乙 核对';
    const own = readPdf(await render({ ...snapshot, scheme: { ...snapshot.scheme, entered } }));
    expect(squeeze(own.text).split(squeeze(entered))).toHaveLength(3);
    expect(squeeze(pdf.text)).not.toContain('录入，');
  });

  it('counts the files of evidence apart from the places that they serve', () => {
    const text = squeeze(pdf.text);
    const uses = snapshot.evidence.flatMap(({ itemIds, standardNumbers }) => [
      ...itemIds,
      ...standardNumbers,
    ]);
    expect(uses.length).toBeGreaterThan(snapshot.evidence.length);
    const said = `证实材料${snapshot.evidence.length}份，用于${uses.length}处`;
    expect(text).toContain(`评价所用${said}，见证实材料清单。`);
    expect(text.split(said)).toHaveLength(3);
  });

  it('copies in reading order, without blanks torn into Chinese words', () => {
    expect(pdf.text).toContain('达到 AAAA 级（路径 2：');
    expect(pdf.text).toContain('依标准做事，以精密立信，用改进求进。');
    expect(pdf.text).toContain('GB/T 19273-2003');
    expect(pdf.text).toContain('开展标准化工作，成立由总经理任主任的标准化委员会');
  });

  it('prints the eight columns of the scoring table', () => {
    expect(squeeze(pdf.text)).toContain('评价项目评价内容评价要求规定得分扣分标准扣分得分备注');
  });

  it('marks every item and rule that was written for this program, and no published one', () => {
    const scoring = snapshot.scoring.map((section) => ({
      ...section,
      groups: section.groups.map((group) => ({
        ...group,
        items: group.items.map((item) =>
          item.id === '1.1'
            ? {
                ...item,
                rules: item.rules.map((rule, index) =>
                  index === 0 ? { ...rule, provenance: 'house' as const } : rule,
                ),
              }
            : item,
        ),
      })),
    }));
    const text = squeeze(pdf.text);
    const house = scoring
      .flatMap(({ groups }) => groups.flatMap(({ items }) => items))
      .filter(({ provenance }) => provenance === 'house').length;
    expect(house).toBeGreaterThan(50);
    expect(text.split('自拟').length - 1).toBe(house + 1);
    expect(text).toContain('标有“自拟”的项目和条文由本系统编写，不是正式公布的文本。');
    return render({ ...snapshot, scoring }).then((bytes) => {
      expect(squeeze(readPdf(bytes).text)).toContain('〔自拟〕');
    });
  });

  it('keeps every row of the list on one page and repeats the headings on each', () => {
    const listPages = pdf.pages.filter((page) =>
      squeeze(page).includes('序号体系编号标准号标准名称'),
    );
    expect(listPages.length).toBeGreaterThan(5);
    for (const row of snapshot.system.list.groups.flatMap((group) => group.rows)) {
      const page = listPages.find((text) => squeeze(text).includes(squeeze(row.number)));
      expect(squeeze(page ?? '')).toContain(
        `${row.systemCode}${squeeze(row.number)}${squeeze(row.title)}`,
      );
    }
  });

  it('numbers every page but the cover and marks it as a preliminary result of a superseded edition', () => {
    const total = pdf.pages.length;
    expect(squeeze(pdf.pages[0] ?? '')).not.toContain(`共${total}页`);
    pdf.pages.slice(1).forEach((page, index) => {
      const text = squeeze(page);
      expect(text).toContain(`第${index + 2}页共${total}页`);
      expect(text).toContain('预评（参考）');
      expect(text).toContain('已被GB/T19273-2017代替');
    });
  });

  it('lists parts in the contents with the page they begin on, and as bookmarks', () => {
    for (const { title, page } of pdf.bookmarks) {
      expect(squeeze(pdf.pages[page - 1] ?? '')).toContain(squeeze(title));
    }
    const contents = squeeze(pdf.pages[1] ?? '');
    for (const { title, page } of pdf.bookmarks) {
      expect(contents).toContain(`${squeeze(title)}${page}`);
    }
    expect(pdf.bookmarks.length).toBeGreaterThan(30);
  });

  it('is tagged, has a title and the language', () => {
    expect(pdf.info).toMatchObject({
      Title: expect.stringContaining('标准化良好行为企业申请材料'),
    });
    expect(pdf.language).toBe('zh-CN');
    expect(pdf.isMarked).toBe(true);
    for (const tag of [
      'Document',
      'H1',
      'H2',
      'P',
      'Table',
      'TR',
      'TH',
      'TD',
      'Figure',
      'TOC',
      'Caption',
    ]) {
      expect(pdf.tags.get(tag) ?? 0).toBeGreaterThan(0);
    }
    expect(pdf.alternatives).toContainEqual(expect.stringContaining('雷达图'));
    expect(pdf.alternatives).toContainEqual(expect.stringContaining('排列图'));
    expect(pdf.figuresWithoutAlternative).toBe(0);
  });

  it('embeds two subset faces and nothing else', () => {
    expect(pdf.fonts.map((font) => font.replace(/^[A-Z]{6}\+/, '')).sort()).toEqual([
      'NotoSansSC-Medium',
      'NotoSerifSC-Regular',
    ]);
    expect(pdf.fonts.every((font) => /^[A-Z]{6}\+/.test(font))).toBe(true);
  });

  it('sets no character outside the faces', () => {
    expect(pdf.text).not.toContain('〓');
  });

  it('gives the same bytes again, and other bytes for another snapshot', async () => {
    expect(Buffer.from(await render(sampleSnapshot())).equals(Buffer.from(bytes))).toBe(true);
    const other = { ...snapshot, document: { ...snapshot.document, code: 'LX7K-2M9Q-4TRX' } };
    expect(Buffer.from(await render(other)).equals(Buffer.from(bytes))).toBe(false);
    expect(jsonSha256(other)).not.toBe(jsonSha256(snapshot));
  });
});

describe('rendering', () => {
  it('comes in pieces and tells its progress', async () => {
    const seen: number[] = [];
    let pieces = 0;
    const stream = renderDossier(sampleSnapshot(), { fonts: await testFonts() }, ({ done, of }) => {
      seen.push(done / of);
    });
    for await (const piece of stream) pieces += piece.length > 0 ? 1 : 0;
    expect(pieces).toBeGreaterThan(10);
    expect(seen.at(-1)).toBe(1);
    expect([...seen].sort((left, right) => left - right)).toEqual(seen);
  });

  it('refuses a snapshot of an unknown format', async () => {
    const unknown = { ...sampleSnapshot(), formatVersion: 99 } as unknown as DossierSnapshot;
    await expect(render(unknown)).rejects.toThrow(RangeError);
  });

  it('takes a character the Song face lacks from Hei, and lists one that both lack', async () => {
    const sample = sampleSnapshot({ standards: 5, evidence: 2 });
    const enterprise = { ...sample.enterprise, legalRepresentative: '𠮷示例' };
    const pdf = readPdf(await render({ ...sample, enterprise }));
    expect(squeeze(pdf.text)).toContain('〓示例');
    expect(squeeze(pdf.text)).toContain('U+20BB7');
  });

  it('renders an empty enterprise: every part is there and says that it is empty', async () => {
    const sample = sampleSnapshot({ standards: 0, evidence: 0 });
    const pdf = readPdf(
      await render({
        ...sample,
        system: {
          diagrams: [],
          list: { columns: ['number', 'title'], groups: [] },
          statistics: [],
          compilationNotes: [],
        },
        scoring: [],
        laws: [],
        corrections: [],
        selfDeclarations: [],
        declarations: [],
        signatures: [],
        result: { ...sample.result, grade: null, route: null, gaps: [], isProvisional: false },
        scheme: { ...sample.scheme, supersededBy: null },
      }),
    );
    expect(squeeze(pdf.text)).toContain('尚未达到方案规定的任何等级');
    expect(squeeze(pdf.text)).toContain('尚未登记标准');
    expect(pdf.text).not.toContain('预评（参考）');
    expect(pdf.text).not.toContain('代替。');
  });

  it('splits a row taller than a page and loses nothing of it', async () => {
    const sample = sampleSnapshot({ standards: 5, evidence: 2 });
    const [first] = sample.corrections;
    if (!first) throw new Error('the sample has corrections');
    const finding = Array.from({ length: 900 }, (_, index) => `第${index}处；`).join('');
    const pdf = readPdf(await render({ ...sample, corrections: [{ ...first, finding }] }));
    const text = squeeze(pdf.text);
    for (const index of [0, 450, 899]) expect(text).toContain(`第${index}处`);
  });

  it('gives the same bytes in another process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
    try {
      const first = await inAnotherProcess(folder);
      const { sampleDigest } = await import('./testing/print-dossier');
      expect(first).toBe(await sampleDigest(40));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Bundles the library and renders the sample in a process of its own; returns the PDF's SHA-256. */
const inAnotherProcess = async (folder: string): Promise<string> => {
  const { build } = await import('esbuild');
  const root = join(__dirname, '../../..');
  const file = join(folder, 'print.cjs');
  const { outputFiles } = await build({
    stdin: {
      contents: `import { sampleDigest } from './testing/print-dossier'; sampleDigest(40).then((digest) => process.stdout.write(digest));`,
      resolveDir: __dirname,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['pdfkit', 'fontkit', 'qrcode', '@cantoo/pdf-lib'],
    tsconfig: join(root, 'tsconfig.base.json'),
    logLevel: 'error',
  });
  writeFileSync(file, outputFiles[0]?.text ?? '');
  return execFileSync(process.execPath, [file], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
  });
};
