// LeNet of the report, compiled: see memory-map.ts for where everything lies, shard.ts for the way of an
// image through the network and back, update-units.ts for what then happens to the weights.
export { BATCH_TABLE, CONTROL, MODULE, REQUEST, SHARDS, startOfShard } from '../shared/request';
export {
  BIAS_1,
  BIAS_2,
  DENSE_1,
  DENSE_2,
  DENSE_3,
  DENSE_BIAS_1,
  DENSE_BIAS_2,
  DENSE_BIAS_3,
  FILTERS_1,
  FILTERS_2,
  FREE,
  ROW,
  UNITS,
  WEIGHTS,
} from './memory-map';
export { classifyShard, trainShard } from './shard';
export { copyUnit, gradientUnit, squaresUnit, updateUnit } from './update-units';
