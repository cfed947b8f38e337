import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answerTo, shownAnswer } from './draw';
import { openPage } from './open-page';
import { useSite } from './site';
import { writeVideo } from './write-video';

const folder = mkdtempSync(join(tmpdir(), 'lenet-demo-camera-'));
afterAll(() => rmSync(folder, { recursive: true }));
const video = join(folder, 'three.y4m');
writeFileSync(video, writeVideo(3));

// What the camera sees is a sheet of paper with a three on it.
const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${video}`];
// Who is asked for leave says yes, or no.
const allowed = useSite({ browserOptions: [...camera, '--use-fake-ui-for-media-stream'] });
const forbidden = useSite({ browserOptions: [...camera, '--use-fake-ui-for-media-stream=deny'] });
const query = '?backend=engine';

test('a digit before the camera is read, and the camera is off afterwards', async () => {
  const { page, complaints } = await openPage(allowed.browser, allowed.address, { query });
  await page.evaluate(() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      (globalThis as { tracks?: MediaStreamTrack[] }).tracks = stream.getTracks();
      return stream;
    };
  });
  const trackStates = () =>
    page.evaluate(() =>
      (globalThis as { tracks?: MediaStreamTrack[] }).tracks!.map(({ readyState }) => readyState),
    );
  await page.getByRole('button', { name: 'Camera' }).click();
  const dialog = page.getByRole('dialog', { name: 'Camera' });
  const take = dialog.getByRole('button', { name: 'Take the picture' });
  await expect.poll(() => take.isEnabled()).toBe(true);
  expect(await trackStates()).toEqual(['live']);
  expect((await answerTo(page, () => take.click())).digit).toBe('3');
  expect(await dialog.count()).toBe(0);
  expect(await trackStates()).toEqual(['ended']);
  expect(complaints).toEqual([]);
}, 180_000);

test('a camera that is not allowed gets a message, and Escape closes it', async () => {
  const { page } = await openPage(forbidden.browser, forbidden.address, { query });
  await page.getByRole('button', { name: 'Camera' }).click();
  const dialog = page.getByRole('dialog', { name: 'Camera' });
  const alert = dialog.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toBe(
    'The camera cannot be used (Permission denied). Allow it in the browser, or upload a picture.',
  );
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect((await shownAnswer(page)).sequence).toBe('0');
}, 180_000);
