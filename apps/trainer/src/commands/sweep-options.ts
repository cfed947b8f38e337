import { Option } from 'commander';
import { seedsOption } from '../sweep/seeds.js';
import { shardParser } from '../sweep/shard.js';

/** `--shard`, for every command that works on a sweep. */
export function shardOption(description: string): Option {
  return new Option('--shard <i/n>', description).argParser(shardParser);
}

/** Options of `lenet train` that make several runs of it. */
export function sweepOptions(): Option[] {
  return [
    new Option(
      '--seeds <seeds>',
      'train once with each of so many seeds, from --seed on, or with those listed, such as 3,7,11, and tell mean and spread: one run tells little, five tell whether a change is one',
    ).argParser(seedsOption),
    shardOption(
      'train only this share of the seeds, 1/4 is the first of four: several machines or jobs make one sweep in one folder',
    ),
  ];
}
