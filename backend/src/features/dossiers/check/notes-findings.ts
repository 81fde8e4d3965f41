import { compilationNotesOf } from '../../systems/content';
import type { DossierMaterial } from '../dossier-material';
import { systemMaterial } from '../snapshot/system-material';
import { finding, type DossierFinding } from './finding';

/** Points of 编制说明 that are drafts of the program still: nobody has read them. */
export function notesFindings(material: DossierMaterial): DossierFinding[] {
  // Without standards the notes are left out.
  if (material.standards.length === 0) return [];
  const open = compilationNotesOf(systemMaterial(material)).filter(
    ({ state }) => state !== 'confirmed',
  );
  const [first] = open;
  if (first === undefined) return [];
  const params = {
    count: open.length,
    first: first.title['zh-CN'],
    'first:en': first.title.en ?? first.title['zh-CN'],
  };
  const place = { field: `system.notes.${first.id}` };
  // Only a system of the enterprise's own keeps notes that somebody can confirm.
  const code = material.system === null ? 'notes_drafted' : 'notes_unconfirmed';
  return [finding(code, params, place)];
}
