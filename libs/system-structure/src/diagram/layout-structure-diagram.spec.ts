import fc from 'fast-check';
import {
  approximateTextWidth,
  countStandards,
  layoutStructureDiagram,
  layoutStructurePages,
  renderSceneSvg,
  STRUCTURE_TEMPLATES,
  type Scene,
  type SceneBox,
  type StructureNode,
  type StructureTree,
} from '../index';

const A4 = { width: 770, height: 510 };
const A3 = { width: 1110, height: 760 };

const MODES = ['function', 'integration', 'block'] as const;
const SYSTEMS = ['质量管理体系（GB/T 19001）', '环境管理体系', '自建体系'];

const overlap = (a: SceneBox, b: SceneBox): boolean =>
  a.x < b.x + b.w - 0.01 &&
  b.x < a.x + a.w - 0.01 &&
  a.y < b.y + b.h - 0.01 &&
  b.y < a.y + a.h - 0.01;

const inside = (a: SceneBox, b: SceneBox): boolean =>
  a.x >= b.x - 0.01 &&
  a.y >= b.y - 0.01 &&
  a.x + a.w <= b.x + b.w + 0.01 &&
  a.y + a.h <= b.y + b.h + 0.01;

function faultsOf(scene: Scene): string[] {
  const faults: string[] = [];
  const frame = scene.boxes.find((box) => box.style === 'frame');
  const boxes = scene.boxes.filter((box) => box.style !== 'frame' && box.style !== 'block');
  boxes.forEach((box, index) => {
    if (box.x < -0.01 || box.y < -0.01) faults.push(`before the edge: ${box.lines.join()}`);
    if (box.x + box.w > scene.width + 0.01 || box.y + box.h > scene.height + 0.01) {
      faults.push(`over the edge: ${box.lines.join()}`);
    }
    const isFramed = box.style !== 'driver';
    if (frame !== undefined && isFramed && !inside(box, frame))
      faults.push(`outside: ${box.lines.join()}`);
    for (const other of boxes.slice(index + 1)) {
      if (overlap(box, other)) faults.push(`${box.lines.join()} over ${other.lines.join()}`);
    }
  });
  return faults;
}

