// A program that has installed @lenet/recognizer, and sharp to decode a picture: prints what it reads in one.
import { recognize } from '@lenet/recognizer';
import sharp from 'sharp';

const { data, info } = await sharp(process.argv[2]).raw().toBuffer({ resolveWithObject: true });
const { digit, decision } = await recognize({ data, width: info.width, height: info.height });
process.stdout.write(`${JSON.stringify({ digit, decision })}\n`);
