import type { Check, CheckResult, Finding } from './check.js';

/** Makes a check. One that throws, or takes longer than `timeoutMs`, is a bad finding and nothing more. */
export async function runCheck(check: Check, { timeoutMs }: { timeoutMs: number }): Promise<CheckResult> {
  const { find, ...described } = check;
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding>((resolve) => {
    timer = setTimeout(
      () => resolve({ status: 'bad', summary: `no answer within ${timeoutMs / 1000} s` }),
      timeoutMs,
    );
  });
  const finding = await Promise.race([found(find), late]);
  clearTimeout(timer);
  return { ...described, ...finding, milliseconds: Math.round(performance.now() - start) };
}

async function found(find: Check['find']): Promise<Finding> {
  try {
    return await find();
  } catch (error) {
    const { message, reason, remedy } = error as Error & { reason?: string; remedy?: string };
    return { status: 'bad', summary: reason ?? message ?? String(error), remedy };
  }
}
