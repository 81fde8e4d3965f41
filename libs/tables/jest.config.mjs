import { preset } from '../../jest.preset.mjs';

export default preset('tables', import.meta.dirname);
