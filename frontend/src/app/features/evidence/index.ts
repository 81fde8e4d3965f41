export { type LibraryFile, knownEvidence } from './evidence';
export { EvidenceDrop } from './evidence-drop';
export { EvidencePicker } from './evidence-picker';
export { evidenceTexts } from './evidence-texts';
