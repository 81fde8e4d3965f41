import type { HelmetOptions } from 'helmet';
import type { Config } from '../../config/config';

/**
 * Everything from our own origin. Styles may be inline because the component library sets them from code;
 * scripts may not. Workers and previews are made from blobs in the browser.
 */
export function contentSecurityPolicy(config: Pick<Config, 'isSecure'>): HelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: config.isSecure ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    // Elsewhere than on https and localhost browsers ignore it with a warning.
    originAgentCluster: config.isSecure,
    crossOriginOpenerPolicy: config.isSecure ? { policy: 'same-origin' } : false,
    referrerPolicy: { policy: 'same-origin' },
  };
}
