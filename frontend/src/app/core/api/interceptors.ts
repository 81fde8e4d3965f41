import {
  HttpErrorResponse,
  type HttpInterceptorFn,
  HttpXsrfTokenExtractor,
} from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { problemOf } from '../errors/problem';
import { LanguageService } from '../i18n/language.service';
import { Reauthentication, WITHOUT_REAUTHENTICATION } from './reauthentication';

/** Asks for the server's words in the language of the page. */
export const askInLanguage: HttpInterceptorFn = (request, next) => {
  const language = inject(LanguageService).current();
  return next(request.clone({ setHeaders: { 'Accept-Language': language } }));
};

/** Every failure reaches its caller as a `Problem`. */
export const failAsProblem: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    catchError((error: unknown) => {
      // Where a file was asked for, the words of the refusal come as one.
      const isFile = error instanceof HttpErrorResponse && error.error instanceof Blob;
      if (!isFile) return throwError(() => problemOf(error));
      const { error: words, headers, status, statusText, url } = error;
      return from((words as Blob).text()).pipe(
        switchMap((text) => {
          const told = { error: text, headers, status, statusText, url: url ?? '' };
          return throwError(() => problemOf(new HttpErrorResponse(told)));
        }),
      );
    }),
  );

/** An ended session asks for the password once and sends the request again. */
export const signInAgain: HttpInterceptorFn = (request, next) => {
  const reauthentication = inject(Reauthentication);
  const token = inject(HttpXsrfTokenExtractor);
  return next(request).pipe(
    catchError((error: unknown) => {
      const isEnded = error instanceof HttpErrorResponse && error.status === 401;
      const isMeant = reauthentication.isSignedOut || request.context.get(WITHOUT_REAUTHENTICATION);
      if (!isEnded || isMeant) return throwError(() => error);
      return reauthentication.again().pipe(
        switchMap(() => {
          // The new session has a new token; the header was set before this interceptor ran.
          const value = token.getToken();
          return next(
            value && request.method !== 'GET'
              ? request.clone({ setHeaders: { 'X-XSRF-TOKEN': value } })
              : request,
          );
        }),
      );
    }),
  );
};
