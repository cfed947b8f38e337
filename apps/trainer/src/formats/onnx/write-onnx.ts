// A network -> an ONNX file.
//
// Source: https://github.com/onnx/onnx/blob/main/docs/IR.md and docs/Operators.md. Opset 13 and version 7 of the format are
// those of ONNX 1.8 (November 2020): old enough for every reader of today, and no later one changed what is used here.
import { create, toBinary } from '@bufbuild/protobuf';
import { type Architecture, InvalidArgumentError, layerShapes } from '@lenet/core';
import type { WeightsFormat } from '@lenet/core/models';
import type { FileModel } from '../file-model.js';
import { describeModel, roundModel } from '../metadata.js';
import { layerNodes } from './layer-nodes.js';
import { ModelProtoSchema } from './onnx_pb.js';
import { operation, value } from './onnx-values.js';

const OPSET = 13;
const IR_VERSION = 7;

/**
 * Writes a network as ONNX: `images`, float32 `[count, channels, height, width]` from 0 (background) to 1 (ink), to
 * `probabilities` and `logits`, float32 `[count, classes]`, for any count. Dropout, which only training needs, is left
 * out.
 *
 * @param format of the kernels in the file; all computation is in float32. Those of int8 have a scale for each
 *   output. @default 'float32'
 * @returns the bytes; the same model gives the same bytes everywhere
 * @throws {InvalidArgumentError} when the result of the network is not one row of scores, or a weight does not fit the
 *   format
 */
export function writeOnnx(model: FileModel, format: WeightsFormat = 'float32'): Uint8Array {
  const { architecture, manifest } = model;
  const shapes = layerShapes(architecture);
  const { outputShape } = shapes.at(-1)!;
  requireScores(architecture, outputShape);
  const [height, width, channels] = architecture.inputShape;
  const input = `float32 [count, ${channels}, ${height}, ${width}], ink from 0 (background) to 1: bytes divided by 255`;
  const { nodes, tensors } = layerNodes(architecture, model.weights, 'images', format);
  nodes.at(-1)!.output = ['logits'];
  nodes.push(operation('Softmax', 'probabilities', ['logits'], { axis: -1 }));
  const metadata = describeModel(roundModel(model, format), input, format);
  return toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, {
      irVersion: BigInt(IR_VERSION),
      opsetImport: [{ domain: '', version: BigInt(OPSET) }],
      producerName: 'lenet',
      ...(manifest && { producerVersion: manifest.version }),
      docString: `Network "${architecture.name}". Input "images": ${input}. Outputs: "probabilities" and "logits" of ${outputShape[0]} classes.`,
      metadataProps: Object.entries(metadata).map(([key, text]) => ({ key, value: text })),
      graph: {
        name: architecture.name,
        node: nodes,
        initializer: tensors,
        input: [value('images', [channels, height, width], input)],
        output: [
          value('probabilities', outputShape, 'softmax of the logits'),
          value(
            'logits',
            outputShape,
            'scores; divide them by a temperature before the softmax to calibrate',
          ),
        ],
      },
    }),
  );
}

function requireScores({ name }: Architecture, outputShape: readonly number[]): void {
  if (outputShape.length === 1) return;
  throw new InvalidArgumentError({
    argument: 'architecture',
    received: outputShape,
    message: `Network "${name}": expected a row of scores as its result, got [${outputShape.join(', ')}]. Let it end with a dense layer.`,
  });
}
