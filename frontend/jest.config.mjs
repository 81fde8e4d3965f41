import { preset } from '../jest.preset.mjs';

/** Packages of ES modules that stores and what they stand on import. */
const esmOnly = ['@angular', '@jsverse', 'fast-check', 'pure-rand', 'idb'];

/** What needs no browser: the logic beside the components, and their stores. Screens are tested in e2e/. */
export default preset('frontend', import.meta.dirname, {
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
});
