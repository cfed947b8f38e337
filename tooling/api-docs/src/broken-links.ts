import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * The links of a site of plain files that lead nowhere: to files that are not there, to parts of pages that are not
 * there. Links to other hosts are not followed.
 *
 * @param folder with the site
 * @param allowed links that lead out of it
 * @param basePath of the site on its host, as `/lenet`: with it begin the links from the root of the host
 * @returns such as `modules/a.html: ../classes/B.html#c`
 */
export function brokenLinks(folder: string, allowed: readonly string[] = [], basePath = ''): string[] {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  const identifiers = new Map<string, Set<string>>();
  const identifiersOf = (path: string) => {
    const known = identifiers.get(path);
    if (known) return known;
    const found = new Set(
      [...readFileSync(path, 'utf8').matchAll(/ id="([^"]*)"/g)].map(([, id]) => decode(id)),
    );
    identifiers.set(path, found);
    return found;
  };
  return pages.flatMap((page) => {
    const path = join(folder, page);
    const links = [...readFileSync(path, 'utf8').matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link]) =>
      decode(link),
    );
    return [...new Set(links)]
      .filter((link) => !/^([a-z]+:|\/\/)/.test(link) && !allowed.includes(link))
      .filter((link) => {
        const [file, identifier = ''] = link.split('#');
        const place = decodeURIComponent(file.split('?')[0]);
        const fromRoot = place.startsWith(`${basePath}/`) ? place.slice(basePath.length) : undefined;
        const from = fromRoot === undefined ? dirname(path) : folder;
        const target = fileOf(file === '' ? path : join(from, fromRoot ?? place));
        if (target === undefined || relative(folder, target).startsWith('..')) return true;
        return (
          identifier !== '' &&
          target.endsWith('.html') &&
          !identifiersOf(target).has(decodeURIComponent(identifier))
        );
      })
      .map((link) => `${page.split(sep).join('/')}: ${link}`);
  });
}

function fileOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  if (statSync(path).isFile()) return path;
  return fileOf(join(path, 'index.html'));
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
