import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { ServerPage } from './server-page.ts';

hydrateRoot(document.querySelector('#app') as Element, createElement(ServerPage));
