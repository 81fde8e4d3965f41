import type { ErrorText } from './error-codes';

const text = (status: number, zh: string, en: string, mendZh: string, mendEn: string) =>
  ({ status, title: { zh, en }, mend: { zh: mendZh, en: mendEn } }) satisfies ErrorText;

/** The library of evidence (证实材料). */
export const evidenceErrors = {
  evidence_exists: text(
    409,
    '材料库中已有内容相同的文件“{title}”',
    'The library already has this very file: “{title}”',
    '可以直接选用已有材料；确需分开保存时，再另存一份。',
    'Use the one that is there; upload a second copy only where you need it apart.',
  ),
  evidence_in_use: text(
    409,
    '该证实材料正在使用，不能删除',
    'This evidence is in use; it cannot be deleted',
    '它用于 {count} 处；请先从这些项目、措施或标准取下，再删除。',
    'It serves {count} places; detach it from those items, actions or standards first.',
  ),
  evidence_in_dossier: text(
    409,
    '该证实材料已列入申请材料，不能删除',
    'A dossier lists this evidence; it cannot be deleted',
    '第 {numbers} 版申请材料列有该文件，须随材料留存；不再使用时，可从项目、措施或标准取下。',
    'Version {numbers} of the dossier lists it and it is kept with it; detach it from items, actions or standards instead.',
  ),
} as const;
