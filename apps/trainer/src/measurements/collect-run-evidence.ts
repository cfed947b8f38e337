import { chooseAnswers, requireSameRecipe } from '../models/choose-answers.js';
import { describeData } from '../models/describe-data.js';
import type { ExportedAs } from '../models/export-files.js';
import { openClassifier } from '../models/open-classifier.js';
import { type OpenedModel, openModel } from '../models/open-model.js';
import { readRunRecord } from '../models/read-run-record.js';
import type { RunRecord } from '../models/run-record.js';
import { fitDigitTest } from '../non-digits/fit-digit-test.js';
import { prepareImages } from '../run/prepare-images.js';
import { requireSameData } from '../run/require-same-data.js';
import { validationCount } from '../run/run-config.js';
import { openRunFolder } from '../run/run-folder.js';
import { runArchitecture } from '../settings/run-architecture.js';
import { measureModel } from './measure-model.js';
import type { ReadModel } from './measure-readings.js';

/** What is known of the weights of a run beyond the run itself. */
export interface EvidenceRequest {
  /** What the model is to be called. */
  readonly name: string;
  readonly version: string;
  /** Of the run. */
  readonly path: string;
  readonly model: OpenedModel;
  readonly run: RunRecord;
  /** Runs by whose held-out images is chosen; absent: when measuring, this run, if it held any out. */
  readonly chosenBy: readonly string[] | undefined;
  readonly seedRuns: readonly string[];
  readonly measure: boolean;
  /** When measuring: models that read and refuse the same pictures, as `openModel` takes them. */
  readonly beside: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * @throws {RunFolderError} when a run is not finished, or is of other settings or data
 * @throws {InterruptedError} when the signal is aborted
 */
export async function collectRunEvidence(
  request: EvidenceRequest,
): Promise<Pick<ExportedAs, 'chosen' | 'measurements'>> {
  const { name, version, path, model, run, seedRuns, measure, signal } = request;
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const held = validationCount(run.config, run.data.trainingCount);
  const choosing = request.chosenBy ?? (measure && held > 0 ? [path] : undefined);
  if (choosing) say('Choosing temperature and threshold on held-out images ...');
  const answers = choosing && (await chooseAnswers(choosing, run, signal));
  if (answers) say('Fitting what tells digits from what is none ...');
  const chosen = answers && { ...answers, ...(await digitTestOf(request)) };
  if (!measure) return { ...(chosen && { chosen }) };

  for (const other of seedRuns) {
    requireSameRecipe(other, await readRunRecord(openRunFolder(other)), run);
  }
  const { test, identity } = await prepareImages(runArchitecture(run.config), run.config, signal, say);
  await requireSameData(openRunFolder(path), identity);
  const beside: ReadModel[] = [];
  for (const other of request.beside) {
    const opened = await openModel(other);
    beside.push({ ...opened, rules: opened.manifest ?? {} });
  }
  const measurements = await measureModel({
    name,
    version,
    model,
    beside,
    answers: chosen ?? { ...(run.temperature && { temperature: run.temperature }) },
    test,
    data: describeData(identity, 'test'),
    seedRuns,
    signal,
    say,
  });
  return { ...(chosen && { chosen }), measurements };
}

/** Fitted to the very weights, as it looks into the network. */
async function digitTestOf({ model, run, signal }: EvidenceRequest) {
  const { training, heldOut } = await prepareImages(model.architecture, run.config, signal, () => {});
  const classifier = await openClassifier(model);
  try {
    const digitTest = await fitDigitTest(classifier, training, heldOut);
    return { ...(digitTest && { digitTest }) };
  } finally {
    await classifier.dispose();
  }
}
