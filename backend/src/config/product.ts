// eslint-disable-next-line @nx/enforce-module-boundaries -- the version stands in the workspace's own package
import { version } from '../../../package.json';

/** Version of the product, taken from its package when it is built. */
export const PRODUCT_VERSION: string = version;
