import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { join } from 'node:path';

/**
 * Files whose name holds their hash never change. The bundler writes hashes in capitals or in base64url; a capital or
 * digit tells a hash from a word of eight letters.
 */
const hashedName = /[-.](?=[a-z_-]{0,7}[A-Z\d])[\w-]{8}\.(?:js|css|woff2?|svg|png)$/;

/** Serves the built front end; a path that is no file is one of its own routes and gets the start page. */
export function serveWebRoot(app: NestExpressApplication, webRoot: string): void {
  if (webRoot === '') return;
  const files = express.static(webRoot, {
    index: false,
    redirect: false,
    setHeaders: (response, path) => {
      const isHashed = hashedName.test(path);
      response.setHeader(
        'Cache-Control',
        isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  // A request to the API is never a file: it must not wait for the disk to say so.
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.path.startsWith('/api/')) next();
    else files(request, response, next);
  });
  const startPage = join(webRoot, 'index.html');
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage = request.method === 'GET' && request.accepts('html') !== false;
    const isRoute = !request.path.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(request.path);
    if (!isPage || !isRoute) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(startPage);
  });
}
