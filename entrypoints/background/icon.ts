import browser from 'webextension-polyfill';
import { readSettings } from '../../platform/settings.ts';
import { translate } from '../../platform/translate.ts';
import { createIcons } from './icons.ts';

export const { changeIcons, startIcons, showSiteOff } = createIcons({ browser, readSettings, translate });
