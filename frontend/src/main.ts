import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { dropStraySecondClicks } from './app/core/once/second-clicks';
import { composition } from './app/core/typing/composition';

// Before Angular, its forms and dialogs listen to anything.
composition.listen(window);
dropStraySecondClicks(window);

bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
