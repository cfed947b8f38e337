import { expect, test } from 'vitest';
import { drawRing } from './draw';
import { openPage } from './open-page';
import { useSite } from './site';

const site = useSite({
  headers: {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  },
});

test.each(['engine', 'wasm', 'cpu'])(
  'where the host isolates the page, %s reads from the first visit',
  async (backend) => {
    const { page, complaints } = await openPage(site.browser, site.address, {
      query: `?backend=${backend}&model=lenet-report`,
    });
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await drawRing(page)).toMatchObject({ digit: '0', backend });
    expect(complaints).toEqual([]);
  },
  120_000,
);
