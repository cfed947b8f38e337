import type { Drawing, Mark } from './mark';

const key = 'lenet-drawing';

/** The drawing of this session, that a reload and the other pages find again. */
export function loadDrawing(): Drawing {
  try {
    const marks = JSON.parse(sessionStorage.getItem(key) ?? '[]', (name, value) =>
      name === 'ink' ? Uint8Array.from(atob(value), (letter) => letter.charCodeAt(0)) : value,
    );
    return Array.isArray(marks) ? (marks as Mark[]) : [];
  } catch {
    // Storage is forbidden, or what it holds is not ours.
    return [];
  }
}

/** Keeps the drawing where the browser allows it. */
export function storeDrawing(drawing: Drawing): void {
  try {
    if (drawing.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(drawing, encodeInk));
  } catch {
    // Storage is forbidden or full: the drawing lasts as long as the page.
  }
}

function encodeInk(_: string, value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  let letters = '';
  for (const byte of value) letters += String.fromCharCode(byte);
  return btoa(letters);
}
