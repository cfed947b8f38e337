// Where everything lies in memory, behind what all modules have (shared/request.ts):
//
//          weights, first moments, second moments, gradients     one row of parameters each
//          packed filters and transposed dense weights           remade behind each update
//          filter gradients                                      one for each shard
//          scratch                                               one for each thread
//          FREE: training set, then the arrays of the batch      placed by TypeScript, memory grows for them
//
// All sizes and offsets are in bytes; all numbers are float32 where nothing else is said.
import { CHUNK, MODULE, SHARDS } from '../shared/request';

/** Pieces into which the update of the weights is cut: 8 of dense 1, 4 of dense 2, the rest, the filters. */
export const UNITS: usize = 14;

// A row of parameters. Filters have their inputs side by side, padded to whole vectors.
//   filters 1   [6][25]       of 5x5                             padded to 160 numbers
//   filters 2   [16][5][32]   of 5 rows, each [5 columns][6 maps] and 2 zeros
//   dense 1     [256][120]    inputs in the order [16 maps][4][4]
//   dense 2     [120][88]     84 outputs and 4 zeros
//   dense 3     [84][16]      10 outputs and 6 zeros
export const FILTERS_1: usize = 0;
export const BIAS_1: usize = 640;
export const FILTERS_2: usize = 672;
export const BIAS_2: usize = 10912;
export const DENSE_1: usize = 10976;
export const DENSE_BIAS_1: usize = 133856;
export const DENSE_2: usize = 134336;
export const DENSE_BIAS_2: usize = 176576;
export const DENSE_3: usize = 176928;
export const DENSE_BIAS_3: usize = 182304;
export const PARAMETER_BYTES: usize = 182368;

// Bytes from one row of a dense matrix, or of the activations beside it, to the next.
export const ROW_256: usize = 1024;
export const ROW_120: usize = 480;
export const ROW_84: usize = 352;
export const ROW_10: usize = 64;

/** Bytes of a row of parameters: weights, first moments, second moments and gradients, behind each other. */
export const ROW: usize = 184320;

export const WEIGHTS: usize = MODULE;
export const GRADIENT: usize = WEIGHTS + 3 * ROW;

/** Filters 1 as [3 pairs of filters][25][2]. */
export const PACKED_1: usize = GRADIENT + ROW;
/** Filters 2 as [8 pairs of filters][6 maps][25][2]. */
export const PACKED_2: usize = PACKED_1 + 1024;
/** Dense 1 as [120][256], dense 2 as [88][120], dense 3 as [16][84 and 4 zeros]. */
export const TRANSPOSED_1: usize = PACKED_2 + 10240;
export const TRANSPOSED_2: usize = TRANSPOSED_1 + 122880;
export const TRANSPOSED_3: usize = TRANSPOSED_2 + 42496;

// The gradients of the filters by one shard.
//   sums 1   [6][32]      one filter: 5 rows of 4 columns, the fifth column of 4 rows, the corner, 3 unused,
//                         the bias, 3 unused
//   sums 2   [16][5][32]  as filters 2
//   bias 2   [16]
export const SUMS_1: usize = 0;
export const SUMS_2: usize = 768;
export const SUMS_BIAS_2: usize = 11008;
export const SUMS_BYTES: usize = 11264;
export const FILTER_SUMS: usize = TRANSPOSED_3 + 6144;

// The scratch of one thread, for CHUNK images.
//   image         [28][32]        rows of 28 pixels, 0 to 1
//   pooled 1      [12][12][6]     behind the first pooling; 128 bytes of slack
//   gradient of pooled 1          as pooled 1
//   winners 1     [6][12][12]     int32, see convolution-1.ts
//   winners 2     [16][4][4]      int32, see convolution-2.ts
//   gradient of pooled 2 [16][4][4]
// and for the image at hand:
//   columns       [28][16 even, 16 odd columns], later [28 columns][32 rows]
//   maps          [6][12][8 even, 8 odd columns]    pooled 1 once more
//   list          (uint32 where, float32 gradient) of each winner
export const IMAGE_BYTES: usize = 3584;
export const POOLED_1_BYTES: usize = 3584;
export const WINNERS_1_BYTES: usize = 3456;
export const POOLED_2_BYTES: usize = 1024;
export const IMAGES: usize = 0;
export const POOLED_1: usize = IMAGES + CHUNK * IMAGE_BYTES;
export const POOLED_1_GRADIENT: usize = POOLED_1 + CHUNK * POOLED_1_BYTES;
export const WINNERS_1: usize = POOLED_1_GRADIENT + CHUNK * POOLED_1_BYTES;
export const WINNERS_2: usize = WINNERS_1 + CHUNK * WINNERS_1_BYTES;
export const POOLED_2_GRADIENT: usize = WINNERS_2 + CHUNK * POOLED_2_BYTES;
export const COLUMNS: usize = POOLED_2_GRADIENT + CHUNK * POOLED_2_BYTES;
export const MAPS: usize = COLUMNS + 3648;
export const LIST: usize = MAPS + 4672;
export const SCRATCH_BYTES: usize = (LIST + 2048 + 4095) & ~4095;
export const SCRATCH: usize = (FILTER_SUMS + SHARDS * SUMS_BYTES + 4095) & ~4095;

export const FREE: usize = SCRATCH + SHARDS * SCRATCH_BYTES;
