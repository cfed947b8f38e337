// Reads the digit in each picture: node read-pictures.js seven.png photo.jpg
import { recognize } from '@lenet/recognizer';
import sharp from 'sharp';

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Usage: node read-pictures.js PICTURE…');
  process.exit(2);
}

for (const path of paths) {
  try {
    // Photographs say in their metadata which side is up: autoOrient turns them.
    const { data, info } = await sharp(path).autoOrient().raw().toBuffer({ resolveWithObject: true });
    const answer = await recognize(
      { data, width: info.width, height: info.height },
      { answerThreshold: 0.9 }, // less sure than that is "unsure"
    );
    const percent = `${(100 * answer.probability).toFixed(1)} %`;
    console.log(
      answer.decision === 'blank'
        ? `${path}: blank`
        : `${path}: ${answer.digit} (${percent}, ${answer.decision})`,
    );
  } catch (error) {
    console.error(`${path}: ${error.message}`);
    process.exitCode = 1; // but go on with the others
  }
}
