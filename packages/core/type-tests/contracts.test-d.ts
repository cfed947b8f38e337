// What programs in TypeScript rely on. Never run: `npm test` compiles it with the package, and a type that
// changed is an error there.
import { expectTypeOf, test } from 'vitest';
import {
  type Architecture,
  type Classifier,
  createPlainClassifier,
  type Decision,
  decide,
  type IdxFormatError,
  type Layer,
  type Learner,
  type LearnerOptions,
  LenetError,
  lenetReport,
  parseIdx,
  type StepRequest,
} from '../src/index.js';
import { createTfjsClassifier, createTfjsLearner } from '../src/tfjs/index.js';
import { type EpochRecord, type TrainingEvent, type TrainOptions, train } from '../src/training/index.js';

test('an IDX file is known by its element type', () => {
  const file = parseIdx(new Uint8Array());
  if (file.type === 'uint8') expectTypeOf(file.values).toEqualTypeOf<Uint8Array>();
  if (file.type === 'int8') expectTypeOf(file.values).toEqualTypeOf<Int8Array>();
  if (file.type === 'int16') expectTypeOf(file.values).toEqualTypeOf<Int16Array>();
  if (file.type === 'int32') expectTypeOf(file.values).toEqualTypeOf<Int32Array>();
  if (file.type === 'float32') expectTypeOf(file.values).toEqualTypeOf<Float32Array>();
  if (file.type === 'float64') expectTypeOf(file.values).toEqualTypeOf<Float64Array>();
  expectTypeOf(file.type).toEqualTypeOf<'uint8' | 'int8' | 'int16' | 'int32' | 'float32' | 'float64'>();
  expectTypeOf(file.dimensions).toEqualTypeOf<readonly number[]>();
});

test('a learner is what the training loop takes', () => {
  expectTypeOf(createTfjsLearner).returns.toEqualTypeOf<Learner>();
  expectTypeOf(createTfjsLearner).parameter(1).toExtend<LearnerOptions>();
  expectTypeOf(train).parameters.toEqualTypeOf<[Learner, TrainOptions]>();
  expectTypeOf<Learner['predict']>().returns.resolves.toEqualTypeOf<Float32Array>();
  expectTypeOf<keyof StepRequest>().toEqualTypeOf<'indices' | 'learningRate' | 'epoch' | 'augmentation'>();
  // @ts-expect-error: random draws are keyed by the epoch
  const request: StepRequest = { indices: new Uint32Array(), learningRate: 1 };
  expectTypeOf(request).toExtend<object>();
});

test('events are told apart by their type', () => {
  const read = (event: TrainingEvent) => {
    if (event.type === 'epoch') expectTypeOf(event.record).toEqualTypeOf<EpochRecord>();
    // @ts-expect-error: the first event has no record
    if (event.type === 'start') event.record;
  };
  expectTypeOf(read).parameter(0).toEqualTypeOf<TrainingEvent>();
  expectTypeOf<TrainingEvent['type']>().toEqualTypeOf<
    'start' | 'step' | 'evaluation' | 'checkpoint' | 'epoch' | 'interrupted' | 'end'
  >();
});

test('every classifier is a Classifier', () => {
  expectTypeOf(createPlainClassifier).returns.toEqualTypeOf<Classifier>();
  expectTypeOf(createTfjsClassifier).returns.toEqualTypeOf<Classifier>();
  expectTypeOf<Classifier['classify']>().returns.resolves.toEqualTypeOf<Float32Array>();
});

test('a decision is one of three', () => {
  expectTypeOf(decide).returns.toEqualTypeOf<Decision>();
  expectTypeOf<Decision['decision']>().toEqualTypeOf<'digit' | 'unsure' | 'blank'>();
  expectTypeOf<Decision['digit']>().toEqualTypeOf<number | null>();
});

test('an architecture is plain data that cannot be changed', () => {
  expectTypeOf(lenetReport).toExtend<Architecture>();
  const change = (architecture: Architecture, layer: Layer) => {
    // @ts-expect-error: layers are read-only
    architecture.layers.push(layer);
    // @ts-expect-error: so are their names
    layer.name = 'other';
  };
  expectTypeOf(change).returns.toEqualTypeOf<void>();
  // @ts-expect-error: there is no such layer
  const layer: Layer = { kind: 'attention', name: 'a' };
  expectTypeOf(layer).toExtend<object>();
});

test('errors are LenetErrors with fields', () => {
  expectTypeOf<IdxFormatError>().toExtend<LenetError>();
  expectTypeOf<LenetError>().toExtend<Error>();
  expectTypeOf<IdxFormatError['file']>().toEqualTypeOf<string>();
  expectTypeOf(LenetError.isInstance).returns.toEqualTypeOf<boolean>();
});
