// LeNet of the report, compiled: see memory-map.ts for where everything lies, shard.ts for the way of an
// image through the network and back, update-units.ts for what then happens to the weights.
export { placeBatch } from './batch-arrays';
export {
  BATCH_TABLE,
  BIAS_1,
  BIAS_2,
  CONTROL,
  DENSE_1,
  DENSE_2,
  DENSE_3,
  DENSE_BIAS_1,
  DENSE_BIAS_2,
  DENSE_BIAS_3,
  FILTERS_1,
  FILTERS_2,
  FIRST_MOMENT,
  FREE,
  GRADIENT,
  PARAMETER_BYTES,
  REQUEST,
  SECOND_MOMENT,
  SHARDS,
  UNITS,
  WEIGHTS,
} from './memory-map';
export { classifyShard, startOfShard, trainShard } from './shard';
export { copyUnit, gradientUnit, squaresUnit, updateUnit } from './update-units';
