import type { BilingualText } from '../structure';

const text = (zh: string, en: string): BilingualText => ({ 'zh-CN': zh, en });

/** What is wrong and how to mend it; `{name}` stands for a parameter. */
const STRUCTURE_PROBLEM_TEXTS = {
  unknown_node: text(
    '体系中没有节点“{node}”。请刷新体系结构后重新选择。',
    'The system has no node "{node}". Reload the structure and choose again.',
  ),
  unknown_parent: text(
    '节点“{node}”的上级“{parent}”不存在。请改为已有节点，或先增加该上级节点。',
    'The parent "{parent}" of "{node}" does not exist. Name a node that exists, or add the parent first.',
  ),
  duplicate_key: text(
    '节点标识“{node}”重复。请为新节点换一个标识。',
    'The node key "{node}" is there twice. Give the new node another key.',
  ),
  duplicate_code: text(
    '编号“{code}”已用于“{other}”。请为“{node}”换一个编号，如“{free}”，或先对该子体系重新编号。',
    'The code "{code}" belongs to "{other}" already. Give "{node}" another code, such as "{free}", or renumber the sub-system first.',
  ),
  code_missing: text(
    '节点“{node}”没有编号。请填写编号。',
    'The node "{node}" has no code. Enter one.',
  ),
  code_too_long: text(
    '节点“{node}”的编号超过 {limit} 个字符。请缩短编号。',
    'The code of "{node}" has more than {limit} characters. Shorten it.',
  ),
  name_missing: text(
    '节点“{node}”没有名称。请填写名称。',
    'The node "{node}" has no name. Enter one.',
  ),
  cyclic_parent: text(
    '节点“{node}”不能放在自己的下级“{parent}”之下。请选择该分支以外的上级。',
    'The node "{node}" cannot stand below its own branch ("{parent}"). Choose a parent outside of that branch.',
  ),
  too_deep: text(
    '节点“{node}”位于第 {level} 层，标准体系最多 {limit} 层。请放到更高的层次，或合并层次。',
    'The node "{node}" would be at level {level}; a system has {limit} levels at most. Put it higher up, or merge levels.',
  ),
  bad_order: text(
    '节点“{node}”没有紧跟在其上级“{parent}”的分支中。请把上级放在下级之前、同一分支放在一起。',
    'The node "{node}" does not stand within the branch of its parent "{parent}". List parents before children and keep branches together.',
  ),
  bad_position: text(
    '位置“{position}”无效。请使用从 0 开始的整数。',
    'The position "{position}" is not valid. Use a whole number from 0.',
  ),
  reason_required: text(
    '裁剪“{node}”必须写明理由。请说明本企业为何不需要它。',
    'Trimming "{node}" needs a reason. Say why the enterprise does without it.',
  ),
  decision_reason_required: text(
    '“{expectation}”判定为不需要时必须写明理由。请补充理由。',
    'Saying that "{expectation}" is not needed takes a reason. Add the reason.',
  ),
  unknown_expectation: text(
    '没有预期项“{expectation}”。请刷新后重新选择。',
    'There is no expectation "{expectation}". Reload and choose again.',
  ),
  not_trimmable: text(
    '节点“{node}”是标准体系必备的，不能裁剪。如暂无标准，可保留为空。',
    'The node "{node}" belongs to every standard system and cannot be trimmed. It may stay empty.',
  ),
  not_trimmed: text(
    '节点“{node}”没有被裁剪，无需恢复。',
    'The node "{node}" is not trimmed; there is nothing to restore.',
  ),
  trimmed_node: text(
    '节点“{node}”已被裁剪。请先恢复它，或选择其他节点。',
    'The node "{node}" is trimmed. Restore it first, or choose another node.',
  ),
  template_node: text(
    '节点“{node}”来自模板，不能删除。不需要时请裁剪并写明理由。',
    'The node "{node}" comes from the template and cannot be removed. Trim it and give the reason.',
  ),
  has_standards: text(
    '“{node}”之下还有 {count} 项标准。请先把它们移到其他节点。',
    '{count} standards stand below "{node}". Move them to other nodes first.',
  ),
  place_twice: text(
    '标准“{standard}”在节点“{node}”中列了两次。请删去重复的一处。',
    'The standard "{standard}" is listed twice in "{node}". Take one of them away.',
  ),
  standard_twice: text(
    '标准“{standard}”列了两次。请把它的各个位置合并为一行，主位置在前。',
    'The standard "{standard}" is listed twice. Merge its places into one row, the main place first.',
  ),
  unknown_standard: text(
    '登记表中没有标准“{standard}”。它可能已被删除，请刷新。',
    'The register has no standard "{standard}". It may have been deleted; reload.',
  ),
  no_such_move: text(
    '不能从“{from}”转换到“{to}”。目前支持 2003 版结构转换到 2017 版结构。',
    'There is no move from "{from}" to "{to}". A system of the 2003 form can be moved to the 2017 form.',
  ),
  unknown_row: text(
    '转换预览中没有“{row}”这一行。请刷新预览后重新选择。',
    'The preview of the move has no row "{row}". Reload the preview and choose again.',
  ),
  too_many_nodes: text(
    '体系超过 {limit} 个节点。请合并过细的节点。',
    'The system has more than {limit} nodes. Merge nodes that are too fine.',
  ),
} as const satisfies Readonly<Record<string, BilingualText>>;

type StructureProblemCode = keyof typeof STRUCTURE_PROBLEM_TEXTS;
export type StructureProblemParams = Readonly<Record<string, string | number>>;

/** Fills the parameters into a text, those of the language first; an unknown one stays as it is. */
function fill(template: string, params: StructureProblemParams, language: string): string {
  return template.replaceAll(/\{(\w+)\}/gu, (whole, name: string) =>
    String(params[`${name}:${language}`] ?? params[name] ?? whole),
  );
}

/** A change or a document that would make no sound system. Nothing has been changed. */
export class StructureProblem extends Error {
  override readonly name = 'StructureProblem';
  /** What is wrong, where, and how to mend it. */
  readonly text: BilingualText;

  /** @param params among them `node`: "code name" of the node that is wrong; `key`: its key; `node:en`: in English */
  constructor(
    readonly code: StructureProblemCode,
    readonly params: StructureProblemParams = {},
  ) {
    const { 'zh-CN': zh, en } = STRUCTURE_PROBLEM_TEXTS[code];
    super(fill(en, params, 'en'));
    this.text = { 'zh-CN': fill(zh, params, 'zh-CN'), en: fill(en, params, 'en') };
  }
}
