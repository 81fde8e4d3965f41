import { preset } from '../../jest.preset.mjs';

export default preset('spreadsheet', import.meta.dirname);
