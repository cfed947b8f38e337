import { answer } from './answer.js';

const element = document.createElement('output');
document.body.append(element);
element.value = JSON.stringify(await answer());
element.dataset.done = '';
