import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { schemaProblems } from '../manifest/schema-problems.js';
import type {
  Architecture,
  AveragePooling2dLayer,
  Conv2dLayer,
  DenseLayer,
  DropoutLayer,
  FlattenLayer,
  Layer,
  MaxPooling2dLayer,
} from './architecture.js';
import { architectureSchema, layerSchema } from './architecture-schema.js';
import { layerShapes } from './layer-shapes.js';

/** A layer of which the fields in `Needed` must be given; the others have defaults. */
type Definition<Kind extends Layer, Needed extends keyof Kind = never> = Pick<Kind, 'kind' | Needed> &
  Partial<Kind>;

/**
 * A layer as one writes it down. Defaults are Keras's: stride 1, valid padding and no activation, windows
 * of 2 pixels that a pooling moves by their own size. A name that is not given is the kind in snake case,
 * with `_1`, `_2` … after the first.
 */
export type LayerDefinition =
  | Definition<Conv2dLayer, 'filters' | 'kernelSize'>
  | Definition<MaxPooling2dLayer>
  | Definition<AveragePooling2dLayer>
  | Definition<FlattenLayer>
  | Definition<DenseLayer, 'units'>
  | Definition<DropoutLayer, 'rate'>;

/** A network as one writes it down. */
export interface ArchitectureDefinition {
  /** Identifier, e.g. `my-network`. */
  readonly name: string;
  /** `[height, width, channels]` of one image. @default [28, 28, 1] */
  readonly inputShape?: readonly [number, number, number];
  readonly layers: readonly LayerDefinition[];
}

/**
 * Makes an architecture of one's own: fills in what was left out, and checks that everything fits.
 *
 * @returns plain data, frozen
 * @throws {InvalidArgumentError} naming the layer: what was expected of it, and what came
 * @example
 * import { countParameters, defineArchitecture } from '@lenet/core';
 *
 * const small = defineArchitecture({
 *   name: 'small',
 *   layers: [
 *     { kind: 'conv2d', filters: 8, kernelSize: 3, activation: 'relu' }, // [26, 26, 8]
 *     { kind: 'maxPooling2d' }, // [13, 13, 8]
 *     { kind: 'flatten' }, // [1352]
 *     { kind: 'dense', units: 10, activation: 'softmax' },
 *   ],
 * });
 * console.log(small.layers[0].name, countParameters(small)); // conv2d 13610
 */
export function defineArchitecture(definition: ArchitectureDefinition): Architecture {
  const { name, inputShape = [28, 28, 1], layers } = definition;
  const named: string[] = layers.flatMap((layer) => layer.name ?? []);
  const whole = layers.map((layer, index) => {
    const filled = {
      ...defaultsOf(layer),
      ...layer,
      name: layer.name ?? freeName(layer.kind, named),
    } as Layer;
    requireFields(filled, index);
    return Object.freeze(filled);
  });
  const architecture: Architecture = Object.freeze({
    name,
    inputShape: Object.freeze([...inputShape] as const),
    layers: Object.freeze(whole),
  });
  refuse('Architecture', 'definition', definition, schemaProblems(architecture, architectureSchema));
  layerShapes(architecture);
  return architecture;
}

function defaultsOf(layer: LayerDefinition): Partial<Layer> {
  switch (layer.kind) {
    case 'conv2d':
      return { kind: layer.kind, stride: 1, padding: 'valid', activation: 'linear' };
    case 'maxPooling2d':
    case 'averagePooling2d': {
      const { kind, poolSize = 2 } = layer;
      return { kind, poolSize, stride: poolSize };
    }
    case 'dense':
      return { kind: layer.kind, activation: 'linear' };
    default:
      return { kind: layer.kind };
  }
}

/** As Keras names layers, in snake case; `taken` takes it in. */
function freeName(kind: string, taken: string[]): string {
  const base = String(kind).replace(/P/, '_p');
  let name = base;
  for (let count = 1; taken.includes(name); count++) name = `${base}_${count}`;
  taken.push(name);
  return name;
}

function requireFields(layer: Layer, index: number): void {
  const schema = layerSchema.oneOf.find(({ properties }) => properties?.kind.const === layer.kind);
  // A field with a slip in its name would count for nothing.
  const problems = schemaProblems(layer, schema ? { ...schema, additionalProperties: false } : layerSchema);
  refuse(schema ? `Layer "${layer.name}" (${layer.kind})` : `Layer ${index}`, layer.name, layer, problems);
}

function refuse(subject: string, argument: string, received: unknown, problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new InvalidArgumentError({ argument, received, message: `${subject}: ${problems.join('; ')}.` });
}
