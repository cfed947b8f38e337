import { layerShapes } from '../architecture/layer-shapes.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { ManifestError } from '../errors/manifest-error.js';
import type { ModelManifest } from './model-manifest.js';
import { modelManifestSchema } from './model-manifest-schema.js';
import { schemaProblems } from './schema-problems.js';

/**
 * Reads the text of a `manifest.json` and checks that it is whole and consistent with itself.
 *
 * @throws {ManifestError} that lists every problem
 * @example
 * import { readFile } from 'node:fs/promises';
 * import { parseManifest } from '@lenet/core/models';
 *
 * const path = new URL(import.meta.resolve('@lenet/model-artifacts/lenet-report/manifest.json'));
 * console.log(parseManifest(await readFile(path, 'utf8')).evaluation.accuracy); // 0.9896
 */
export function parseManifest(json: string): ModelManifest {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new ManifestError({ problems: [`the whole: expected JSON: ${(cause as Error).message}`], cause });
  }
  const shapeProblems = schemaProblems(value, modelManifestSchema);
  if (shapeProblems.length > 0) throw new ManifestError({ problems: shapeProblems });
  const manifest = value as ModelManifest;
  const problems = consistencyProblems(manifest);
  if (problems.length > 0) throw new ManifestError({ problems });
  return manifest;
}

function consistencyProblems(manifest: ModelManifest): string[] {
  return [...networkProblems(manifest), ...fileProblems(manifest)];
}

function networkProblems({ architecture, input, classes, digitTest }: ModelManifest): string[] {
  const problems: string[] = [];
  if (input.shape.join() !== architecture.inputShape.join()) {
    problems.push(
      `input.shape: expected [${architecture.inputShape.join(', ')}] as in the architecture, got [${input.shape.join(', ')}]`,
    );
  }
  try {
    const shapes = layerShapes(architecture);
    const outputShape = shapes.at(-1)?.outputShape;
    if (outputShape?.length !== 1 || outputShape[0] !== classes.length) {
      problems.push(
        `classes: expected as many as the network has outputs, [${outputShape?.join(', ')}], got ${classes.length}`,
      );
    }
    const tested = shapes.find(({ layer }) => layer.name === digitTest?.layer)?.outputShape;
    const size = tested?.reduce((product, length) => product * length, 1);
    if (digitTest && digitTest.weights.length !== size) {
      problems.push(
        `digitTest: expected a layer of the network and a weight for each of its values, got ${digitTest.weights.length} weights for "${digitTest.layer}"`,
      );
    }
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    problems.push(`architecture: ${error.message}`);
  }
  return problems;
}

/** The files without which nothing can be loaded. */
const neededFiles = ['model.json', 'weights.bin'];

function fileProblems({ files }: ModelManifest): string[] {
  const names = files.map((file) => file.name);
  return neededFiles.flatMap((needed) => {
    const found = names.filter((name) => name === needed).length;
    return found === 1 ? [] : [`files: expected "${needed}" once, got it ${found} times`];
  });
}
