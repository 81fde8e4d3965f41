import type { TakenFile } from './files.repository';

interface Folder {
  readonly of: TakenFile['folder'] | 'excel' | 'json';
  readonly zh: string;
  readonly about: { readonly zh: string; readonly en: string };
}

/** Folders of an archive, in their order: one set of names, so that two exports can be compared. */
export const FOLDERS: readonly Folder[] = [
  {
    of: 'excel',
    zh: '表格Excel',
    about: {
      zh: '标准台账、体系表、自我评价、条件、台账记录、整改、草案、证实材料和申请材料清单、成员、操作记录',
      en: 'Register, systems, evaluations, conditions, records, actions, drafts, lists of evidence and dossiers, members, trail',
    },
  },
  {
    of: 'json',
    zh: '数据JSON',
    about: {
      zh: '每张数据表一个文件，内容完整，供其他软件读取',
      en: 'One file for each table, complete, for other programs',
    },
  },
  { of: 'evidence', zh: '证实材料', about: { zh: '证实材料的当前版本', en: 'Evidence as it is' } },
  {
    of: 'earlier',
    zh: '证实材料-历史版本',
    about: { zh: '证实材料的以前版本', en: 'Earlier revisions of evidence' },
  },
  {
    of: 'dossiers',
    zh: '申请材料',
    about: { zh: '已生成的申请材料（PDF）', en: 'Dossiers that were issued (PDF)' },
  },
  {
    of: 'drafts',
    zh: '标准草案-Word文件',
    about: {
      zh: '企业为标准草案上传的 Word 文件，名称后为版本号，字段未填入',
      en: 'Word files of drafts as they were uploaded, with the number of the version; fields not filled in',
    },
  },
  {
    of: 'templates',
    zh: '模板-Word文件',
    about: { zh: '模板的 Word 文件', en: 'Word files of templates' },
  },
  {
    of: 'application',
    zh: '开通申请文件',
    about: { zh: '申请开通单位时提交的文件', en: 'Documents of the application to the platform' },
  },
  {
    of: 'cases',
    zh: '评审案件',
    about: {
      zh: '企业提交评审的申请材料、证实材料，以及不符合项的现场照片',
      en: 'What enterprises handed in to be evaluated, and pictures of findings',
    },
  },
];

export function folderOf(of: Folder['of']): string {
  const found = FOLDERS.find((folder) => folder.of === of);
  if (found === undefined) throw new Error(`no folder of ${of}`);
  return found.zh;
}
