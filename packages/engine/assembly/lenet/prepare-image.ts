// From bytes to numbers: pixel / 255, twice.
//
//   image     [28][32]                   rows as they are, for the gradient of the filters
//   columns   [28][16 even, 16 odd]      for the convolution, which wants columns 2, 4, 6, 8 in one vector
//
//     bytes     p0  p1  p2  p3  p4  p5 ...                              p27
//     columns   p0  p2  p4 ... p26  (p24 p26)  |  p1  p3  p5 ... p27  (p25 p27)
//
// Division by 255 as in @lenet/core, to the last bit: pixel / 256 is exact, and with
// pixel * (1 / 255 - 1 / 256) added it rounds to pixel / 255 for each of the 256 values; two
// multiplications and one addition are several times faster than a division.

/**
 * @param bytes address of uint8 [28][28]
 * @param image address of the rows
 * @param columns address of the even and odd columns
 */
export function prepareImage(bytes: usize, image: usize, columns: usize): void {
  for (let row: usize = 0; row < 28; row++) {
    const first = v128.load(bytes); // pixels 0 to 15
    const last = v128.load(bytes, 12); // pixels 12 to 27
    const p0 = fraction(i16x8.extend_low_i8x16_u(first), false);
    const p4 = fraction(i16x8.extend_low_i8x16_u(first), true);
    const p8 = fraction(i16x8.extend_high_i8x16_u(first), false);
    const p12 = fraction(i16x8.extend_high_i8x16_u(first), true);
    const p16 = fraction(i16x8.extend_low_i8x16_u(last), true);
    const p20 = fraction(i16x8.extend_high_i8x16_u(last), false);
    const p24 = fraction(i16x8.extend_high_i8x16_u(last), true);

    if (TRAINS) {
      v128.store(image, p0);
      v128.store(image, p4, 16);
      v128.store(image, p8, 32);
      v128.store(image, p12, 48);
      v128.store(image, p16, 64);
      v128.store(image, p20, 80);
      v128.store(image, p24, 96);
    }

    v128.store(columns, v128.shuffle<i32>(p0, p4, 0, 2, 4, 6));
    v128.store(columns, v128.shuffle<i32>(p8, p12, 0, 2, 4, 6), 16);
    v128.store(columns, v128.shuffle<i32>(p16, p20, 0, 2, 4, 6), 32);
    v128.store(columns, v128.shuffle<i32>(p24, p24, 0, 2, 4, 6), 48);
    v128.store(columns, v128.shuffle<i32>(p0, p4, 1, 3, 5, 7), 64);
    v128.store(columns, v128.shuffle<i32>(p8, p12, 1, 3, 5, 7), 80);
    v128.store(columns, v128.shuffle<i32>(p16, p20, 1, 3, 5, 7), 96);
    v128.store(columns, v128.shuffle<i32>(p24, p24, 1, 3, 5, 7), 112);

    bytes += 28;
    image += 128;
    columns += 128;
  }
}

/** Four of eight grey levels, the lower or the upper ones, divided by 255. */
function fraction(levels: v128, upper: bool): v128 {
  const level = f32x4.convert_i32x4_s(
    upper ? i32x4.extend_high_i16x8_u(levels) : i32x4.extend_low_i16x8_u(levels),
  );
  const coarse = f32x4.mul(level, f32x4.splat(<f32>(1.0 / 256.0)));
  return f32x4.add(coarse, f32x4.mul(level, f32x4.splat(<f32>(1.0 / 255.0 - 1.0 / 256.0))));
}
