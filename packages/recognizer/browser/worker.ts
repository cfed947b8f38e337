import { readPictures } from './read-pictures.ts';

postMessage(await readPictures());
