// The forward convolutions work on two filters at once and read one weight of each: the filters are copied
// into that order whenever they have changed.
//
//   filters 1 [6][ky, kx]            ->  packed 1 [3 pairs][ky, kx][2]
//   filters 2 [16][ky][kx][map]      ->  packed 2 [8 pairs][map][ky, kx][2]
import { FILTERS_1, FILTERS_2, PACKED_1, PACKED_2, WEIGHTS } from './memory-map';

export function packFilters(): void {
  for (let filter: usize = 0; filter < 6; filter++) {
    const from = WEIGHTS + FILTERS_1 + filter * 100;
    const to = PACKED_1 + (filter >> 1) * 200 + (filter & 1) * 4;
    for (let k: usize = 0; k < 25; k++) store<f32>(to + k * 8, load<f32>(from + k * 4));
  }
  for (let filter: usize = 0; filter < 16; filter++) {
    const to = PACKED_2 + (filter >> 1) * 1200 + (filter & 1) * 4;
    for (let ky: usize = 0; ky < 5; ky++) {
      const from = WEIGHTS + FILTERS_2 + (filter * 5 + ky) * 128;
      for (let kx: usize = 0; kx < 5; kx++) {
        for (let map: usize = 0; map < 6; map++) {
          store<f32>(to + (map * 25 + ky * 5 + kx) * 8, load<f32>(from + (kx * 6 + map) * 4));
        }
      }
    }
  }
}
