export { findChromium, launchChromium } from './launch-chromium.ts';
export { type Site, serveFolder } from './serve-folder.ts';
