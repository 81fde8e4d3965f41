import { HttpClient } from '@angular/common/http';
import {
  type ComponentRef,
  DestroyRef,
  Directive,
  ElementRef,
  ViewContainerRef,
  inject,
  signal,
} from '@angular/core';
import { EMPTY, type Observable, type Subscription, defer, map } from 'rxjs';
import { Notices } from '../errors/notices';
import { newCorrelationId } from '../work/correlation-id';
import { WorkPlace } from '../work/work-place';
import { type DownloadState, type FetchedFile, downloadStates } from './download-states';
import { DownloadStatus } from './download-status';
import { fetchedFile } from './fetched-file';
import { saveFile } from './save-file';

/**
 * A link to a file that the server makes: it is fetched in place, so that waiting, giving up and failing are said beside
 * the link. Opened in another way (another tab, a saved address) it stays an ordinary link.
 */
@Directive({
  selector: 'a[lxDownload]',
  host: { '(click)': 'follow($event)', '[attr.aria-busy]': 'isBusy() || null' },
})
export class DownloadLink {
  private readonly http = inject(HttpClient);
  private readonly places = inject(WorkPlace);
  private readonly notices = inject(Notices);
  private readonly link = inject<ElementRef<HTMLAnchorElement>>(ElementRef).nativeElement;
  private readonly beside = inject(ViewContainerRef);
  private status: ComponentRef<DownloadStatus> | undefined;
  private fetching: Subscription | undefined;
  private isGone = false;

  protected readonly isBusy = signal(false);

  constructor() {
    // The file still arrives where the person has gone on to another page.
    inject(DestroyRef).onDestroy(() => (this.isGone = true));
  }

  protected follow(event: MouseEvent): void {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!isPlain || event.button !== 0) return;
    event.preventDefault();
    if (this.isBusy()) return;
    this.end();
    this.isBusy.set(true);
    const correlationId = newCorrelationId();
    const place = this.places.of(correlationId);
    const ports = {
      file: this.file(this.link.href, correlationId),
      place: defer(() => (this.isGone ? EMPTY : place)),
    };
    this.fetching = downloadStates(ports).subscribe((state) => this.show(state));
  }

  private file(url: string, correlationId: string): Observable<FetchedFile> {
    const headers = { 'X-Correlation-Id': correlationId };
    const name = new URL(url).pathname.split('/').at(-1) ?? '';
    return this.http
      .get(url, { headers, observe: 'response', responseType: 'blob' })
      .pipe(map((answer) => fetchedFile(answer, name)));
  }

  private show(state: DownloadState): void {
    if (state.kind === 'done') {
      saveFile(state.file);
      this.end();
      return;
    }
    if (state.kind === 'failed') this.isBusy.set(false);
    if (this.isGone) {
      if (state.kind === 'failed') this.notices.failed(state.error);
      return;
    }
    if (this.status === undefined) {
      this.status = this.beside.createComponent(DownloadStatus);
      this.status.instance.closed.subscribe(() => this.end());
    }
    this.status.setInput('state', state);
  }

  /** Gives up what is still fetched, and says nothing more. */
  private end(): void {
    this.fetching?.unsubscribe();
    this.isBusy.set(false);
    const element = this.status?.location.nativeElement as HTMLElement | undefined;
    const hadFocus = element?.contains(document.activeElement) ?? false;
    this.status?.destroy();
    this.status = undefined;
    if (hadFocus) this.link.focus();
  }
}
