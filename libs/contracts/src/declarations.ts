/** What an enterprise declares in an application, in printed order. */
export const DECLARATION_IDS = ['accidents', 'inspections', 'credit', 'truth'] as const;
export type DeclarationId = (typeof DECLARATION_IDS)[number];

/**
 * What a person has confirmed for one declaration. `holds`: the usual words are true. Otherwise `text` says what there
 * was, in the enterprise's own words. A declaration that is not in the list has not been confirmed.
 */
export interface ConfirmedDeclaration {
  readonly id: DeclarationId;
  readonly holds: boolean;
  readonly text: string;
}

interface Wording {
  readonly title: string;
  /** After the name of the enterprise. */
  readonly usual: string;
}

const wordings: Readonly<Record<DeclarationId, Wording>> = {
  accidents: {
    title: '三年内无重大事故声明',
    usual:
      '声明：自本声明签署之日起前三年内，未发生重大产品质量、安全生产、职业健康和环境污染事故，未因上述原因被主管部门通报、处罚或者曝光。',
  },
  inspections: {
    title: '产品质量监督抽查情况声明',
    usual: '声明：近两年内，本企业产品在各级质量监督抽查中没有不合格记录。',
  },
  credit: {
    title: '信用情况声明',
    usual: '声明：本企业依法经营，未被列入严重违法失信名单。',
  },
  truth: {
    title: '材料真实性承诺',
    usual:
      '承诺：申请材料及所附证实材料真实、完整，自我评价依照所列评价方案如实进行；如有虚假，愿承担相应责任。',
  },
};

/** What is declared otherwise is no declaration of absence. */
const otherwiseTitles: Partial<Record<DeclarationId, string>> = {
  accidents: '三年内事故情况说明',
  inspections: '产品质量监督抽查情况说明',
  credit: '信用情况说明',
};

export const declarationTitle = (id: DeclarationId): string => wordings[id].title;

/** The usual words: the declaration as most enterprises sign it. */
export const usualDeclaration = (id: DeclarationId, enterpriseName: string): string =>
  `${enterpriseName || '本企业'}${wordings[id].usual}`;

/** A declaration as it is printed; one that nobody has confirmed says so in its title. */
export function printedDeclaration(
  id: DeclarationId,
  confirmed: ConfirmedDeclaration | undefined,
  enterpriseName: string,
): { readonly title: string; readonly text: string } {
  if (confirmed?.holds === false) {
    const title = otherwiseTitles[id] ?? wordings[id].title;
    return { title, text: `${enterpriseName || '本企业'}说明：${confirmed.text}` };
  }
  const mark = confirmed === undefined ? '（待确认）' : '';
  return { title: `${wordings[id].title}${mark}`, text: usualDeclaration(id, enterpriseName) };
}
