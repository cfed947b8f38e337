// The JSON Schema of `config.json`. The settings of a recipe are as core checks them; those of the command are added.
import { architectures } from '@lenet/core';
import type { JsonSchema } from '@lenet/core/models';
import { recipeSchema, recipes } from '@lenet/core/training';
import { backendChoices, engineBuilds } from '../backends/backend-choices.js';

type Properties = Readonly<Record<string, JsonSchema>>;

const core: Properties = recipeSchema.properties!.settings.properties!;
const count = { type: 'integer', minimum: 1 } as const;

/** A property with what it is for; editors show it. */
const told = (schema: JsonSchema, description: string): JsonSchema => ({ ...schema, description });

/** Every setting by its name in `config.json`. */
export const settingSchemas = {
  recipe: told({ enum: recipes.map(({ name }) => name) }, 'Where the settings come from that are not given.'),
  architecture: told({ enum: architectures.map(({ name }) => name) }, 'The network.'),
  epochs: told(core.epochs, 'Passes over the training images.'),
  batchSize: told(core.batchSize, 'Images per optimizer step.'),
  schedule: told(core.schedule, 'How the learning rate changes over the steps.'),
  optimizer: told(core.optimizer, 'How the weights follow the gradients.'),
  augmentation: told(
    core.augmentation,
    'How far each training image may be changed, drawn anew for each epoch; {} is not at all.',
  ),
  gentleEpochs: told(
    core.gentleEpochs,
    'Epochs at the end in which training images are changed 0.4 times as far. Absent: as the recipe has it.',
  ),
  seed: told(core.seed, 'Of the split, the initial weights, the order and changes of the images.'),
  dropout: told(
    { type: 'number', minimum: 0, exclusiveMaximum: 1 },
    'Share of the values that each dropout layer sets to 0. Absent: as the network has it.',
  ),
  data: told({ type: 'string', minLength: 1 }, 'auto, mnist, synthetic or a folder.'),
  validationImages: told(
    { type: 'integer', minimum: 0 },
    'Images split from the training set. Absent: a twelfth of them, 5,000 at most.',
  ),
  trainImages: told(count, 'Use only the first so many training images. Absent: all.'),
  testImages: told(count, 'Use only the first so many test images. Absent: all.'),
  syntheticImages: told(
    core.syntheticImages,
    'Synthetic digits mixed into each epoch; others in each of eight epochs in a row. Absent: as the recipe has it.',
  ),
  validateEvery: told(
    { type: 'object', properties: { epochs: count, steps: count }, additionalProperties: false },
    'When the validation images are evaluated: after every so many epochs, or steps; one of the two.',
  ),
  bestBy: told({ enum: ['loss', 'accuracy'] }, 'Which figure of a validation says what is best.'),
  earlyStopping: told(
    {
      type: 'object',
      properties: { patience: count, minimumImprovement: { type: 'number', minimum: 0 } },
      required: ['patience'],
      additionalProperties: false,
    },
    'Ends the training after so many validations in a row without improvement. Absent: never.',
  ),
  finalWeights: told(
    { enum: ['last', 'best'] },
    'Weights that the model gets: the last, or the best of all validations.',
  ),
  timeLimitSeconds: told(
    { type: 'number', exclusiveMinimum: 0 },
    'Ends the training after so many seconds of training. Absent: never.',
  ),
  backend: told({ enum: backendChoices }, 'What computes.'),
  engineBuild: told({ enum: engineBuilds }, 'Build of the engine. Absent: strict.'),
  tensorboard: told({ type: 'boolean' }, 'Whether event files for TensorBoard are written.'),
} as const satisfies Properties;

/** JSON Schema of the settings that `lenet train --config` takes, and that `config.json` of a run holds. */
export const runConfigSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Settings of lenet train',
  description: 'What is absent is taken from the recipe.',
  type: 'object',
  properties: {
    $schema: { type: 'string', description: 'Where an editor finds this schema.' },
    ...settingSchemas,
  },
  additionalProperties: false,
};
