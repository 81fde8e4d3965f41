import { headName, type RunningHeads } from '../pdf/running-heads';
import type { DossierSnapshot } from '../snapshot';
import { provisionalMark, provisionalSentence, supersededSentence } from './notices';

/** What stands above and below the text of the dossier's pages. */
export const dossierHeads = (snapshot: DossierSnapshot): RunningHeads => {
  const { document, enterprise, result } = snapshot;
  const marks = [document.isSample ? '示例' : '', result.isProvisional ? provisionalMark : ''];
  return {
    left: headName(enterprise.name, enterprise.shortName),
    right: `标准化良好行为企业${document.kindWord}`,
    mark: marks.filter((text) => text !== '').join('　'),
    sentence: provisionalSentence(snapshot) + supersededSentence(snapshot),
    footLeft: `验证码 ${document.code}`,
    footRight: `第 ${document.number} 版　${document.date}`,
  };
};
