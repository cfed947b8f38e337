import type { Architecture, Evaluation, Weights } from '@lenet/core';
import { createManifest, type ModelData, type ModelTraining } from '@lenet/core/models';
import { strToU8 } from 'fflate';

/** A network that the visitor made, and what is known of how. */
export interface MadeModel {
  readonly name: string;
  readonly architecture: Architecture;
  readonly weights: Weights;
  readonly training: ModelTraining;
  readonly evaluation: Evaluation & { readonly data: ModelData };
  readonly temperature?: number | undefined;
}

/**
 * A model folder as `lenet` and `loadModelFolder` read it: `model.json`, `weights.bin`, `manifest.json` and a
 * card. Loads TensorFlow.js, which writes its own format.
 *
 * @returns content by name
 */
export async function modelFolderFiles(model: MadeModel): Promise<Map<string, Uint8Array>> {
  const { architecture, weights, ...described } = model;
  const [{ saveModel }, tf] = await Promise.all([
    import('@lenet/core/tfjs'),
    import('@tensorflow/tfjs-core'),
    import('@tensorflow/tfjs-backend-cpu'),
  ]);
  await tf.setBackend('cpu');
  const { modelJson, weightData } = await saveModel(architecture, weights);
  const files = new Map<string, Uint8Array>([
    ['model.json', modelJson],
    ['weights.bin', weightData],
  ]);
  const { temperature, ...rest } = described;
  const manifest = await createManifest(
    {
      ...rest,
      version: '0.0.0',
      architecture,
      classes: [...'0123456789'],
      ...(temperature !== undefined && { temperature }),
    },
    files,
  );
  files.set('manifest.json', strToU8(`${JSON.stringify(manifest, null, 2)}\n`));
  files.set('MODEL_CARD.md', strToU8(modelCard(model)));
  return files;
}

function modelCard({ name, architecture, training, evaluation }: MadeModel): string {
  const percent = `${(100 * evaluation.accuracy).toFixed(2)} %`;
  return `# ${name}

Weights of the network \`${architecture.name}\`, made in a browser on the page of the Lenet project.

**${percent}** of ${evaluation.data.count} images that it did not learn from are read right (${evaluation.data.title}; loss ${evaluation.loss.toFixed(4)}).

- Recipe: ${training.recipe}, seed ${training.seed}, computed by ${training.backend}
- Learned from: ${training.data.count} images (${training.data.title})
- Settings: \`${JSON.stringify(training.options)}\`

It knows ten digits and nothing else. How well it reads other images than those was not measured:
\`lenet evaluate\` does it.
`;
}
