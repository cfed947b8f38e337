// Any of our networks, with sizes given at run time: see program.ts for how a network is described, shard.ts for
// the way of an image through it and back, units.ts for what then happens to the weights.
export { BATCH_TABLE, CONTROL, MODULE, REQUEST, SHARDS, startOfShard } from '../shared/request';
export { classifyShard, explainImage, trainShard } from './shard';
export { copyUnit, gradientUnit, squaresUnit, updateUnit } from './units';
