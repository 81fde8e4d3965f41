import { LIST_COLUMNS } from '@liangxing/dossier';
import { contentOf, type DocumentMaterial } from './document-material';
import type { SystemDocumentsDto } from './system-documents.dto';

/** List, statistics and notes as the screens show them: the answer as bytes of JSON. */
export function showSystemDocuments(material: DocumentMaterial): Uint8Array {
  const { settings, owner } = material;
  const { list, statistics, points } = contentOf(material);
  const answer = {
    version: settings.version,
    diagramMode: settings.diagramMode,
    managementSystems: owner.managementSystems,
    columns: LIST_COLUMNS.map((column) => ({
      ...column,
      isShown: list.columns.includes(column.id),
    })),
    list: list.groups,
    statistics,
    notes: points,
  };
  answer satisfies Shown<SystemDocumentsDto>;
  return Buffer.from(JSON.stringify(answer));
}

/** What JSON is written from may be unchangeable. */
type Shown<Value> = Value extends object
  ? { readonly [Key in keyof Value]: Shown<Value[Key]> }
  : Value;
