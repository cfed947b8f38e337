import type { Browser, Page } from 'playwright-core';

/**
 * Does something and measures the tasks of the page's main thread meanwhile, by the time that its processor spent on
 * them: other programs of a busy machine do not count.
 *
 * @returns durations in ms, the longest first
 */
export async function mainThreadTasks(
  browser: Browser,
  page: Page,
  action: () => Promise<void>,
): Promise<number[]> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await action();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as {
    traceEvents: { name: string; pid: number; tid: number; tdur?: number; args?: { name?: string } }[];
  };
  const threads = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  return traceEvents
    .filter(
      ({ name, pid, tid }) =>
        /RunTask$/.test(name) && threads.some((thread) => thread.pid === pid && thread.tid === tid),
    )
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((one, other) => other - one);
}
