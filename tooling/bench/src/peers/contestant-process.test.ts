import { expect, test } from 'vitest';
import { startContestant } from './contestant-process.ts';

const fake = (script: string) => ({
  name: 'fake',
  program: process.execPath,
  args: ['-e', script],
  environment: { SPEED: '0.5' },
});

test('a contestant introduces itself, and answers once for each epoch', async () => {
  const contestant = await startContestant(
    fake(`
      const say = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
      say({ software: 'Fake 1.0', note: 'quick' });
      let epochs = 0;
      process.stdin.on('data', (data) => {
        if (String(data) !== 'epoch\\n') process.exit(9);
        say({ seconds: Number(process.env.SPEED), cpuSeconds: 1, loss: ++epochs, peakBytes: null });
      });
    `),
  );
  expect(contestant).toMatchObject({ software: 'Fake 1.0', note: 'quick' });
  expect(await contestant.trainEpoch()).toEqual({ seconds: 0.5, cpuSeconds: 1, loss: 1, peakBytes: null });
  expect(await contestant.trainEpoch()).toEqual({ seconds: 0.5, cpuSeconds: 1, loss: 2, peakBytes: null });
  await contestant.end();
});

test('one that ends before it is ready says why', async () => {
  await expect(
    startContestant(fake('process.stderr.write("no such module\\n"); process.exitCode = 3;')),
  ).rejects.toThrow(
    new Error('Contestant "fake": expected a line of JSON, but it ended: exit code 3. no such module'),
  );
});

test('one that cannot be started says why', async () => {
  await expect(startContestant({ ...fake(''), program: 'no-such-program' })).rejects.toThrow(
    new Error('Contestant "fake": expected a line of JSON, but it ended: spawn no-such-program ENOENT.'),
  );
});

test('one that prints something else is stopped', async () => {
  await expect(
    startContestant(fake('process.stdout.write("hello\\n"); setInterval(() => {}, 1000);')),
  ).rejects.toThrow(new Error('Contestant "fake": expected a line of JSON, got "hello".'));
});
