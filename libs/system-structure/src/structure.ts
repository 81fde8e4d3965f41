import type { StandardLevel } from '@liangxing/standard-number';

export interface BilingualText {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** `verified`: read in a public source; `house`: knowledge of the field, to be adapted by the enterprise. */
export type NodeProvenance = 'verified' | 'house';

/** A place in the standard system: body (level 1), sub-system (level 2), leaf (level 3 and deeper). */
export interface StructureNode {
  /** Carries the path: `J02`, `CP3.2`; unique in its structure. */
  readonly code: string;
  readonly name: BilingualText;
  readonly level: number;
  /** Code of the parent; absent at level 1. */
  readonly parent?: string;
  /** Position among its siblings, from 1. */
  readonly order: number;
  /** What a complete system holds here, in one sentence. */
  readonly purpose: BilingualText;
  /** Other names met in the field's registers. */
  readonly aliases?: readonly string[];
  readonly provenance: NodeProvenance;
}

export type StructureTemplateId = 'gb-t-15496-2003' | 'gb-t-15496-2017';

/** The template of a form that a scheme names: GB/T 15496 of that year. */
export const templateOfForm = (form: '2003' | '2017'): StructureTemplateId => `gb-t-15496-${form}`;

/** A standard system as a tree: a template, or an enterprise's own structure made from one. */
export interface StructureTree {
  readonly id: string;
  readonly name: BilingualText;
  /** Parents before children, siblings in order. */
  readonly nodes: readonly StructureNode[];
  /** Letters used by enterprises → letters of this structure: `JS` → `J`. */
  readonly codeSynonyms: Readonly<Record<string, string>>;
}

export interface StructureTemplate extends StructureTree {
  readonly id: StructureTemplateId;
  /** Numbers of the standards that the structure follows. */
  readonly basis: readonly string[];
}

/** Rows of the second block of the 统计表. */
export type StandardKind =
  'basic' | 'method' | 'product' | 'component' | 'material' | 'safety' | 'other';

export const STANDARD_KINDS = [
  'basic',
  'method',
  'product',
  'component',
  'material',
  'safety',
  'other',
] as const satisfies readonly StandardKind[];

export const STANDARD_KIND_NAMES: Readonly<Record<StandardKind, BilingualText>> = {
  basic: { 'zh-CN': '基础标准', en: 'Basic' },
  method: { 'zh-CN': '方法标准', en: 'Methods' },
  product: { 'zh-CN': '产品、过程、服务标准', en: 'Products, processes, services' },
  component: { 'zh-CN': '零部件、元器件标准', en: 'Parts and components' },
  material: { 'zh-CN': '原材料标准', en: 'Raw materials' },
  safety: { 'zh-CN': '安全、卫生、环保标准', en: 'Safety, health, environment' },
  other: { 'zh-CN': '其他', en: 'Other' },
};

/** `other`: documents without the number of a standard; they are of no level. */
export type ListedLevel = StandardLevel | 'other';

/** A row of the 明细表 as far as structure and statistics need it. */
export interface ListedStandard {
  /** As printed: `GB/T 19001-2016`. */
  readonly number: string;
  readonly title: string;
  readonly level: ListedLevel;
  readonly kind?: StandardKind | undefined;
  /** Codes of its places, the main one first; empty: not placed yet. */
  readonly nodes: readonly string[];
  /** 拟制定: should exist, does not yet. */
  readonly isPlanned: boolean;
  /** Replaced or withdrawn: still listed, neither existing nor expected. */
  readonly isOutOfForce?: boolean;
  /** An essential document that no entry stands for and nobody declared unnecessary: expected, in no list. */
  readonly isMissing?: boolean;
}
