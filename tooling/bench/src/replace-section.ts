/**
 * Puts content between the markers of a section, `<!-- name: begin -->` and `<!-- name: end -->`. What
 * others wrote around them stays. A text without the section gets it at its end.
 *
 * @param content without empty lines at its ends
 * @throws Error when only one of the markers is there, or they are in the wrong order
 */
export function replaceSection(text: string, name: string, content: string): string {
  const begin = `<!-- ${name}: begin -->`;
  const end = `<!-- ${name}: end -->`;
  const first = text.indexOf(begin);
  const last = text.indexOf(end);
  const section = `${begin}\n\n${content}\n\n${end}`;
  if (first === -1 && last === -1) {
    const before = text.trimEnd();
    return `${before}${before === '' ? '' : '\n\n'}${section}\n`;
  }
  if (first === -1 || last < first) {
    throw new Error(`Section "${name}": expected "${begin}" and then "${end}". Put the markers right.`);
  }
  return text.slice(0, first) + section + text.slice(last + end.length);
}
