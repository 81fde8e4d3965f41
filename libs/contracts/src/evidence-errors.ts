import { text } from './error-text';

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
  evidence_attached: text(
    409,
    '该证实材料已选作申请材料的附件，不能删除',
    'This evidence is attached to a dossier; it cannot be deleted',
    '请先在“申请材料—附件”中取下“{assessments}”所附的该文件，再删除。',
    'Detach it from the dossier of “{assessments}” on its page first.',
  ),
  attachment_unknown: text(
    422,
    '所选文件已不在证实材料库中',
    'A chosen file is no longer in the library of evidence',
    '请刷新页面，重新选择附件。',
    'Reload the page and choose again.',
  ),
  attachment_wrong_type: text(
    422,
    '“{file}”不能作为附件',
    '“{file}” cannot be attached',
    '附件须为 PDF、JPEG 或 PNG；Word、Excel 等文件请先另存为 PDF，再上传。',
    'Attach PDF, JPEG or PNG; save Word or Excel files as PDF and upload them first.',
  ),
  attachment_encrypted: text(
    422,
    '“{file}”已加密或设有权限口令，不能作为附件',
    '“{file}” is encrypted or protected by a password',
    '请用原来的软件取消口令和使用限制，另存后作为新版本上传。',
    'Remove password and restrictions in the program that made it, and upload the file as a new revision.',
  ),
  attachment_broken: text(
    422,
    '“{file}”已损坏或不完整，无法附入',
    '“{file}” is damaged or incomplete',
    '请在 PDF 或图片软件中打开，确认能正常显示后另存（或打印为 PDF），作为新版本上传。',
    'Open it in a viewer; if it shows, save it anew (or print it to PDF) and upload it as a new revision.',
  ),
  attachment_too_long: text(
    422,
    '“{file}”共 {pages} 页，附件合计最多 {limit} 页',
    '“{file}” has {pages} pages; attachments have at most {limit} together',
    '请只保留需要附上的页，作为新版本上传；全文可留在证实材料库中备查。',
    'Upload the pages that matter as a new revision; the whole file can stay in the library.',
  ),
  attachment_picture_too_large: text(
    422,
    '图片“{file}”过大，最多 {limit} 万像素',
    'The picture “{file}” is too large; at most {limit} × 10,000 pixels',
    '请缩小图片（A4 幅面 300 dpi 约 870 万像素）后，作为新版本上传。',
    'Make it smaller (A4 at 300 dpi has some 8.7 million pixels) and upload it as a new revision.',
  ),
  attachment_too_heavy: text(
    422,
    '“{file}”过于复杂，未能在限定时间内读完',
    '“{file}” is too complex to be read in time',
    '请打印为 PDF 或降低扫描分辨率后，作为新版本上传。',
    'Print it to PDF or scan it at a lower resolution, and upload it as a new revision.',
  ),
  attachment_changed: text(
    409,
    '附件“{file}”与冻结时的文件不一致',
    'The attached file “{file}” is not the one that was frozen',
    '存储中的文件缺失或已改变，请联系管理员从备份恢复后重试。',
    'It is missing in the store or was changed there; have the administrator restore it, then try again.',
  ),
} as const;