const treeArbitrary: fc.Arbitrary<StructureTree> = fc
  .array(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 0, max: 9 })), {
      maxLength: 20,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((bodies) => {
    const nodes: StructureNode[] = [];
    const text = { 'zh-CN': '', en: '' };
    const push = (code: string, level: number, order: number, length: number, parent?: string) =>
      nodes.push({
        code,
        level,
        order,
        name: { 'zh-CN': '标'.repeat(length), en: 'Name '.repeat(length) },
        purpose: text,
        provenance: 'house',
        ...(parent === undefined ? {} : { parent }),
      });
    bodies.forEach((subsystems, b) => {
      const body = 'ABCD'.charAt(b);
      push(body, 1, b + 1, 6);
      subsystems.forEach(([length, leaves], s) => {
        push(`${body}${s + 1}`, 2, s + 1, length, body);
        for (let leaf = 1; leaf <= leaves; leaf += 1) {
          push(`${body}${s + 1}.${leaf}`, 3, leaf, length, `${body}${s + 1}`);
        }
      });
    });
    return { id: 'made', name: text, nodes, codeSynonyms: {} };
  });

describe('structure diagram', () => {
  it('never lets boxes overlap nor leave the frame, whatever the structure and the width', () => {
    fc.assert(
      fc.property(
        treeArbitrary,
        fc.integer({ min: 100, max: 1600 }),
        fc.integer({ min: 5, max: 14 }),
        fc.boolean(),
        fc.constantFrom(...MODES),
        (tree, width, fontSize, isEnglish, mode) => {
          const counts = countStandards(tree, []);
          const language = isEnglish ? ('en' as const) : ('zh-CN' as const);
          const options = { width, fontSize, language, mode, managementSystems: SYSTEMS };
          expect(faultsOf(layoutStructureDiagram(tree, counts, options))).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each(
    Object.values(STRUCTURE_TEMPLATES).flatMap((tree) =>
      (['function', 'block'] as const).map((mode) => ({ id: tree.id, mode, tree })),
    ),
  )('shows every node of $id exactly once in $mode mode', ({ tree, mode }) => {
    const scene = layoutStructureDiagram(tree, undefined, { width: A3.width, mode });
    const words = scene.boxes.flatMap((box) => box.lines).flatMap((line) => line.split(' '));
    for (const { code } of tree.nodes)
      expect(words.filter((word) => word === code)).toEqual([code]);
  });

  it('joins each management system to the sub-systems it draws on, and an unknown one to none', () => {
    const scene = layoutStructureDiagram(STRUCTURE_TEMPLATES['gb-t-15496-2003'], undefined, {
      width: 770,
      mode: 'integration',
      managementSystems: ['环境管理体系（GB/T 24001）', '自建体系'],
    });
    const dashed = scene.lines.filter((line) => line.dashed);
    const ends = dashed.map(({ points }) => {
      const [x, y] = points[0]!;
      const box = scene.boxes.find(
        ({ style, ...at }) =>
          style === 'subsystem' && x > at.x && x < at.x + at.w && Math.abs(at.y + at.h - y) < 0.01,
      );
      return box?.lines[1];
    });
    expect(ends).toEqual(['环境技术标准', '环境管理标准']);
    expect(scene.boxes.filter(({ lines }) => lines.includes('自建体系'))).toHaveLength(1);
  });

  it('sets the 15 and 18 sub-systems of 2003 side by side on one A3 page', () => {
    const [scene, ...more] = layoutStructurePages(
      STRUCTURE_TEMPLATES['gb-t-15496-2003'],
      undefined,
      A3,
    );
    const tops = scene?.boxes.filter((box) => box.style === 'subsystem').map((box) => box.y) ?? [];
    expect(more).toEqual([]);
    expect(tops).toHaveLength(36);
    // 工作标准体系 rests on the other two and stands below them.
    expect(new Set(tops).size).toBe(2);
  });

  it.each(Object.values(STRUCTURE_TEMPLATES))(
    'joins the bodies of $id by lines, the posts below the others',
    (template) => {
      const scene = layoutStructureDiagram(template, undefined, { width: 1120 });
      const heads = scene.boxes.filter(({ style }) => style === 'body');
      const ends = scene.lines.flatMap(({ points }) => points.slice(-1));
      for (const { x, y, w } of heads)
        expect(ends.some(([atX, atY]) => atY === y && Math.abs(atX - x - w / 2) < 0.01)).toBe(true);
      const [first, second, foot] = heads;
      expect(first?.y).toBe(second?.y);
      expect(foot?.y ?? 0).toBeGreaterThan(first?.y ?? 0);
      const words = scene.boxes.flatMap(({ lines }) => lines);
      expect(words).toContain(template.nodes.find(({ level }) => level === 2)?.name['zh-CN']);
    },
  );

  it.each(Object.values(STRUCTURE_TEMPLATES))(
    'fits each scene of $id on A4 landscape without shrinking it beyond reading',
    (tree) => {
      const scenes = layoutStructurePages(tree, countStandards(tree, []), A4);
      for (const scene of scenes) {
        expect(scene.width).toBeLessThanOrEqual(A4.width * 1.5);
        expect(scene.height * A4.width).toBeLessThanOrEqual(A4.height * scene.width);
        expect(faultsOf(scene)).toEqual([]);
      }
    },
  );

  it.each(MODES)('keeps every line of text within its box in %s mode', (mode) => {
    const tree = STRUCTURE_TEMPLATES['gb-t-15496-2017'];
    const scene = layoutStructureDiagram(tree, undefined, { width: A3.width, mode });
    for (const run of scene.texts) {
      const box = scene.boxes[run.box]!;
      const width = approximateTextWidth(run.text, run.size, run.isBold);
      const left = run.anchor === 'middle' ? run.x - width / 2 : run.x;
      expect(left).toBeGreaterThanOrEqual(box.x - 1);
      expect(left + width).toBeLessThanOrEqual(box.x + box.w + 1);
      expect(run.y).toBeLessThanOrEqual(box.y + box.h);
    }
  });

  it('draws one body alone and refuses a body that is not there', () => {
    const tree = STRUCTURE_TEMPLATES['gb-t-15496-2003'];
    const scene = layoutStructureDiagram(tree, undefined, { width: 770, body: 'Z' });
    expect(scene.boxes.filter((box) => box.style === 'body').map((box) => box.node)).toEqual(['Z']);
    expect(() => layoutStructureDiagram(tree, undefined, { width: 770, body: 'Q' })).toThrow(
      RangeError,
    );
  });

  it('escapes names in the SVG', () => {
    const tree: StructureTree = {
      ...STRUCTURE_TEMPLATES['gb-t-15496-2003'],
      nodes: [
        {
          code: 'A',
          level: 1,
          order: 1,
          name: { 'zh-CN': '<a>&"', en: 'x' },
          purpose: { 'zh-CN': '', en: '' },
          provenance: 'house',
        },
      ],
    };
    const svg = renderSceneSvg(layoutStructureDiagram(tree, undefined, { width: 400 }));
    expect(svg).toContain('&lt;a&gt;&amp;&quot;');
    expect(svg).not.toContain('<a>');
  });
});
