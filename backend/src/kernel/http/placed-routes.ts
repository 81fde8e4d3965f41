import { ExpressAdapter } from '@nestjs/platform-express';
import { Router, type RequestHandler } from 'express';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** What one feature answers: `/api/sessions`, or, inside of an organization, `/api/organizations/:organizationId/standards`. */
const PLACE = /^\/api\/(?:organizations\/:organizationId\/)?[^/:*{]+/;

/**
 * Keeps the routes of each place in a router of its own. Express tries one route after the other; of the two hundred
 * that all begin with `/api/organizations/…` every request would try a hundred before its own.
 */
export class PlacedRoutes extends ExpressAdapter {
  private readonly routers = new Map<string, Router>();

  constructor() {
    super();
    for (const method of METHODS)
      Object.defineProperty(this, method, {
        value: (path: string, handler: RequestHandler) => {
          const place = placeOf(path);
          if (place === null) this.getInstance<Router>()[method](path, handler);
          else this.routerOf(place)[method](path.slice(place.length) || '/', handler);
        },
      });
  }

  private routerOf(place: string): Router {
    let router = this.routers.get(place);
    if (router === undefined) {
      router = Router({ mergeParams: true });
      this.routers.set(place, router);
      this.getInstance<Router>().use(place, router);
    }
    return router;
  }
}

/** Null for what is answered at the organization itself: its path begins every other one inside of it. */
function placeOf(path: string): string | null {
  const place = PLACE.exec(path)?.[0] ?? null;
  return place === '/api/organizations' ? null : place;
}
