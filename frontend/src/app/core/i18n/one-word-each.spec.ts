import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(__dirname, '..', '..', '..', '..', '..');

/** Words that were replaced everywhere; each with what is said instead, and where it may stay. */
const retired: readonly { word: RegExp; instead: string }[] = [
  { word: /申报(材料|步骤)|评价机构/, instead: '申请材料、评价组织' },
  { word: /(?<!标准化)归口部门/, instead: '责任部门' },
  { word: /目前为|无等级/, instead: '目前未达等级' },
  { word: /有误未导入/, instead: '未导入 n 条（有误 a，重复 b）' },
  {
    word: /总体评价|主要优点|推荐意见|推荐等级|推荐授予|不推荐/,
    instead: '评价综述、值得肯定、评价组建议、建议等级、建议通过、建议不予通过',
  },
  { word: /\bMend\b/, instead: 'Fix' },
  { word: /\bTake off\b/, instead: 'Detach' },
  { word: /\{\{ ?seconds ?\}\}/, instead: 'waitingWords: 约 15 分钟后' },
];

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !/spec\.ts$|fixtures|generated/.test(file))
    .map((file) => join(folder, file));
}

/** What people read: dictionaries, what is printed, and the server's words. Comments are for us. */
const read = [
  ...filesBelow(join(root, 'frontend/src/app'), /i18n.(zh-CN|en)\.json$/),
  ...filesBelow(join(root, 'libs/dossier/src/parts'), /\.ts$/),
  ...filesBelow(join(root, 'libs/contracts/src'), /-(errors|codes|messages)\.ts$/),
  ...filesBelow(join(root, 'backend/src/features'), /-texts\.ts$/),
];

describe('one thing has one word', () => {
  it('is looked for where people read', () => {
    expect(read.length).toBeGreaterThan(50);
  });

  it.each(retired)('$instead, and nowhere $word', ({ word }) => {
    const found = read.filter((file) => {
      const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return word.test(text);
    });
    expect(found.map((file) => relative(root, file))).toEqual([]);
  });
});
