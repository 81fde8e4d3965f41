import { preset } from '../jest.preset.mjs';

/** What needs no browser: the logic beside the components. Screens are tested in e2e/. */
export default preset('frontend', import.meta.dirname);
