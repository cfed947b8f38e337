// LeNet of the report for those who only classify: ../lenet without its way back, half as large, so that a page has
// less to load and to compile. It computes the same bits.

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
} from '../lenet/memory-map';
export { packFilters } from '../lenet/pack-filters';
export { classifyShard } from '../lenet/shard';
export { BATCH_TABLE, CONTROL, MODULE, REQUEST, SHARDS } from '../shared/request';
export { dequantize } from './dequantize';
