export { type LibraryFile, knownEvidence } from './evidence';
export { EvidenceDrop } from './evidence-drop';
export { FilePicker } from './file-picker';
