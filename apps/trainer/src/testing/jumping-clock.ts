/**
 * An environment in which `Date` jumps, for Node but not for the file system.
 *
 * @param jump an expression for what is added to the time, in milliseconds
 */
export function jumpingClock(jump: string): Record<string, string> {
  const module = `data:text/javascript,const now = Date.now; const System = Date;
    Date.now = () => now() + ${jump};
    globalThis.Date = class extends System { constructor(...all) { super(...(all.length ? all : [Date.now()])); } };`;
  return { NODE_OPTIONS: `--import "${encodeURI(module).replaceAll('"', '%22')}"` };
}
